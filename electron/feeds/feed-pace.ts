/**
 * How often a feed wants to be visited, by its own words: RSS 2.0 `ttl`, `skipHours` and `skipDays`, and the syndication
 * module (`sy:updatePeriod`, `sy:updateFrequency`, purl.org/rss/1.0/modules/syndication).
 */
import { child, childText, childTexts } from './element-values'
import type { XmlElement } from './xml-tree'

export interface FeedPace {
  /** Least minutes between two visits; null when only times are named. */
  readonly minutes: number | null
  /** Hours of the day in UTC, 0 to 23, in which nothing is published. */
  readonly skipHours: readonly number[]
  /** Days of the week in UTC on which nothing is published, 0 for Sunday. */
  readonly skipDays: readonly number[]
}

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const PERIODS: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 24 * 60,
  weekly: 7 * 24 * 60,
  monthly: 30 * 24 * 60,
  yearly: 365 * 24 * 60,
}

/** Null when the channel (or Atom's feed) wishes nothing that makes sense. */
export function readFeedPace(channel: XmlElement): FeedPace | null {
  const wishes = [timeToLive(channel), updatePeriod(channel)].filter((one) => one !== null)
  // Two wishes that differ: the reader gets the news by the shorter one.
  const minutes = wishes.length > 0 ? Math.min(...wishes) : null
  const skipHours = allButAll(childTexts(child(channel, 'skiphours'), 'hour').map(hourOf), 24)
  const skipDays = allButAll(childTexts(child(channel, 'skipdays'), 'day').map(dayOf), 7)
  return minutes === null && skipHours.length + skipDays.length === 0
    ? null
    : { minutes, skipHours, skipDays }
}

function timeToLive(channel: XmlElement): number | null {
  const minutes = positive(childText(channel, 'ttl'))
  return minutes === null ? null : Math.ceil(minutes)
}

/** The module's own defaults (daily, once) count only where one of its elements is there. */
function updatePeriod(channel: XmlElement): number | null {
  const period = childText(channel, 'sy:updateperiod')
  const often = childText(channel, 'sy:updatefrequency')
  if (period === null && often === null) return null
  const minutes = PERIODS[(period ?? 'daily').toLowerCase()]
  return minutes === undefined ? null : Math.ceil(minutes / (positive(often) ?? 1))
}

function positive(text: string | null): number | null {
  const value = text === null || !/^\d{1,9}(?:\.\d+)?$/.test(text) ? 0 : Number(text)
  return value > 0 ? value : null
}

/** RSS 0.91 counts the hours from 1 to 24, RSS 2.0 from 0 to 23: 24 is midnight. */
function hourOf(text: string): number | null {
  const hour = /^\d{1,2}$/.test(text) ? Number(text) : -1
  return hour < 0 || hour > 24 ? null : hour % 24
}

function dayOf(text: string): number | null {
  const day = DAYS.indexOf(text.toLowerCase())
  return day < 0 ? null : day
}

/** Each once; a feed that closes at all times has misunderstood. */
function allButAll(times: readonly (number | null)[], all: number): readonly number[] {
  const named = [...new Set(times)].filter((one) => one !== null).sort((a, b) => a - b)
  return named.length < all ? named : []
}
