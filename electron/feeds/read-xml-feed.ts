/** Both readers of XML feeds and the choice between them: rss-parser where it is enough, else the lenient tree, else the better. */
import type { DetectedFormat } from './detect-format'
import { finishFeed } from './finish-feed'
import { parseXmlFeed } from './parse-xml-feed'
import type { ParsedFeed, ParsedItem } from './parsed-feed'
import { plainDocument, type PlainDocument } from './plain-document'
import { readAtom } from './read-atom'
import { readRss } from './read-rss'
import { declaredEntities } from './references'
import { readXmlTree, type XmlElement } from './xml-tree'

export interface FeedReading {
  readonly feed: ParsedFeed
  readonly items: readonly ParsedItem[]
}

/** Null when there is not even a root element with something in it. `url` is the feed's own address, the base of relative ones. */
export async function readXmlFeed(document: DetectedFormat, url: string | null): Promise<FeedReading | null> {
  const plain = plainDocument(document)
  const first = plain && (await firstReading(plain, document, url))
  // rss-parser is enough where it lost no item; reading everything twice would double the cost of most feeds.
  if (first && plain && first.items.length >= plain.items) return first
  return betterReading(first, secondReading(document, url))
}

async function firstReading(
  plain: PlainDocument,
  document: DetectedFormat,
  url: string | null,
): Promise<FeedReading | null> {
  const tree = await parseXmlFeed(plain, document.format, url)
  return tree && finish(tree, document, url)
}

function secondReading(document: DetectedFormat, url: string | null): FeedReading | null {
  const tree = readXmlTree(document.text, { base: url, entities: declaredEntities(document.prolog) })
  return tree && tree.children.length + tree.attributes.size > 0 ? finish(tree, document, url) : null
}

function finish(tree: XmlElement, document: DetectedFormat, url: string | null): FeedReading {
  return finishFeed(document.format === 'atom' ? readAtom(tree) : readRss(tree), url)
}

/** More items win; then more values. */
function betterReading(first: FeedReading | null, second: FeedReading | null): FeedReading | null {
  if (!first || !second) return first ?? second
  if (first.items.length !== second.items.length)
    return first.items.length > second.items.length ? first : second
  return values(first) > values(second) ? first : second
}

function values(reading: FeedReading): number {
  return [reading.feed, ...reading.items].reduce(
    (sum, one) => sum + Object.values(one).filter((value) => value !== null).length,
    0,
  )
}
