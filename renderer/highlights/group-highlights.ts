/** Filters the library's highlights, groups them by article, feed, colour or day, and writes them as text to be copied. Pure. */
import { HIGHLIGHT_COLORS } from '../../contract/highlight'
import type { HighlightColor, HighlightRow } from '../../contract/highlight'

export const GROUPINGS = ['article', 'feed', 'color', 'date'] as const
export type HighlightGrouping = (typeof GROUPINGS)[number]

export interface HighlightGroup {
  /** The article's id, the feed's title, the colour, or the day as `dayOf` names it. */
  readonly key: string
  /** By article in the order of the text, else the newest first. */
  readonly highlights: readonly HighlightRow[]
}

export function filterHighlights(
  highlights: readonly HighlightRow[],
  words: string,
  color: HighlightColor | null,
): readonly HighlightRow[] {
  const wanted = words.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return highlights.filter((highlight) => {
    if (color !== null && highlight.color !== color) return false
    const { quote, note, articleTitle, feedTitle } = highlight
    const text = [quote, note, articleTitle, feedTitle].join('\n').toLocaleLowerCase()
    return wanted.every((word) => text.includes(word))
  })
}

/** The group highlighted last first; colours in their own order. @param dayOf the day of a time of ISO 8601 */
export function groupHighlights(
  highlights: readonly HighlightRow[],
  by: HighlightGrouping,
  dayOf: (time: string) => string,
): readonly HighlightGroup[] {
  const latestFirst = [...highlights].sort((a, b) => b.created.localeCompare(a.created))
  const groups = new Map<string, HighlightRow[]>(
    by === 'color' ? HIGHLIGHT_COLORS.map((one) => [one, []]) : [],
  )
  for (const highlight of latestFirst) {
    const key = keyOf(highlight, by, dayOf)
    const group = groups.get(key)
    if (group) group.push(highlight)
    else groups.set(key, [highlight])
  }
  return [...groups].flatMap(([key, all]) => {
    if (all.length === 0) return []
    return [{ key, highlights: by === 'article' ? [...all].sort((a, b) => a.start - b.start) : all }]
  })
}

function keyOf(
  { articleId, feedTitle, color, created }: HighlightRow,
  by: HighlightGrouping,
  dayOf: (time: string) => string,
): string {
  if (by === 'article') return articleId
  if (by === 'feed') return feedTitle
  return by === 'color' ? color : dayOf(created)
}

/** Quotes as Markdown, each with its note and the article it stands in. */
export function highlightsText(highlights: readonly HighlightRow[]): string {
  return highlights
    .map(({ quote, note, articleTitle, feedTitle }) => {
      const quoted = quote.split('\n').map((line) => `> ${line}`.trimEnd())
      return [...quoted, '', ...(note ? [note, ''] : []), `— ${articleTitle}, ${feedTitle}`].join('\n')
    })
    .join('\n\n')
}
