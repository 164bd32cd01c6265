/** The feeds that a web page names, best first. Looks at links only; what is to be tried without one is in `guess-feed-addresses.ts`. */
import { absoluteUrl } from '../../contract/absolute-url'
import type { FoundFeed } from '../../contract/feed'
import { oneLine } from './html-text'
import { walkMarkup } from './markup-tokens'

const FEED_TYPE = /^(?:application|text)\/(?:(?:rss|atom|rdf)\+xml|x-rss\+xml|rss|atom|feed\+json)\b/i
/** Types, or none, that may be anything: taken when the address or the title speaks of a feed. */
const VAGUE_TYPE = /^$|^(?:(?:application|text)\/xml|application\/json)\b/i
const SOUNDS_LIKE_FEED =
  /\b(?:rss|atom|rdf|feeds?|jsonfeed|syndication)\b|feed\.(?:xml|json)|\.(?:rss|atom|rdf)\b/i
/** Anchors are a hint only: `feed/`, `rss.xml`, `?feed=rss2`. */
const FEED_ADDRESS = /(?:^|[/.?&=_-])(?:rss2?|atom|feeds?|rdf)(?:[/.?&=_-]|$)|\.(?:rss|atom|rdf)(?:$|\?)/i
const MAX_FEEDS = 100

interface Candidate extends FoundFeed {
  readonly rank: number
}

/** `link` elements first (comments and side feeds after the rest), anchors only where the page has no such link. Never throws. */
export function discoverFeeds(html: string, url: string | null): readonly FoundFeed[] {
  const links: Candidate[] = []
  const anchors: Candidate[] = []
  let base = url
  let anchor: { readonly url: string; text: string } | null = null
  walkMarkup(
    html,
    { xml: false },
    {
      onOpen({ name, attributes }) {
        const tag = name.toLowerCase()
        if (tag === 'base') base = absoluteUrl(attributes.get('href'), base) ?? base
        if (tag === 'link') push(links, linkedFeed(attributes, base))
        if (tag === 'a' && anchors.length < MAX_FEEDS) {
          const target = anchoredFeed(attributes, base)
          anchor = target === null ? null : { url: target, text: attributes.get('title') ?? '' }
        }
      },
      onText(text) {
        if (anchor && anchor.text.length < 200) anchor.text += text
      },
      onClose(name) {
        if (anchor === null || name.toLowerCase() !== 'a') return
        const title = oneLine(anchor.text)
        push(anchors, { url: anchor.url, title: title === '' ? null : title, type: null, rank: 9 })
        anchor = null
      },
    },
  )
  return best(links.length > 0 ? links : anchors)
}

function linkedFeed(attributes: ReadonlyMap<string, string>, base: string | null): Candidate | null {
  const value = (name: string): string => oneLine(attributes.get(name) ?? '')
  const href = value('href')
  const title = value('title')
  const type = value('type').toLowerCase()
  const rel = value('rel').toLowerCase().split(/\s+/)
  if (!rel.some((one) => one === 'alternate' || one === 'feed') || /oembed|wp-json/i.test(href)) return null
  const stated = FEED_TYPE.test(type) || rel.includes('feed')
  // An alternate without a type is mostly another language or a phone's page.
  const vague =
    VAGUE_TYPE.test(type) && !attributes.has('hreflang') && SOUNDS_LIKE_FEED.test(`${href} ${title}`)
  const url = href !== '' && (stated || vague) ? feedUrl(href, base) : null
  return url === null
    ? null
    : { url, title: title || null, type: type || null, rank: rankOf(url, title, stated) }
}

/** Comments, categories and tags are feeds as well, but not the one that was meant. */
function rankOf(url: string, title: string, stated: boolean): number {
  const aside = /comment|kommentar|comentario|commentaire/i.test(`${url} ${title}`)
    ? 4
    : /\/(?:tag|category|author)\//i.test(url)
      ? 2
      : 0
  return aside + (stated ? 0 : 3)
}

function anchoredFeed(attributes: ReadonlyMap<string, string>, base: string | null): string | null {
  const href = attributes.get('href')?.trim() ?? ''
  const type = attributes.get('type') ?? ''
  if (!FEED_TYPE.test(type) && !/^feed:/i.test(href)) {
    const path = absoluteUrl(href, base)?.replace(/^https?:\/\//, '') ?? ''
    if (!FEED_ADDRESS.test(path) || /\.(?:html?|php|aspx?)$/i.test(path)) return null
  }
  return feedUrl(href, base)
}

/** `feed:` addresses are http in disguise: `feed://host/x` and `feed:https://host/x`. */
function feedUrl(href: string, base: string | null): string | null {
  const plain = href.replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:\/\//i, 'http://')
  return absoluteUrl(plain, base)
}

function push(list: Candidate[], found: Candidate | null): void {
  if (found && list.length < MAX_FEEDS) list.push(found)
}

/** Each address once, by rank and then in the page's order. */
function best(candidates: readonly Candidate[]): readonly FoundFeed[] {
  const unique = new Map<string, Candidate>()
  for (const one of candidates) if (!unique.has(one.url)) unique.set(one.url, one)
  return [...unique.values()]
    .sort((a, b) => a.rank - b.rank)
    .map(({ url, title, type }) => ({ url, title, type }))
}
