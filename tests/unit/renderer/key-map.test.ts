import { describe, expect, it } from 'vitest'
import { PAIR_PAUSE_MS, createKeyReader } from '../../../renderer/app/key-map'

const press = (key: string, change = {}) => ({ key, shift: false, control: false, alt: false, ...change })

function reader() {
  let time = 1000
  const read = createKeyReader(() => time)
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
    expect(read(press('f'))).toBeNull()
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
