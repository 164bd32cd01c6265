/** The window's way to the outside: there is none. */
import { describe, expect, it } from 'vitest'
import { mayNavigate, mayWindowRequest } from '../../../electron/shell/allowed-address'

const FOREIGN = [
  'https://example.org/',
  'http://127.0.0.1:8080/x.png',
  'ws://127.0.0.1/',
  'file:///etc/passwd',
  'ftp://example.org/',
  'media://elsewhere/x.png',
  'app://elsewhere/index.html',
  'javascript:alert(1)',
  'blob:app://offprint/1',
  'chrome://settings',
  '',
]

describe('mayWindowRequest', () => {
  it('allows our own page, stored pictures and pictures inside an address', () => {
    expect(mayWindowRequest('app://offprint/main.js')).toBe(true)
    expect(mayWindowRequest('media://library/x.png')).toBe(true)
    expect(mayWindowRequest('data:image/png;base64,AAAA')).toBe(true)
    expect(mayWindowRequest('about:srcdoc')).toBe(true)
  })

  it('allows nothing else', () => {
    for (const address of FOREIGN) expect(mayWindowRequest(address), address).toBe(false)
  })
})

describe('mayNavigate', () => {
  it('keeps the window on its one page', () => {
    expect(mayNavigate('app://offprint/index.html#x', true)).toBe(true)
    expect(mayNavigate('app://offprint/assets/icons/offprint.svg', true)).toBe(false)
    for (const address of [...FOREIGN, 'about:blank', 'data:text/html,x']) {
      expect(mayNavigate(address, true), address).toBe(false)
    }
  })

  it('lets a frame hold only what the page wrote into it', () => {
    expect(mayNavigate('about:srcdoc', false)).toBe(true)
    for (const address of [...FOREIGN, 'app://offprint/index.html', 'data:text/html,x']) {
      expect(mayNavigate(address, false), address).toBe(false)
    }
  })
})
