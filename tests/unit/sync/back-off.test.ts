import { describe, expect, it } from 'vitest'
import { backOffMs } from '../../../electron/sync/back-off'

const minutes = (failures: number, random = 0.5, status: number | null = 500) =>
  backOffMs(failures, 'http_error', status, () => random) / 60_000

describe('back-off', () => {
  it('doubles from five minutes up to a day', () => {
    expect([1, 2, 3, 4].map((n) => minutes(n))).toEqual([5, 10, 20, 40])
    expect(minutes(9)).toBe(1280)
    expect(minutes(10)).toBe(1440)
    expect(minutes(5000)).toBe(1440)
  })

  it('spreads the waits by a quarter each way', () => {
    expect(minutes(1, 0)).toBe(3.75)
    expect(minutes(1, 1)).toBe(6.25)
  })

  it('begins with an hour where the server says that the request is wrong', () => {
    expect(minutes(1, 0.5, 404)).toBe(60)
    expect(minutes(1, 0.5, 403)).toBe(60)
    expect(minutes(1, 0.5, 429)).toBe(5)
  })
})
