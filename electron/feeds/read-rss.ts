/** The lenient tree of RSS 0.90 to 2.0 and of RDF, as raw feed and items. */
import { feedImage, itemEnclosures, itemImage } from './media-elements'
import {
  address,
  child,
  childText,
  childTexts,
  childrenOf,
  personOf,
  rawText,
  textOf,
} from './element-values'
import { readFeedPace } from './feed-pace'
import type { RawFeed, RawItem } from './raw-item'
import type { XmlElement } from './xml-tree'

const AUTHORS = ['author', 'dc:creator', 'dc:author', 'atom:author', 'itunes:author', 'googleplay:author']

/** Reads `rss`, `rdf:RDF` or a bare `channel`; items may stand within the channel or beside it. */
export function readRss(root: XmlElement): RawFeed {
  const channel = root.key === 'channel' ? root : (child(root, 'channel') ?? root)
  const items = itemsOf(root, channel)
  const links = childrenOf(channel, 'atom:link')
  const self = links.find((one) => one.attributes.get('rel') === 'self')
  return {
    title: rawText(child(channel, 'title', 'dc:title', 'media:title')),
    description: rawText(
      child(
        channel,
        'description',
        'dc:description',
        'tagline',
        'subtitle',
        'itunes:summary',
        'itunes:subtitle',
      ),
    ),
    rights: rawText(child(channel, 'copyright', 'rights', 'dc:rights', 'media:copyright')),
    link: channelLink(channel, links),
    selfUrl: address(self, self?.attributes.get('href')),
    language: childText(channel, 'language', 'dc:language') ?? root.language,
    authors: [
      ...peopleOf(channel, ['managingeditor', ...AUTHORS]),
      ...peopleOf(child(channel, 'itunes:owner'), ['itunes:name']),
      ...peopleOf(channel, ['webmaster']),
    ].slice(0, 1),
    published: childTexts(channel, 'pubdate', 'dcterms:issued', 'dcterms:created'),
    updated: childTexts(channel, 'lastbuilddate', 'dc:date', 'dcterms:modified', 'atom:updated', 'updated'),
    image: feedImage(channel) ?? feedImage(root),
    generator: generatorOf(channel),
    categories: categoriesOf(channel),
    pace: readFeedPace(channel),
    items: items.map((item) => readRssItem(item)),
  }
}

function itemsOf(root: XmlElement, channel: XmlElement): readonly XmlElement[] {
  const within = (element: XmlElement): readonly XmlElement[] => childrenOf(element, 'item', 'entry')
  const nested = childrenOf(channel, 'items').flatMap(within)
  const found = [...within(channel), ...nested]
  if (root !== channel) found.push(...within(root), ...childrenOf(root, 'items').flatMap(within))
  // Several channels in one document (RSS 0.90 allows it): their items follow each other.
  for (const other of childrenOf(root, 'channel')) if (other !== channel) found.push(...within(other))
  return found
}

function channelLink(channel: XmlElement, links: readonly XmlElement[]): string | null {
  for (const one of childrenOf(channel, 'link')) {
    const url = address(one, textOf(one) ?? one.attributes.get('href'))
    if (url !== null) return url
  }
  const alternate = links.find((one) => (one.attributes.get('rel') ?? 'alternate') === 'alternate')
  return address(alternate, alternate?.attributes.get('href'))
}

function readRssItem(item: XmlElement): RawItem {
  const body = child(
    item,
    'content:encoded',
    'xhtml:body',
    'body',
    'fullitem',
    'xhtml:div',
    'content',
    'atom:content',
  )
  const summary = child(
    item,
    'description',
    'summary',
    'atom:summary',
    'dc:description',
    'itunes:summary',
    'media:description',
    'googleplay:description',
  )
  // Both and no content: writers who have two texts put the shorter into the description.
  const longer = child(item, 'description') ? child(item, 'summary', 'atom:summary') : undefined
  const enclosures = itemEnclosures(item, [
    ...childrenOf(item, 'enclosure', 'enc:enclosure'),
    ...atomLinks(item, 'enclosure'),
  ])
  const comments = childrenOf(item, 'comments')[0]
  const commentsFeed = child(item, 'wfw:commentrss')
  return {
    guid: guidOf(item),
    links: itemLinks(item),
    title: rawText(child(item, 'title', 'dc:title', 'atom:title', 'media:title', 'itunes:title')),
    summary: rawText(summary),
    content: rawText(body) ?? rawText(longer),
    authors: peopleOf(item, AUTHORS),
    published: childTexts(
      item,
      'pubdate',
      'atom:published',
      'published',
      'dcterms:issued',
      'issued',
      'dc:date',
      'dcterms:created',
      'created',
    ),
    updated: childTexts(item, 'atom:updated', 'updated', 'dcterms:modified', 'modified', 'a10:updated'),
    categories: categoriesOf(item),
    enclosures,
    image: itemImage(item, enclosures),
    commentsUrl: address(comments, textOf(comments)),
    commentsFeedUrl: address(commentsFeed, textOf(commentsFeed)),
    commentCount: childText(item, 'slash:comments', 'thr:total'),
    inReplyTo: child(item, 'thr:in-reply-to')?.attributes.get('ref')?.trim(),
  }
}

function guidOf(item: XmlElement): string | null {
  return (
    childText(item, 'guid', 'atom:id', 'id', 'dc:identifier') ??
    item.attributes.get('rdf:about')?.trim() ??
    null
  )
}

/** The page of an item: its link, else a guid that is an address and does not deny it, else what Atom or RDF say. */
function itemLinks(item: XmlElement): readonly string[] {
  const found: (string | null)[] = []
  for (const one of childrenOf(item, 'link'))
    found.push(address(one, textOf(one) ?? one.attributes.get('href')))
  for (const one of atomLinks(item, 'alternate')) found.push(address(one, one.attributes.get('href')))
  const guid = child(item, 'guid')
  const text = textOf(guid)
  if (
    text !== null &&
    /^https?:\/\//i.test(text) &&
    guid?.attributes.get('ispermalink')?.toLowerCase() !== 'false'
  )
    found.push(address(guid, text))
  const about = item.attributes.get('rdf:about')
  if (about !== undefined && /^https?:/i.test(about)) found.push(address(item, about))
  return found.filter((url) => url !== null)
}

function atomLinks(item: XmlElement, rel: string): readonly XmlElement[] {
  return childrenOf(item, 'atom:link').filter(
    (one) => (one.attributes.get('rel')?.toLowerCase() ?? 'alternate') === rel,
  )
}

/** The best told person: of the keys in their order, all values of the first that has any. */
function peopleOf(element: XmlElement | undefined, keys: readonly string[]): readonly string[] {
  for (const key of keys) {
    const people = childrenOf(element, key)
      .map((one) => personOf(one))
      .filter((one) => one !== null)
    if (people.length > 0) return people
  }
  return []
}

function categoriesOf(element: XmlElement): readonly string[] {
  const found = childrenOf(
    element,
    'category',
    'dc:subject',
    'atom:category',
    'itunes:category',
    'media:category',
  ).map(
    (one) =>
      textOf(one) ??
      one.attributes.get('text') ??
      one.attributes.get('label') ??
      one.attributes.get('term') ??
      '',
  )
  const nested = childrenOf(element, 'itunes:category').flatMap((one) =>
    childrenOf(one, 'itunes:category').map((sub) => sub.attributes.get('text') ?? ''),
  )
  const keywords = childTexts(element, 'itunes:keywords').flatMap((text) => text.split(','))
  return [...found, ...nested, ...keywords]
}

function generatorOf(channel: XmlElement): string | null {
  const agent = child(channel, 'admin:generatoragent')
  return childText(channel, 'generator', 'atom:generator') ?? agent?.attributes.get('rdf:resource') ?? null
}
