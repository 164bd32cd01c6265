/** Raw values of any reader -> the normal form: text decoded and trimmed, dates in UTC, addresses in HTML absolute. */
import { absoluteHtml } from './absolute-html'
import { personName } from './element-values'
import { oneLine, plainText } from './html-text'
import { parseDate } from './parse-date'
import type { ParsedFeed, ParsedItem } from './parsed-feed'
import type { RawFeed, RawItem, RawText } from './raw-item'
import { dropForbidden } from './references'

/** More categories, authors or attachments of one item are nobody's. */
const MAX_NAMES = 200

/** `documentBase` is where the feed was fetched from, or null. */
export function finishFeed(
  raw: RawFeed,
  documentBase: string | null,
): { readonly feed: ParsedFeed; readonly items: readonly ParsedItem[] } {
  const feed: ParsedFeed = {
    title: textValue(raw.title),
    description: textValue(raw.description),
    link: raw.link,
    language: line(raw.language),
    author: names(raw.authors),
    updated: firstDate(raw.updated),
    published: firstDate(raw.published),
    image: raw.image,
    generator: line(raw.generator),
    rights: textValue(raw.rights),
    categories: categories(raw.categories),
    selfUrl: raw.selfUrl,
    pace: raw.pace,
  }
  const base = documentBase ?? raw.selfUrl ?? raw.link
  const items = raw.items.map((item) => finishItem(item, base)).filter(holdsSomething)
  return { feed, items }
}

function finishItem(raw: RawItem, base: string | null): ParsedItem {
  const url = raw.links[0] ?? null
  const count = raw.commentCount === null ? NaN : parseInt(raw.commentCount, 10)
  return {
    guid: raw.guid?.trim() ?? null,
    url,
    title: textValue(raw.title),
    author: names(raw.authors),
    published: firstDate(raw.published),
    updated: lastDate(raw.updated),
    summaryHtml: htmlValue(raw.summary, url ?? base),
    contentHtml: htmlValue(raw.content, url ?? base),
    categories: categories(raw.categories),
    enclosures: raw.enclosures.slice(0, MAX_NAMES),
    image: raw.image,
    commentsUrl: raw.commentsUrl,
    commentsFeedUrl: raw.commentsFeedUrl,
    commentCount: Number.isSafeInteger(count) && count >= 0 ? count : null,
    ...(raw.inReplyTo ? { inReplyTo: raw.inReplyTo } : {}),
  }
}

/** An empty `<item/>` is no article. */
function holdsSomething(item: ParsedItem): boolean {
  return Object.values(item).some(
    (value: unknown) => value !== null && !(Array.isArray(value) && value.length === 0),
  )
}

function textValue(raw: RawText | null): string | null {
  return raw && orNull(plainText(raw.value, raw.kind))
}

/** Text that is declared as such becomes HTML by escaping; everything else is HTML already. */
function htmlValue(raw: RawText | null, base: string | null): string | null {
  if (!raw) return null
  const html = raw.kind === 'text' ? raw.value.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : raw.value
  return orNull(absoluteHtml(dropForbidden(html), raw.base ?? base).trim())
}

function names(people: readonly string[]): string | null {
  const unique = [
    ...new Set(people.slice(0, MAX_NAMES).map((one) => oneLine(plainText(personName(one), 'unknown')))),
  ]
  return orNull(unique.filter((name) => name !== '').join(', '))
}

function categories(values: readonly string[]): readonly string[] {
  return [...new Set(values.slice(0, MAX_NAMES).map((value) => plainText(value, 'unknown')))].filter(
    (value) => value !== '',
  )
}

function firstDate(candidates: readonly string[]): string | null {
  for (const candidate of candidates) {
    const date = parseDate(candidate)
    if (date !== null) return date
  }
  return null
}

/** Of several updates the last one counts. */
function lastDate(candidates: readonly string[]): string | null {
  const dates = candidates.map(parseDate).filter((date) => date !== null)
  return dates.sort().at(-1) ?? null
}

const line = (value: string | null): string | null =>
  value === null ? null : orNull(plainText(value, 'unknown'))
const orNull = (value: string): string | null => (value === '' ? null : value)
