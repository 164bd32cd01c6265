/** Dates for the reader, by Intl, in the computer's own time zone. Times go in as ISO 8601 text or milliseconds since 1970. */
import { wording } from './wording'
import { LOCALE } from './language'

const DAY_MS = 86_400_000

const PARTS = new Intl.DateTimeFormat(LOCALE, {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})
const CLOCK = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit' })
const SHORT_DAY = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short' })
const SHORT_DAY_YEAR = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric' })
const AGO = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' })

/** "Thursday, 29 February 2024"; empty for what is not a date. */
export function formatDateline(time: string | number): string {
  const date = new Date(time)
  if (Number.isNaN(date.getTime())) return ''
  const parts = new Map(PARTS.formatToParts(date).map(({ type, value }) => [type, value]))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? ''
  // Put together here: whether a comma follows the weekday differs between versions of ICU.
  return wording.dateline(part('weekday'), part('day'), part('month'), part('year'))
}

/** "14:05". */
export function formatClock(time: string | number): string {
  const date = new Date(time)
  return Number.isNaN(date.getTime()) ? '' : CLOCK.format(date)
}

/** The line above a day's articles: "Today", "Yesterday", else the date in full. */
export function formatDay(time: number, now: number): string {
  const days = calendarDays(time, now)
  if (days === 0) return wording.list.today
  if (days === 1) return wording.list.yesterday
  return formatDateline(time)
}

/** Short, for a row: the clock for today, else the day. */
export function formatShort(time: number, now: number): string {
  if (calendarDays(time, now) === 0) return formatClock(time)
  const sameYear = new Date(time).getFullYear() === new Date(now).getFullYear()
  return (sameYear ? SHORT_DAY : SHORT_DAY_YEAR).format(time)
}

/** "5 minutes ago", "in 2 hours". */
export function formatAgo(time: string | number, now: number): string {
  const seconds = Math.round((new Date(time).getTime() - now) / 1000)
  if (Number.isNaN(seconds)) return ''
  const size = Math.abs(seconds)
  if (size < 45) return AGO.format(0, 'second')
  if (size < 45 * 60) return AGO.format(Math.round(seconds / 60) || Math.sign(seconds), 'minute')
  if (size < 22 * 3600) return AGO.format(Math.round(seconds / 3600) || Math.sign(seconds), 'hour')
  return AGO.format(Math.round(seconds / 86_400) || Math.sign(seconds), 'day')
}

function calendarDays(time: number, now: number): number {
  const midnight = (value: number) => new Date(value).setHours(0, 0, 0, 0)
  // Rounded, because a day of the clock change is 23 or 25 hours long.
  return Math.round((midnight(now) - midnight(time)) / DAY_MS)
}
