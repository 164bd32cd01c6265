/** Who may ask: our page, in the main frame of our window, and nobody else. */
import { describe, expect, it } from 'vitest'
import { isAppUrl, refuseSender } from '../../../electron/shell/trusted-sender'

const WINDOWS = new Set([1])
const OURS = { url: 'app://offprint/index.html', parent: null }

describe('refuseSender', () => {
  it('lets our own page in the main frame of a known window pass', () => {
    expect(refuseSender(1, OURS, WINDOWS)).toBeNull()
  })

  it('refuses a window that we did not make', () => {
    expect(refuseSender(2, OURS, WINDOWS)).toBe('unknown window')
  })

  it('takes a missing frame for hostile', () => {
    expect(refuseSender(1, null, WINDOWS)).toBe('no frame')
    expect(refuseSender(1, undefined, WINDOWS)).toBe('no frame')
  })

  it('refuses a frame inside our page', () => {
    expect(refuseSender(1, { url: 'about:srcdoc', parent: {} }, WINDOWS)).toBe('not the main frame')
    expect(refuseSender(1, { ...OURS, parent: {} }, WINDOWS)).toBe('not the main frame')
  })

  it('refuses a frame that is disposed of while it is looked at', () => {
    const frame = {
      parent: null,
      get url(): string {
        throw new Error('Render frame was disposed before WebFrameMain could be accessed')
      },
    }
    expect(refuseSender(1, frame, WINDOWS)).toBe('frame is gone')
  })
})

describe('isAppUrl', () => {
  it('compares the parts of an address, not its text', () => {
    for (const foreign of [
      'https://offprint/index.html',
      'app://offprint.evil.example/index.html',
      'app://evil.example/app://offprint/',
      'app://user@offprint/index.html',
      'app://offprint:81/index.html',
      'app:offprint/index.html',
      '',
      'about:srcdoc',
    ]) {
      expect(isAppUrl(foreign), foreign).toBe(false)
    }
    expect(isAppUrl('app://offprint/index.html?x#y')).toBe(true)
  })
})
