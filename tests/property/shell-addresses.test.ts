/** Addresses from strangers, at every gate of the shell: never a throw, never a way out of the folder. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayNavigate, mayWindowRequest } from '../../electron/shell/allowed-address'
import { externalAddress } from '../../electron/shell/external-address'
import { readOpenWish } from '../../electron/shell/open-address'
import { redact } from '../../electron/shell/redact'
import { appFile, isInside, mediaName } from '../../electron/shell/served-file'

const FOLDERS = { renderer: '/app/dist/renderer', assets: '/app/dist/assets' }
const piece = fc.oneof(
  fc.constantFrom(
    '..',
    '.',
    '/',
    '\\',
    '%2e',
    '%2f',
    '%5c',
    '%00',
    'assets',
    'index.html',
    'x.js',
    'C:',
    '@',
    ':',
    '?',
    '#',
  ),
  fc.string({ maxLength: 6 }),
)
const way = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))
const scheme = fc.constantFrom(
  'app://offprint/',
  'app://offprint',
  'media://library/',
  'feed:',
  'feed://',
  'offprint:',
  'http://',
  'file:///',
  'javascript:',
  '',
)
const address = fc.tuple(scheme, way).map(([start, rest]) => start + rest)

describe('addresses from strangers', () => {
  it('never lead out of the folders we serve', () => {
    fc.assert(
      fc.property(address, (text) => {
        const file = appFile(text, FOLDERS)
        if (!file) return
        expect(isInside(FOLDERS.renderer, file.path) || isInside(FOLDERS.assets, file.path)).toBe(true)
        expect(file.path).not.toMatch(/[\\\0]|\/\.\.(\/|$)/)
      }),
      { numRuns: 1_500 },
    )
  })

  it('name a stored picture only by its hash', () => {
    fc.assert(
      fc.property(address, (text) => {
        expect(mediaName(text)?.name ?? 'a'.repeat(64) + '.png').toMatch(/^[0-9a-f]{64}\.[a-z]{3,4}$/)
      }),
    )
  })

  it('leave for the browser only as http, https or mailto', () => {
    fc.assert(
      fc.property(fc.oneof(address, fc.string()), (text) => {
        const opened = externalAddress(text)
        if (opened !== null) expect(new URL(opened).protocol).toMatch(/^(https?|mailto):$/)
      }),
    )
  })

  it('are wishes of three kinds or none, and feeds are always http or https', () => {
    fc.assert(
      fc.property(fc.oneof(address, fc.string()), (text) => {
        const wish = readOpenWish(text, '/home/ann')
        if (wish?.kind === 'feed') expect(wish.address).toMatch(/^https?:\/\//)
        if (wish?.kind === 'article') expect(wish.articleId).toMatch(/^[0-9a-f]{32}$/)
      }),
    )
  })

  it('never make a gate throw', () => {
    fc.assert(
      fc.property(fc.oneof(address, fc.string()), (text) => {
        expect(typeof mayWindowRequest(text)).toBe('boolean')
        expect(mayNavigate(text, true) && !text.toLowerCase().startsWith('app:')).toBe(false)
      }),
    )
  })

  it('lose user name and password before they are logged', () => {
    const word = fc.stringMatching(/^[a-z0-9]{3,12}$/)
    fc.assert(
      fc.property(word, word, word, (user, password, token) => {
        const line = redact(`https://${user}:P${password}W@example.org/feed?k=T${token}K`, '/home/ann')
        expect(line).not.toContain(`P${password}W`)
        expect(line).not.toContain(`T${token}K`)
      }),
    )
  })
})
