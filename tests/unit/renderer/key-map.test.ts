import { describe, expect, it } from 'vitest'
import { DEFAULT_KEYS } from '../../../renderer/app/default-keys'
import {
  PAIR_PAUSE_MS,
  createKeyReader,
  keyMap,
  keyOwners,
  keysOf,
  shownKey,
  withKey,
} from '../../../renderer/app/key-map'
import { keyCaps, strokeName } from '../../../renderer/app/key-stroke'

const press = (key: string, change = {}) => ({ key, shift: false, control: false, alt: false, ...change })

function reader(changes = {}) {
  let time = 1000
  const read = createKeyReader(
    () => time,
    () => keyMap(changes),
  )
  return { read, wait: (ms: number) => (time += ms) }
}

describe('the keys', () => {
  it('read a pair that begins with g', () => {
    const { read } = reader()
    expect(read(press('g'))).toBeNull()
    expect(read(press('s'))).toBe('go-starred')
    expect(read(press('s'))).toBe('toggle-star')
  })

  it('forget the g when the second key comes late', () => {
    const { read, wait } = reader()
    read(press('g'))
    wait(PAIR_PAUSE_MS + 1)
    expect(read(press('s'))).toBe('toggle-star')
  })

  it('find in the article with Ctrl or Cmd and F, wherever the cursor is', () => {
    const { read } = reader()
    expect(read(press('f', { control: true }))).toBe('find')
    expect(read(press('F', { control: true, shift: true }))).toBeNull()
    expect(read(press('f'))).toBe('focus-feeds')
  })

  it('leave combinations of the system alone', () => {
    const { read } = reader()
    expect(read(press('s', { control: true }))).toBeNull()
    expect(read(press('j', { alt: true }))).toBeNull()
    expect(read(press('k', { control: true }))).toBe('palette')
  })

  it('tell a question mark from a slash on every layout', () => {
    const { read } = reader()
    expect(read(press('?', { shift: true }))).toBe('show-shortcuts')
    expect(read(press('?'))).toBe('show-shortcuts')
    expect(read(press('/'))).toBe('search')
  })
})

describe('the key map', () => {
  it('gives no key twice, and none that would swallow another', () => {
    const all = Object.values(DEFAULT_KEYS).flat()
    expect(new Set(all).size).toBe(all.length)
    for (const key of all) expect(all.filter((other) => other.startsWith(`${key} `))).toEqual([])
  })

  it('follows the reader instead of the first keys', () => {
    const { read } = reader({ 'toggle-star': 'X', sync: '' })
    expect(read(press('x'))).toBe('toggle-star')
    expect(read(press('s'))).toBeNull()
    expect(read(press('r'))).toBeNull()
  })

  it('reads a pair of the reader', () => {
    const { read } = reader({ sync: 'Q Q' })
    expect([read(press('q')), read(press('q'))]).toEqual([null, 'sync'])
  })

  it('knows who would lose a key, alone or as the beginning of a pair', () => {
    expect(keyOwners('S', {}, 'sync')).toEqual(['toggle-star'])
    expect(keyOwners('G', {}, 'sync')).toContain('go-all')
    expect(keyOwners('G A', {}, 'sync')).toEqual(['go-all'])
    expect(keyOwners('Ctrl+J', {}, 'sync')).toEqual([])
  })

  it('takes a key from whoever had it', () => {
    const changes = withKey({}, 'sync', 'S')
    expect(keysOf('sync', changes)).toEqual(['S'])
    expect(keysOf('toggle-star', changes)).toEqual([])
    expect(keysOf('text-larger', withKey({}, 'sync', '+'))).toEqual(['='])
    expect(keysOf('sync', withKey({}, 'sync', ''))).toEqual([])
  })

  it('shows keys as caps', () => {
    expect(keyCaps('G T')).toEqual([['G'], ['T']])
    expect(keyCaps('Ctrl++')).toEqual([['Ctrl', '+']])
    expect(keyCaps('+')).toEqual([['+']])
    expect(shownKey('mark-all-read', {})).toBe('Shift A')
    expect(strokeName(press('Shift', { shift: true }))).toBeNull()
  })
})
