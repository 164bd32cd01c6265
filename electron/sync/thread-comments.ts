/** Puts comments in the order they were written and each below the one it answers (thr:in-reply-to, RFC 4685). Pure. */
import type { ParsedItem } from '../feeds/parsed-feed'
import type { BodyRecord } from '../library/records'

/** Longest text kept of one comment, in UTF-16 units. */
const LONGEST = 10_000

/** `texts` are the plain texts of `items`, in their order; comments without text are left out. */
export function threadComments(
  items: readonly Pick<ParsedItem, 'guid' | 'author' | 'published' | 'inReplyTo'>[],
  texts: readonly string[],
): BodyRecord['comments'] {
  const written = items
    .map((item, at) => ({ item, text: (texts[at] ?? '').slice(0, LONGEST) }))
    .filter(({ text }) => text !== '')
    .sort((a, b) => compare(a.item.published, b.item.published))
  const places = new Map<string, number>()
  return written.map(({ item: { guid, author, published, inReplyTo }, text }, at) => {
    // Only earlier ones are known here: an answer to a later one, or a ring of answers, stands at the top.
    const parent = inReplyTo === undefined ? null : (places.get(inReplyTo) ?? null)
    if (guid !== null && !places.has(guid)) places.set(guid, at)
    return { author, published, text, parent }
  })
}

/** Comments without a time come first, as they stood. */
function compare(a: string | null, b: string | null): number {
  if (a === b) return 0
  return (a ?? '') < (b ?? '') ? -1 : 1
}
