/** No secret in a log line. */
import { describe, expect, it } from 'vitest'
import { redact } from '../../../electron/shell/redact'

describe('redact', () => {
  it('takes user names, passwords and queries out of addresses', () => {
    expect(redact('GET https://ann:pass@example.org/feed?token=abc&x=1 failed', '/home/ann')).toBe(
      'GET https://…@example.org/feed?… failed',
    )
  })

  it('takes named secrets out', () => {
    const line = redact('authorization: Basic YWJj, password="hunter2" api_key=12', '')
    for (const secret of ['YWJj', 'hunter2', '12']) expect(line).not.toContain(secret)
  })

  it("shortens the reader's home folder", () => {
    expect(redact('/home/ann/.config/Offprint/library', '/home/ann')).toBe('~/.config/Offprint/library')
  })

  it('leaves ordinary lines alone', () => {
    expect(redact('sync ended: 3 feeds, 12 articles', '/home/ann')).toBe('sync ended: 3 feeds, 12 articles')
  })

  it('stays quick on a megabyte made to slow it down', () => {
    const begun = performance.now()
    for (const bait of ['a://', 'password=', 'token:   ', 'x@', '://a?'])
      redact(bait.repeat(200_000), '/home/ann')
    expect(performance.now() - begun).toBeLessThan(3_000)
  })
})
