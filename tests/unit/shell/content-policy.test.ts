/** What goes along with what our protocols serve. The effect is tried in tests/e2e/security.e2e.ts. */
import { expect, it } from 'vitest'
import { mediaHeaders, WINDOW_POLICY } from '../../../electron/shell/content-policy'

it('lets nothing run in a stored picture, an SVG with script in it too, and has it taken for nothing else', () => {
  const headers = mediaHeaders('image/svg+xml')
  expect(headers).toMatchObject({ 'content-type': 'image/svg+xml', 'x-content-type-options': 'nosniff' })
  const policy = headers['content-security-policy'] ?? ''
  expect(policy).toMatch(/^default-src 'none';/)
  expect(policy).toMatch(/; sandbox$/)
  expect(policy).not.toMatch(/script|allow/)
})

it('lets the window run its own program only, and connect to nothing', () => {
  expect(WINDOW_POLICY).toContain("default-src 'none'; script-src 'self';")
  expect(WINDOW_POLICY).toContain("connect-src 'none'")
  expect(WINDOW_POLICY).not.toMatch(/unsafe|https?:|\*/)
})
