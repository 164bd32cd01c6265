/** One line about a feed that may be added: its kind, how often it publishes, how much of its articles it carries. Pure. */
import type { FeedPreview } from '../../contract/feed'
import { formatShort } from '../text/format-date'
import { wording } from '../text/wording'

const text = wording.subscribe
/** Half a year, as in the list of feeds that have fallen silent. */
const SILENT_MS = 182 * 24 * 60 * 60_000
const DAYS_A_MONTH = 30
/** Below it the next longer time says more: "10 a week" rather than "1 a day". */
const FEWEST = 1.5

/** `now`: milliseconds since 1970. */
export function previewFacts(preview: FeedPreview, now: number): readonly string[] {
  return [
    text.formats[preview.format],
    paceWords(preview, now),
    preview.text === null ? null : text.texts[preview.text],
  ].filter((fact) => fact !== null)
}

function paceWords({ newest, perMonth }: FeedPreview, now: number): string | null {
  if (newest !== null && now - Date.parse(newest) > SILENT_MS)
    return text.silentSince(formatShort(Date.parse(newest), now))
  if (perMonth === null) return null
  const [perDay, perWeek] = [perMonth / DAYS_A_MONTH, (perMonth / DAYS_A_MONTH) * 7]
  if (perDay >= FEWEST) return text.perDay(Math.round(perDay))
  if (perWeek >= FEWEST) return text.perWeek(Math.round(perWeek))
  return perMonth < 0.75 ? text.seldom : text.perMonth(Math.max(1, Math.round(perMonth)))
}
