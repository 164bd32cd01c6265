/** Facts reach the window; wishes wait for it. */
import { EventEmitter } from 'node:events'
import type { BrowserWindow } from 'electron'
import { expect, it } from 'vitest'
import { WindowFacts } from '../../../electron/shell/window-facts'

let ids = 0

function fakeWindow(): { window: BrowserWindow; sent: unknown[][]; contents: EventEmitter } {
  const sent: unknown[][] = []
  const send = (...message: unknown[]): number => sent.push(message)
  const contents = Object.assign(new EventEmitter(), { id: ++ids, send })
  const window = Object.assign(new EventEmitter(), { webContents: contents, isDestroyed: () => false })
  return { window: window as unknown as BrowserWindow, sent, contents }
}

it('keeps a wish until the window has asked for something, facts not', () => {
  const { window, sent } = fakeWindow()
  const facts = new WindowFacts()
  facts.tell('app.online', { online: true })
  facts.tellWhenHeard('feeds.offer', { address: 'https://example.org/f' })
  facts.attach(window, false)
  expect(sent).toEqual([])
  facts.heardFromWindow(window.webContents.id)
  expect(sent).toEqual([['offprint:event', 'feeds.offer', { address: 'https://example.org/f' }]])
  facts.tell('app.online', { online: false })
  expect(sent).toHaveLength(2)
})

it('waits again while the window is loaded anew', () => {
  const { window, sent, contents } = fakeWindow()
  const facts = new WindowFacts()
  facts.attach(window, false)
  facts.heardFromWindow(window.webContents.id)
  contents.emit('did-navigate')
  facts.tellWhenHeard('feeds.offer', { address: 'https://example.org/f' })
  expect(sent).toEqual([])
  facts.heardFromWindow(window.webContents.id)
  expect(sent).toHaveLength(1)
})

it('says nothing to a closed window', () => {
  const { window, sent } = fakeWindow()
  const facts = new WindowFacts()
  facts.attach(window, false)
  ;(window as unknown as EventEmitter).emit('closed')
  facts.tell('app.online', { online: true })
  expect(sent).toEqual([])
})

it('tells every window of a fact, and a wish only to the one used last', () => {
  const [first, second] = [fakeWindow(), fakeWindow()]
  const facts = new WindowFacts()
  for (const { window } of [first, second]) {
    facts.attach(window, false)
    facts.heardFromWindow(window.webContents.id)
  }
  facts.tell('app.online', { online: true })
  facts.tellWhenHeard('feeds.offer', { address: 'https://example.org/1' })
  ;(first.window as unknown as EventEmitter).emit('focus')
  facts.tellWhenHeard('feeds.offer', { address: 'https://example.org/2' })
  const told = ({ sent }: { sent: unknown[][] }): unknown[] => sent.map(([, name]) => name)
  expect(told(first)).toEqual(['app.online', 'feeds.offer'])
  expect(told(second)).toEqual(['app.online', 'feeds.offer'])
})

it('goes on telling a window in which the frame of an article is loading', () => {
  const { window, sent, contents } = fakeWindow()
  const facts = new WindowFacts()
  facts.attach(window, false)
  facts.heardFromWindow(window.webContents.id)
  for (const event of ['did-start-loading', 'did-frame-navigate', 'did-navigate-in-page'])
    contents.emit(event)
  facts.tellWhenHeard('menu.command', { command: 'show-guide' })
  expect(sent).toHaveLength(1)
})

it.each(['closed', 'focused another'])(
  'tells the next window when the one that had to hear was %s',
  (how) => {
    const [first, second] = [fakeWindow(), fakeWindow()]
    const facts = new WindowFacts()
    facts.attach(first.window, false)
    facts.heardFromWindow(first.window.webContents.id)
    facts.attach(second.window, false)
    facts.tellWhenHeard('feeds.offer', { address: 'https://example.org/f' })
    expect([...first.sent, ...second.sent]).toEqual([])
    if (how === 'closed') (second.window as unknown as EventEmitter).emit('closed')
    else (first.window as unknown as EventEmitter).emit('focus')
    expect(first.sent).toHaveLength(1)
    expect(second.sent).toEqual([])
  },
)

it.each(['close', 'destroyed', 'render-process-gone'])(
  'tells the window behind what would be told to one that is ending (%s)',
  (sign) => {
    const [first, second] = [fakeWindow(), fakeWindow()]
    const facts = new WindowFacts()
    for (const { window } of [first, second]) {
      facts.attach(window, false)
      facts.heardFromWindow(window.webContents.id)
    }
    const ending = second.window as unknown as EventEmitter
    ;(sign === 'close' ? ending : second.contents).emit(sign)
    facts.tellWhenHeard('menu.command', { command: 'show-guide' })
    ending.emit('closed')
    expect([first.sent.length, second.sent.length]).toEqual([1, 0])
  },
)
