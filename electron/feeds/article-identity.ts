/** The name of an article for ever after. Do not change this, or every reader gets every article twice. */
import { createHash } from 'node:crypto'
import type { ArticleId } from '../../contract/article-id'
import type { ParsedItem } from './parsed-feed'

/**
 * 32 hexadecimal digits out of the feed's id and, of the item: its guid; guid and link where the feed repeats that guid;
 * link where it has no guid; else what changes least. Two feeds never share an article. Keys carry a letter so that a
 * guid never equals a link.
 */
export function articleIdentity(
  feedId: string,
  item: ParsedItem,
  repeatedGuids: ReadonlySet<string>,
): ArticleId {
  // Sole place where an ArticleId is made; `contract/article-id.ts` checks those that come back from outside.
  return createHash('sha256')
    .update(`${feedId}\n${identityKey(item, repeatedGuids)}`)
    .digest('hex')
    .slice(0, 32) as ArticleId
}

function identityKey(item: ParsedItem, repeated: ReadonlySet<string>): string {
  const guid = withoutScheme(item.guid ?? '')
  const link = withoutScheme(item.url ?? '')
  if (guid !== '' && !repeated.has((item.guid ?? '').trim())) return `g\n${guid}`
  if (link !== '') return guid === '' ? `l\n${link}` : `gl\n${guid}\n${link}`
  // A date is more stable than a title, which gets corrected; both together tell notes of one day apart.
  const stable = [guid, item.published, item.title, item.enclosures[0]?.url].map((value) => value ?? '')
  return stable.some((value) => value !== '')
    ? `f\n${stable.join('\n')}`
    : `t\n${item.contentHtml ?? item.summaryHtml ?? ''}`
}

/** A site that moves from http to https says the same addresses as before. */
function withoutScheme(address: string): string {
  return address.trim().replace(/^https?:(?=\/\/)/i, '')
}

/** Guids that more than one item of a feed carries, with different links: such guids name nothing. */
export function repeatedGuids(items: readonly ParsedItem[]): ReadonlySet<string> {
  const links = new Map<string, string | null>()
  const repeated = new Set<string>()
  for (const item of items) {
    const guid = item.guid?.trim() ?? ''
    if (guid === '') continue
    const known = links.get(guid)
    if (known !== undefined && known !== item.url) repeated.add(guid)
    links.set(guid, item.url)
  }
  return repeated
}
