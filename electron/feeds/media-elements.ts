/** Pictures and attachments of an item: Media RSS, iTunes and their relatives (mrss specification 1.5.1). */
import { address, attribute, child, childrenOf, enclosureOf } from './element-values'
import type { ParsedEnclosure } from './parsed-feed'
import type { XmlElement } from './xml-tree'

/** Groups may hold groups; an item of a feed has a few, an attack has many. */
const MAX_MEDIA = 200

/** Media elements of an item, those within `media:group` too, in document order. */
function mediaElements(item: XmlElement, key: string): readonly XmlElement[] {
  const found: XmlElement[] = []
  const visit = (element: XmlElement): void => {
    for (const one of element.children) {
      if (found.length >= MAX_MEDIA) return
      if (one.key === key) found.push(one)
      if (one.key === 'media:group' || one.key === 'media:content' || one.key === 'media:player') visit(one)
    }
  }
  visit(item)
  return found
}

/** A picture that stands for the item, absolute: thumbnail first, then a picture among its media, then iTunes'. */
export function itemImage(item: XmlElement, enclosures: readonly ParsedEnclosure[]): string | null {
  const candidates = [
    ...mediaElements(item, 'media:thumbnail'),
    ...mediaElements(item, 'media:content').filter(isPicture),
    ...childrenOf(item, 'itunes:image', 'googleplay:image', 'image'),
    ...childrenOf(item, 'itunes:link').filter((one) => attribute(one, 'rel') === 'image'),
  ]
  return firstPicture(candidates) ?? enclosures.find((one) => one.type?.startsWith('image/'))?.url ?? null
}

/** The first of these elements that has an address: as attribute, as child `url` or as text. */
function firstPicture(elements: readonly XmlElement[]): string | null {
  for (const one of elements) {
    const text = one.children.length > 0 ? child(one, 'url')?.text : one.text
    const url = address(one, attribute(one, 'href', 'url') || text)
    if (url !== null) return url
  }
  return null
}

function isPicture(element: XmlElement): boolean {
  const medium = element.attributes.get('medium')?.toLowerCase()
  const type = element.attributes.get('type')?.toLowerCase()
  if (medium !== undefined || type !== undefined)
    return medium === 'image' || (type?.startsWith('image/') ?? false)
  return /\.(?:jpe?g|png|gif|webp|avif)(?:\?|$)/i.test(element.attributes.get('url') ?? '')
}

/** Attachments: `enclosure` elements, then media that are not pictures, each address once. */
export function itemEnclosures(
  item: XmlElement,
  enclosures: readonly XmlElement[],
): readonly ParsedEnclosure[] {
  const found = new Map<string, ParsedEnclosure>()
  const media = mediaElements(item, 'media:content').filter((one) => !isPicture(one))
  for (const element of [...enclosures, ...media]) {
    const one = enclosureOf(element)
    if (one && !found.has(one.url)) found.set(one.url, one)
  }
  return [...found.values()]
}

/** The feed's own picture. */
export function feedImage(feed: XmlElement): string | null {
  return firstPicture([
    ...childrenOf(
      feed,
      'image',
      'itunes:image',
      'googleplay:image',
      'media:thumbnail',
      'logo',
      'icon',
      'atom:logo',
      'atom:icon',
    ),
    ...mediaElements(feed, 'media:content').filter(isPicture),
  ])
}
