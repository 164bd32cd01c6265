import { describe, expect, it } from 'vitest'
import { formatAgo, formatDateline, formatDay, formatShort } from '../../../renderer/text/format-date'

const noon = new Date(2024, 1, 29, 12).getTime()
const HOUR = 3_600_000

describe('dates', () => {
  it('are written in full as a dateline', () => {
    expect(formatDateline(noon)).toBe('Thursday, 29 February 2024')
  })

  it('stay silent for what is no date', () => {
    expect(formatDateline('soon')).toBe('')
    expect(formatAgo('soon', noon)).toBe('')
  })

  it('call the last two days by name, by the calendar and not by 24 hours', () => {
    expect(formatDay(noon - 11 * HOUR, noon)).toBe('Today')
    expect(formatDay(noon - 13 * HOUR, noon)).toBe('Yesterday')
    expect(formatDay(noon - 37 * HOUR, noon)).toBe('Tuesday, 27 February 2024')
  })

  it('show the clock for today and the year only when it is another one', () => {
    expect(formatShort(noon, noon)).toBe('12:00')
    expect(formatShort(noon - 48 * HOUR, noon)).toBe('27 Feb')
    expect(formatShort(noon - 400 * 24 * HOUR, noon)).toBe('25 Jan 2023')
  })

  it('tell how long ago, in the largest unit that fits', () => {
    expect(formatAgo(noon - 5 * 60_000, noon)).toBe('5 minutes ago')
    expect(formatAgo(noon + 2 * HOUR, noon)).toBe('in 2 hours')
    expect(formatAgo(noon - 10_000, noon)).toBe('now')
  })
})
