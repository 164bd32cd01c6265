/** Numbers for the reader, by Intl. */
import { LOCALE } from './language'

const NUMBER = new Intl.NumberFormat(LOCALE)
const PLURAL = new Intl.PluralRules(LOCALE)
const PERCENT = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 0 })
const ONE_DIGIT = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 })

export function formatNumber(value: number): string {
  return NUMBER.format(value)
}

/** "1 article", "2,000 articles". */
export function count(value: number, one: string, other: string): string {
  return `${formatNumber(value)} ${PLURAL.select(value) === 'one' ? one : other}`
}

/** "4.2 MB"; decimal units, as the file manager shows them. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${formatNumber(bytes)} bytes`
  if (bytes < 1_000_000) return `${formatNumber(Math.round(bytes / 1000))} kB`
  return `${ONE_DIGIT.format(bytes / 1_000_000)} MB`
}

/** "150%" of 1.5. */
export function formatPercent(share: number): string {
  return PERCENT.format(share)
}
