/** The lenient tree of Atom 0.3 and 1.0 (RFC 4287, threads RFC 4685), as raw feed and items. */
import {
  address,
  child,
  childText,
  childTexts,
  childrenOf,
  innerMarkup,
  personOf,
  rawText,
} from './element-values'
import { readFeedPace } from './feed-pace'
import { feedImage, itemEnclosures, itemImage } from './media-elements'
import type { RawFeed, RawItem, RawText } from './raw-item'
import type { XmlElement } from './xml-tree'

/** Reads `feed`, or a document that is one `entry`. */
export function readAtom(root: XmlElement): RawFeed {
  const entries = root.key === 'entry' ? [root] : childrenOf(root, 'entry', 'item')
  const logo = child(root, 'logo')
  const generator = child(root, 'generator')
  return {
    title: rawText(child(root, 'title', 'dc:title')),
    description: rawText(child(root, 'subtitle', 'tagline', 'info', 'description')),
    rights: rawText(child(root, 'rights', 'copyright', 'dc:rights')),
    link: linkOf(root, 'alternate')[0] ?? null,
    selfUrl: linkOf(root, 'self')[0] ?? null,
    language: root.language ?? childText(root, 'language', 'dc:language'),
    authors: people(root),
    published: childTexts(root, 'published', 'issued', 'created'),
    updated: childTexts(root, 'updated', 'modified', 'dc:date', 'dcterms:modified'),
    image: address(logo, logo?.text) ?? feedImage(root),
    generator: generator
      ? (childText(root, 'generator') ??
        address(generator, generator.attributes.get('uri') ?? generator.attributes.get('url')))
      : null,
    categories: categoriesOf(root),
    pace: readFeedPace(root),
    items: entries.map((entry) => readEntry(entry, root)),
  }
}

function readEntry(entry: XmlElement, feed: XmlElement): RawItem {
  const enclosures = itemEnclosures(entry, [
    ...relLinks(entry, 'enclosure'),
    ...childrenOf(entry, 'enclosure'),
  ])
  const replies = relLinks(entry, 'replies')
  const repliesFeed =
    replies.find((one) => /xml/.test(one.attributes.get('type') ?? '')) ?? child(entry, 'wfw:commentrss')
  const repliesPage = replies.find((one) => (one.attributes.get('type') ?? '').includes('html'))
  const own = people(entry)
  const source = child(entry, 'source')
  const content = contentOf(entry)
  return {
    guid: childText(entry, 'id', 'guid'),
    links: entryLinks(entry),
    title: rawText(child(entry, 'title', 'dc:title', 'media:title')),
    summary: rawText(
      child(entry, 'summary', 'description', 'dc:description') ??
        child(child(entry, 'media:group'), 'media:description'),
    ),
    content,
    authors: own.length > 0 ? own : [...people(source), ...(source ? [] : people(feed))],
    published: childTexts(
      entry,
      'published',
      'issued',
      'created',
      'pubdate',
      'dcterms:issued',
      'dcterms:created',
    ),
    updated: childTexts(entry, 'updated', 'modified', 'dcterms:modified', 'dc:date'),
    categories: categoriesOf(entry),
    enclosures,
    image: itemImage(entry, enclosures),
    commentsUrl: address(repliesPage, repliesPage?.attributes.get('href')) ?? childText(entry, 'comments'),
    commentsFeedUrl: address(repliesFeed, repliesFeed?.attributes.get('href') ?? repliesFeed?.text),
    commentCount:
      childText(entry, 'thr:total', 'slash:comments') ??
      replies.map((one) => one.attributes.get('thr:count')).find((count) => count !== undefined) ??
      null,
    inReplyTo: answered(entry),
  }
}

/** The id of the entry that this one answers (RFC 4685, 3). */
function answered(entry: XmlElement): string | undefined {
  return child(entry, 'thr:in-reply-to')?.attributes.get('ref')?.trim()
}

/** The richest of several contents; XHTML without the `div` that RFC 4287 (3.1.1.3) calls no part of it. */
function contentOf(entry: XmlElement): RawText | null {
  const all = childrenOf(entry, 'content').map((one) => ({
    type: one.attributes.get('type')?.toLowerCase() ?? '',
    text: rawText(one),
  }))
  const found = (
    all.find((one) => one.type.includes('html') && one.text !== null) ?? all.find((one) => one.text !== null)
  )?.text
  return found ?? rawText(child(entry, 'xhtml:body', 'xhtml:div', 'body', 'content:encoded'))
}

function relLinks(element: XmlElement, rel: string): readonly XmlElement[] {
  return childrenOf(element, 'link').filter((one) => relOf(one) === rel)
}

function relOf(link: XmlElement): string {
  const rel = link.attributes.get('rel')?.trim().toLowerCase() ?? ''
  return rel === '' ? 'alternate' : rel.replace(/^https?:\/\/www\.iana\.org\/assignments\/relation\//, '')
}

/** Addresses of links with this relation, web pages before other types. */
function linkOf(element: XmlElement, rel: string): readonly string[] {
  const links = relLinks(element, rel)
  const isPage = (link: XmlElement): boolean => /^$|html/i.test(link.attributes.get('type') ?? '')
  return [...links.filter(isPage), ...links.filter((link) => !isPage(link))]
    .map((link) => address(link, link.attributes.get('href') ?? link.text))
    .filter((url) => url !== null)
}

/** The page of an entry: alternate, else where its content or another link leads, else an id that is a web address. */
function entryLinks(entry: XmlElement): readonly string[] {
  const content = child(entry, 'content')
  const found = [...linkOf(entry, 'alternate')]
  const fallback = [
    address(content, content?.attributes.get('src')),
    ...childrenOf(entry, 'link')
      .filter((one) => !/^(?:self|edit|replies|enclosure|license|next|previous|hub)$/.test(relOf(one)))
      .map((one) => address(one, one.attributes.get('href'))),
    ...linkOf(entry, 'self'),
  ]
  const id = child(entry, 'id')
  if (id && /^https?:\/\//i.test(id.text.trim())) fallback.push(address(id, id.text))
  found.push(...fallback.filter((url) => url !== null))
  return found
}

function people(element: XmlElement | undefined): readonly string[] {
  for (const key of ['author', 'dc:creator', 'itunes:author', 'name']) {
    const found = childrenOf(element, key)
      .map((one) => personOf(one))
      .filter((one) => one !== null)
    if (found.length > 0) return found
  }
  return []
}

function categoriesOf(element: XmlElement): readonly string[] {
  return childrenOf(element, 'category', 'dc:subject').map((one) => {
    const label = one.attributes.get('label')?.trim()
    const term = one.attributes.get('term')?.trim()
    return (
      (label === '' ? undefined : label) ??
      (term === '' ? undefined : term) ??
      (one.markup ? innerMarkup(one) : one.text.trim())
    )
  })
}
