/** Facts reach the window; wishes wait for it. */
import { EventEmitter } from 'node:events'
import type { BrowserWindow } from 'electron'
import { expect, it } from 'vitest'
import { WindowFacts } from '../../../electron/shell/window-facts'

function fakeWindow(): { window: BrowserWindow; sent: unknown[][]; contents: EventEmitter } {
  const sent: unknown[][] = []
  const contents = Object.assign(new EventEmitter(), { send: (...message: unknown[]) => sent.push(message) })
  const window = Object.assign(new EventEmitter(), { webContents: contents, isDestroyed: () => false })
  return { window: window as unknown as BrowserWindow, sent, contents }
}

it('keeps a wish until the window has asked for something, facts not', () => {
  const { window, sent } = fakeWindow()
  const facts = new WindowFacts()
  facts.tell('app.online', { online: true })
  facts.tellWhenHeard('feeds.offer', { address: 'https://example.org/f' })
  facts.attach(window)
  expect(sent).toEqual([])
  facts.heardFromWindow()
  expect(sent).toEqual([['offprint:event', 'feeds.offer', { address: 'https://example.org/f' }]])
  facts.tell('app.online', { online: false })
  expect(sent).toHaveLength(2)
})

it('waits again while the window is loaded anew', () => {
  const { window, sent, contents } = fakeWindow()
  const facts = new WindowFacts()
  facts.attach(window)
  facts.heardFromWindow()
  contents.emit('did-start-loading')
  facts.tellWhenHeard('feeds.offer', { address: 'https://example.org/f' })
  expect(sent).toEqual([])
  facts.heardFromWindow()
  expect(sent).toHaveLength(1)
})

it('says nothing to a closed window', () => {
  const { window, sent } = fakeWindow()
  const facts = new WindowFacts()
  facts.attach(window)
  ;(window as unknown as EventEmitter).emit('closed')
  facts.tell('app.online', { online: true })
  expect(sent).toEqual([])
})
