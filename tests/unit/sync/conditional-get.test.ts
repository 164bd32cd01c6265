import { describe, expect, it } from 'vitest'
import { NO_VALIDATORS, conditionalHeaders, validatorsOf } from '../../../electron/sync/conditional-get'

const now = Date.parse('2026-01-10T00:00:00Z')
const day = 24 * 60 * 60 * 1000
const modified = 'Fri, 09 Jan 2026 08:00:00 GMT'

describe('validators', () => {
  it('sends the pair back exactly as it came', () => {
    const kept = validatorsOf({ etag: 'W/"a b"', 'last-modified': modified }, now)
    expect(conditionalHeaders(kept, now + day)).toEqual({
      'If-None-Match': 'W/"a b"',
      'If-Modified-Since': modified,
    })
  })

  it('sends the one that a server gives', () => {
    expect(conditionalHeaders(validatorsOf({ etag: '"1"' }, now), now)).toEqual({ 'If-None-Match': '"1"' })
    expect(conditionalHeaders(validatorsOf({ 'last-modified': modified }, now), now)).toEqual({
      'If-Modified-Since': modified,
    })
  })

  it('drops them after eight days, because some servers answer 304 for ever', () => {
    const kept = validatorsOf({ etag: '"1"' }, now)
    expect(conditionalHeaders(kept, now + 8 * day - 1)).not.toEqual({})
    expect(conditionalHeaders(kept, now + 8 * day)).toEqual({})
  })

  it('drops them when the clock was set back far', () => {
    expect(conditionalHeaders(validatorsOf({ etag: '"1"' }, now), now - 2 * day)).toEqual({})
  })

  it.each(['Tue, 19 Jan 2038 03:14:07 GMT', 'Thu, 01 Jan 1970 00:00:00 GMT', 'yesterday', ''])(
    'ignores the impossible date "%s" and keeps the tag',
    (date) => {
      expect(validatorsOf({ etag: '"1"', 'last-modified': date }, now).lastModified).toBeNull()
      expect(validatorsOf({ etag: '"1"', 'last-modified': date }, now).etag).toBe('"1"')
    },
  )

  it('keeps nothing of an answer without validators', () => {
    expect(validatorsOf({}, now)).toEqual(NO_VALIDATORS)
    expect(validatorsOf({ etag: ' ' }, now)).toEqual(NO_VALIDATORS)
    expect(conditionalHeaders(null, now)).toEqual({})
  })
})
