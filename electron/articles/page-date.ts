/** Dates as pages write them, in many languages, into ISO 8601 UTC. Feeds have their own reader; pages are wilder and often give a day only. */

const MONTH_NAMES: readonly (readonly string[])[] = [
  'jan january januar jänner janvier janv enero ene gennaio gen janeiro januari styczeń stycznia sty январь января янв leden ledna ocak januar tammikuu ianuarie',
  'feb february februar fevrier février févr fév febrero febbraio fevereiro fev februari luty lutego lut февраль февраля фев únor února şubat helmikuu',
  'mar march märz mär maerz mars marzo março maart mrt marzec marca март марта мар březen března mart maaliskuu martie',
  'apr april avril avr abril abr aprile kwiecień kwietnia kwi апрель апреля апр duben dubna nisan huhtikuu',
  'may mai mayo maggio mag maio mei maj maja май мая květen května mayıs toukokuu',
  'jun june juni juin junio giugno giu junho czerwiec czerwca cze июнь июня июн červen června haziran kesäkuu',
  'jul july juli juillet juil julio luglio lug julho lipiec lipca lip июль июля июл červenec července temmuz heinäkuu',
  'aug august août aout agosto ago augustus augusti sierpień sierpnia sie август августа авг srpen srpna ağustos elokuu',
  'sep sept september septembre septiembre settembre set setembro wrzesień września wrz сентябрь сентября сен září eylül syyskuu',
  'oct october oktober okt octobre octubre ottobre ott outubro out październik października paź октябрь октября окт říjen října ekim lokakuu',
  'nov november novembre noviembre novembro listopad listopada lis ноябрь ноября ноя listopadu kasım marraskuu',
  'dec december dezember dez décembre decembre déc diciembre dic dicembre dezembro grudzień grudnia gru декабрь декабря дек prosinec prosince aralık joulukuu',
].map((names) => names.split(' '))

const MONTHS = new Map<string, number>()
MONTH_NAMES.forEach((names, month) => {
  for (const name of names) if (!MONTHS.has(name)) MONTHS.set(name, month)
})

const ZONES: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  est: -300,
  edt: -240,
  et: -300,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  cet: 60,
  cest: 120,
  bst: 60,
  ist: 330,
  msk: 180,
}

// No web page is older than the web's first; scanned newspapers state their own dates in other ways.
const FIRST_YEAR = 1990
const LAST_YEAR = 2100

const ISO =
  /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[T\s,]|T\s)\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2}|[+-]\d{2}(?!\d)|[a-z]{2,4}(?![a-z]))?)?/i
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?(Z|[+-]\d{2}:?\d{2})?$/
const YEAR_FIRST = /(?<!\d)(\d{4})\s?[/.年년]\s?(\d{1,2})\s?[/.月월]\s?(\d{1,2})(?!\d)/
const NUMBERS = /(?<![\d/.-])(\d{1,2})([/.-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?![\d/])/
const DAY_MONTH =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th|\.|er|º|ª)?[\s/-]*(?:de\s+|of\s+)?(\p{L}{3,12})\.?,?(?:\s+(?:de|del)\s+|[\s,/-]*)'?(\d{4})(?!\d)/u
const MONTH_DAY = /(?<!\p{L})(\p{L}{3,12})\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?\.?,?\s+(?:at\s+)?(\d{4})(?!\d)/u
const CLOCK =
  /(?<![\d:])(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?\s*([ap]\.?m\.?)?\s*(?:\(?(Z|UTC|GMT|[A-Z]{2,4}|[+-]\d{2}:?\d{2})\b)?/i

interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
  /** What stands after the day, where a time of day may be. */
  readonly rest: string
}

/** First date in `text` as ISO 8601 UTC, or null. A day without a time becomes midnight UTC; a time without a zone counts as UTC. */
export function parsePageDate(text: string | null | undefined): string | null {
  if (!text) return null
  const short = text.slice(0, 300).trim()
  const whole = COMPACT.exec(short) ?? ISO.exec(short)
  if (whole) {
    const [, year, month, day, hour, minute, second, zone] = whole
    const date = { year: Number(year), month: Number(month) - 1, day: Number(day), rest: '' }
    return instant(date, [Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0)], offsetOf(zone))
  }
  if (/^\d{10}$/.test(short)) return new Date(Number(short) * 1000).toISOString()
  if (/^\d{13}$/.test(short)) return new Date(Number(short)).toISOString()
  const day = dayOf(short)
  return day ? withClock(day) : null
}

function dayOf(text: string): Day | null {
  const lower = text.toLowerCase()
  return yearFirst(lower) ?? namedMonth(lower) ?? numbers(lower)
}

function yearFirst(text: string): Day | null {
  const found = YEAR_FIRST.exec(text)
  if (!found) return null
  const rest = text.slice(found.index + found[0].length)
  return { year: Number(found[1]), month: Number(found[2]) - 1, day: Number(found[3]), rest }
}

function namedMonth(text: string): Day | null {
  for (const [pattern, monthAt, dayAt] of [
    [MONTH_DAY, 1, 2],
    [DAY_MONTH, 2, 1],
  ] as const) {
    const found = pattern.exec(text)
    const month = MONTHS.get(found?.[monthAt] ?? '')
    if (!found || month === undefined) continue
    const rest = text.slice(found.index + found[0].length)
    return { year: Number(found[3]), month, day: Number(found[dayAt]), rest }
  }
  return null
}

function numbers(text: string): Day | null {
  const found = NUMBERS.exec(text)
  if (!found) return null
  const first = Number(found[1])
  const second = Number(found[3])
  const year = Number(found[4]) + (found[4]?.length === 2 ? 2000 : 0)
  const rest = text.slice(found.index + found[0].length)
  // Only slashes are ever used month first; a number above twelve decides, else the day comes first as most of the world has it.
  const monthFirst =
    second > 12 || (found[2] === '/' && first <= 12 && /[ap]m\b|\best\b|\bedt\b|\bpst\b|\bet\b/.test(rest))
  return monthFirst
    ? { year, month: first - 1, day: second, rest }
    : { year, month: second - 1, day: first, rest }
}

function withClock(day: Day): string | null {
  const found = CLOCK.exec(day.rest.slice(0, 40))
  if (!found) return instant(day, [0, 0, 0], 0)
  let hour = Number(found[1])
  const half = found[4]?.[0]?.toLowerCase()
  if (half === 'p' && hour < 12) hour += 12
  if (half === 'a' && hour === 12) hour = 0
  return instant(day, [hour, Number(found[2]), Number(found[3] ?? 0)], offsetOf(found[5]))
}

function offsetOf(zone: string | undefined): number {
  if (!zone) return 0
  const signed = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone)
  if (!signed) return ZONES[zone.toLowerCase()] ?? 0
  return (signed[1] === '-' ? -1 : 1) * (Number(signed[2]) * 60 + Number(signed[3] ?? 0))
}

function instant(
  day: Day,
  [hour, minute, second]: readonly [number, number, number],
  offset: number,
): string | null {
  if (day.year < FIRST_YEAR || day.year > LAST_YEAR) return null
  const at = Date.UTC(day.year, day.month, day.day, hour, minute, second)
  const check = new Date(at)
  const real = check.getUTCMonth() === day.month && check.getUTCDate() === day.day && hour < 24 && minute < 60
  return real ? new Date(at - offset * 60_000).toISOString() : null
}
