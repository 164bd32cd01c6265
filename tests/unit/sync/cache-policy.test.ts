import { describe, expect, it } from 'vitest'
import { freshUntil, retryAfterUntil } from '../../../electron/sync/cache-policy'

const now = Date.parse('2026-01-01T00:00:00Z')
const minutes = (time: number | null) => (time === null ? null : (time - now) / 60_000)

describe('freshness', () => {
  it.each([
    [{ 'cache-control': 'public, max-age=1800' }, 30],
    [{ 'cache-control': 'max-age="600"' }, 10],
    [{ 'cache-control': 'max-age=1800', age: '600' }, 20],
    [{ 'cache-control': 'max-age=31536000' }, 1440],
    [{ 'cache-control': 's-maxage=9000' }, null],
    [{ 'cache-control': 'max-age=0' }, null],
    [{ 'cache-control': 'no-cache, max-age=1800' }, null],
    [{ expires: 'Thu, 01 Jan 2026 00:10:00 GMT' }, 10],
    [{ expires: 'Thu, 01 Jan 2026 05:10:00 GMT', date: 'Thu, 01 Jan 2026 05:00:00 GMT' }, 10],
    [{ expires: 'Thu, 01 Jan 2026 00:10:00 GMT', 'cache-control': 'max-age=60' }, 1],
    [{ expires: '0' }, null],
    [{ expires: '-1' }, null],
    [{ expires: 'Wed, 31 Dec 2025 00:00:00 GMT' }, null],
    [{}, null],
  ])('%j lasts %s minutes', (headers, expected) => {
    expect(minutes(freshUntil(headers as Record<string, string>, now))).toBe(expected)
  })
})

describe('Retry-After', () => {
  it.each([
    ['120', 2],
    ['Thu, 01 Jan 2026 01:00:00 GMT', 60],
    ['99999999', 1440],
    ['Wed, 01 Jan 2031 01:00:00 GMT', 1440],
    ['Wed, 31 Dec 2025 00:00:00 GMT', null],
    ['0', null],
    ['soon', null],
    ['-5', null],
    ['', null],
  ])('"%s" waits %s minutes', (value, expected) => {
    expect(minutes(retryAfterUntil({ 'retry-after': value }, now))).toBe(expected)
  })
})
