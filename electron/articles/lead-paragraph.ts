/** The paragraph an article opens with, for pages and feeds that name no lead of their own. Pure. */

/** A dateline is shorter, a whole article without paragraphs longer. */
const SHORTEST = 40
const LONGEST = 700

/** The first paragraph of an article's text; null when it is none that could stand above the article. */
export function leadParagraph(text: string): string | null {
  const end = text.indexOf('\n\n')
  const first = end < 0 ? text : text.slice(0, end)
  return first.length >= SHORTEST && first.length <= LONGEST ? first : null
}
