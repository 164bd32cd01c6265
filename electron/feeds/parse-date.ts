/** Dates as feeds write them -> ISO 8601 in UTC. No clock and no locale: the same text gives the same answer everywhere. */
import { monthNumber, zoneMinutes } from './date-words'

interface DateParts {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly millisecond: number
  /** Minutes east of Greenwich; a date without a zone is taken for UTC. */
  readonly zone: number
}

const MIDNIGHT = { hour: 0, minute: 0, second: 0, millisecond: 0, zone: 0 }
type Clock = typeof MIDNIGHT

const TIME =
  /^(?<hour>\d{1,2})(?:[:.h](?<minute>\d{1,2})(?:[:.](?<second>\d{1,2})(?:[.,](?<fraction>\d+))?)?)? ?(?<half>[ap]\.?m\.?)? ?(?:(?<name>[a-z]{1,5})?(?<offset>[+-]\d{1,2}(?::?\d{2})?)?)? ?(?:\(.*\)|\[.*\])?$/i

/** Longer texts are no dates; the limit also keeps every expression below cheap. */
const MAX_LENGTH = 120

/** `YYYY-MM-DDTHH:MM:SS[.mmm]Z`, or null for what is no date or an impossible one (31 June, 25 o'clock). Never throws. */
export function parseDate(text: string | null | undefined): string | null {
  const value = text
    ?.replace(/[\u00a0\u2009\u202f\u200e\u200f]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (!value || value.length > MAX_LENGTH) return null
  const parts =
    isoDate(value) ??
    epoch(value) ??
    compactDate(value) ??
    asianDate(value) ??
    numericDate(value) ??
    wordyDate(value)
  return parts ? instant(parts) : null
}

function instant(parts: DateParts): string | null {
  // A leap second has no instant of its own in JavaScript.
  const second = parts.second === 60 ? 59 : parts.second
  if (!isDay(parts) || !isTime({ ...parts, second })) return null
  const { year, month, day, hour, minute, millisecond, zone } = parts
  const time = Date.UTC(year, month - 1, day, hour, minute, second, millisecond) - zone * 60_000
  const iso = new Date(time).toISOString()
  return millisecond === 0 ? iso.replace('.000Z', 'Z') : iso
}

function isDay({ year, month, day }: DateParts): boolean {
  return year >= 1000 && year <= 9998 && month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month)
}

/** 24:00 is the end of the day (ISO 8601). */
function isTime({ hour, minute, second, zone }: DateParts): boolean {
  const within = hour < 24 || (hour === 24 && minute === 0 && second === 0)
  return within && minute <= 59 && second <= 59 && Math.abs(zone) <= 16 * 60
}

function daysOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** ISO 8601, RFC 3339, W3CDTF, SQL, also with a blank, one-digit fields, a weekday before it, or only year or month. */
function isoDate(value: string): DateParts | null {
  const match =
    /^(?:[^\d\s]{2,12},? )?(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:(?:[T, ]+| at )(\d.*))?$/i.exec(
      value,
    )
  if (!match) return null
  const [, year = '', month = '1', day = '1', rest] = match
  const clock = rest === undefined ? MIDNIGHT : clockOf(rest)
  return clock && { year: Number(year), month: Number(month), day: Number(day), ...clock }
}

/** 20040531, 20040531T120000Z, 040531, 2004-152, 2004152, -03-12: the short forms of ISO 8601. */
function compactDate(value: string): DateParts | null {
  return calendarDate(value) ?? ordinalDate(value) ?? centuryDate(value)
}

function calendarDate(value: string): DateParts | null {
  const match = /^(\d{4}|\d{2})-?(\d{2})-?(\d{2})(?:[T ]?(\d{2}:?\d{2}.*))?$/.exec(value)
  if (!match) return null
  const [, year = '', month = '', day = '', rest] = match
  const time = rest?.replace(/^(\d\d)(\d\d)(?=\d\d)/, '$1:$2:').replace(/^(\d\d)(?=\d\d)/, '$1:')
  const clock = time === undefined ? MIDNIGHT : clockOf(time)
  return clock && { year: fullYear(year), month: Number(month), day: Number(day), ...clock }
}

function ordinalDate(value: string): DateParts | null {
  const match = /^(\d{4}|\d{2})-?(\d{3})(?:T(\d.*))?$/.exec(value)
  if (!match) return null
  const [, year = '', day = '', rest] = match
  const clock = rest === undefined ? MIDNIGHT : clockOf(rest)
  return clock && dayOfYear(fullYear(year), Number(day), clock)
}

function centuryDate(value: string): DateParts | null {
  const match = /^-(\d{2})-?(\d{2})(?:-?(\d{2}))?$/.exec(value)
  if (!match) return null
  return { year: fullYear(match[1] ?? ''), month: Number(match[2]), day: Number(match[3] ?? 1), ...MIDNIGHT }
}

function dayOfYear(year: number, day: number, clock: Clock): DateParts | null {
  const date = new Date(Date.UTC(year, 0, day))
  if (day < 1 || date.getUTCFullYear() !== year) return null
  return { year, month: date.getUTCMonth() + 1, day: date.getUTCDate(), ...clock }
}

/** 2004년 5월 28일 오후 11:31:25, 2004年5月28日 14時02分, with morning and afternoon before the time. */
function asianDate(value: string): DateParts | null {
  const match =
    /^(\d{4})\s*[년年]\s*(\d{1,2})\s*[월月]\s*(\d{1,2})\s*[일日号]?\D*?(오전|오후|上午|下午|午前|午後)?\s*(\d{1,2}.*)?$/.exec(
      value,
    )
  if (!match) return null
  const [, year, month, day, half, rest] = match
  const korean = /[년오]/.test(value) ? 540 : 0
  const time = rest
    ?.replace(/\s*[시时時点]\s*/, ':')
    .replace(/\s*[분分]\s*/, ':')
    .replace(/[초秒]/, '')
    .replace(/:$/, '')
  const clock = time === undefined ? { ...MIDNIGHT, zone: korean } : clockOf(time, korean)
  if (!clock) return null
  const afternoon = half !== undefined && /오후|下午|午後/.test(half) && clock.hour < 12
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    ...clock,
    hour: clock.hour + (afternoon ? 12 : 0),
  }
}

/** 31.12.2004, 31/12/2004, 12/31/2004 with or without a time. Dots mean day first; slashes month first unless that cannot be. */
function numericDate(value: string): DateParts | null {
  const match =
    /^(?:[^\d\s]{2,12},? )?(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:,? (?:-|at)? ?(\d.*))?$/i.exec(value)
  if (!match) return null
  const [, first = '', separator, second = '', year = '', rest] = match
  const dayFirst = separator !== '/' || Number(first) > 12
  const [day, month] = dayFirst && Number(second) <= 12 ? [first, second] : [second, first]
  const clock = rest === undefined ? MIDNIGHT : clockOf(rest)
  return clock && { year: fullYear(year), month: Number(month), day: Number(day), ...clock }
}

/** Seconds or milliseconds since 1970, as some scripts print them. */
function epoch(value: string): DateParts | null {
  if (!/^(?:\d{9,10}|\d{13})(?:\.\d+)?$/.test(value)) return null
  const number = Number(value)
  const date = new Date(number > 99_999_999_999 ? number : number * 1000)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
    zone: 0,
  }
}

/** RFC 822 and all its relatives: a month in letters, and day, year, time and zone in whatever order. */
function wordyDate(value: string): DateParts | null {
  const month = wordOf(value, monthNumber)
  if (month === null) return null
  const time = /(?<!\d)(\d{1,2})(?::|h)(\d{1,2})(?::(\d{1,2})(?:[.,]\d+)?)?/i.exec(value)
  const rest = time ? value.replace(time[0], ' ; ') : value
  const zone = zoneOf(rest)
  const numbers = [...rest.replace(/(?:GMT|UTC)?[+-]\d{1,2}:?\d{2}\b(?!.*\d{4})/i, ' ').matchAll(/\d+/g)].map(
    (one) => one[0],
  )
  const yearAt = numbers.findIndex((one) => one.length === 4)
  const dayAt = numbers.findIndex((one, at) => one.length <= 2 && at !== yearAt)
  const year = numbers[yearAt >= 0 ? yearAt : numbers.findIndex((one, at) => at > dayAt && one.length === 2)]
  if (dayAt < 0 || year === undefined) return null
  const clock = time
    ? { hour: Number(time[1]), minute: Number(time[2]), second: Number(time[3] ?? 0), millisecond: 0, zone }
    : { ...MIDNIGHT, zone }
  return { year: fullYear(year), month, day: Number(numbers[dayAt]), ...inHalf(clock, value) }
}

/** What `read` makes of the last word that it knows: "mar. 5 nov. 2019" begins with a Tuesday. */
function wordOf(value: string, read: (word: string) => number | null): number | null {
  let found: number | null = null
  for (const [word] of value.matchAll(/\p{L}+/gu)) found = read(word) ?? found
  return found
}

function zoneOf(rest: string): number {
  const offset = /(?:GMT|UTC)?\s?([+-])(\d{1,2}):?(\d{2})?(?!\d)/i.exec(
    rest.replace(/(\p{L}|\d)-(\p{L}|\d)/gu, '$1 $2'),
  )
  if (offset) return (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3] ?? 0))
  return wordOf(rest, zoneMinutes) ?? 0
}

/** `14:05`, `2:05:09.25 PM`, `14:05+0200`, `14:05 EST`; null when it is no time. `zone` holds where none is written. */
function clockOf(text: string, zone = 0): Clock | null {
  const groups = TIME.exec(text)?.groups
  if (!groups) return null
  const { hour, minute, second, fraction, half, name, offset } = groups
  // A number alone is no time ("2004-05-28 3"), with anything beside it it is ("3 PM", "15Z").
  if ([minute, half, name, offset].every((part) => part === undefined)) return null
  const named = name === undefined ? null : zoneMinutes(name)
  const clock = {
    hour: Number(hour),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    millisecond: Math.floor(Number(`0.${fraction ?? '0'}`) * 1000),
    zone: offset === undefined ? (named ?? zone) : offsetMinutes(offset),
  }
  return inHalf(clock, text)
}

function offsetMinutes(offset: string): number {
  const digits = offset.slice(1).replace(':', '').padStart(2, '0')
  const padded = digits.length === 3 ? `0${digits}` : digits
  return (
    (offset.startsWith('-') ? -1 : 1) * (Number(padded.slice(0, 2)) * 60 + Number(padded.slice(2, 4) || '0'))
  )
}

/** Twelve-hour clocks: noon and midnight are 12. */
function inHalf(clock: Clock, text: string): Clock {
  const half = /\d\s?([ap])\.?m\b/i.exec(text)?.[1]?.toLowerCase()
  if (half === undefined || clock.hour > 12) return clock
  return { ...clock, hour: (clock.hour % 12) + (half === 'p' ? 12 : 0) }
}

/** Two digits: RFC 2822 would put 50 to 99 in the last century, feeds begin in 1990. */
function fullYear(text: string): number {
  const year = Number(text)
  if (text.length > 2) return year
  return year < 70 ? 2000 + year : 1900 + year
}
