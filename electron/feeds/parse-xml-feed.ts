/**
 * The first reader: rss-parser, whose only user this is, over a string and nothing else. Its custom fields carry the
 * elements as xml2js read them, so that both readers end in the same tree and no field of ours depends on its own mapping.
 */
import Parser from 'rss-parser'
import { PLAIN_ELEMENTS, restoreTexts, type PlainDocument } from './plain-document'
import type { FeedFormat } from './parsed-feed'
import { MAX_DEPTH, type XmlElement } from './xml-tree'

type RawFields = Readonly<Record<string, unknown>>

const ITEM_TAG = { rss: 'item', rdf: 'item', atom: 'entry', json: 'item' } as const
const fields = ['$', ...PLAIN_ELEMENTS].map((name): [string, string, { keepArray: true }] => [
  name,
  `raw ${name}`,
  { keepArray: true },
])
const parser = new Parser<RawFields, RawFields>({
  customFields: { feed: fields.map(([from, to]) => [from, to, { keepArray: true }] as never), item: fields },
})

/** The tree of a plain document, or null when rss-parser refuses it: it throws for a bad date, a bare `&`, a missing version. */
export async function parseXmlFeed(
  document: PlainDocument,
  format: FeedFormat,
  base: string | null,
): Promise<XmlElement | null> {
  let feed: RawFields & { readonly items: readonly RawFields[] }
  try {
    feed = await parser.parseString(document.text)
  } catch {
    // Whatever it stumbled over, the second reader reads on.
    return null
  }
  const element = (name: string, node: unknown): XmlElement => elementOf(name, node, { document, base })
  const root = element(format === 'atom' ? 'feed' : 'channel', rawChildren(feed))
  for (const item of feed.items) root.children.push(element(ITEM_TAG[format], rawChildren(item)))
  return root
}

/** The raw elements among the fields, by their own names again. */
function rawChildren(fields: RawFields): RawFields {
  const children: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(fields))
    if (name.startsWith('raw ')) children[name.slice(4)] = value
  return children
}

interface Context {
  readonly document: PlainDocument
  readonly base: string | null
}

/** An xml2js node (text, or `{_: text, $: attributes, name: [nodes]}`) as an element of our tree. */
function elementOf(name: string, node: unknown, context: Context, depth = 0): XmlElement {
  const attributes = new Map<string, string>()
  const children: XmlElement[] = []
  let text = typeof node === 'string' ? node : ''
  for (const [key, value] of Object.entries(isFields(node) ? node : {})) {
    if (key === '_') text = String(value)
    else if (Array.isArray(value)) {
      // As deep as the second reader goes: a document may be nested deeper than the stack is.
      if (depth < MAX_DEPTH)
        for (const one of value as readonly unknown[]) children.push(elementOf(key, one, context, depth + 1))
    } else if (key === '$' && isFields(value)) {
      for (const [attribute, content] of Object.entries(value))
        attributes.set(attribute.toLowerCase(), String(content))
    }
  }
  return {
    key: name.toLowerCase(),
    attributes,
    children,
    base: context.base,
    ownBase: false,
    language: null,
    source: '',
    start: 0,
    end: 0,
    text: restoreTexts(text, context.document),
    markup: false,
    closed: true,
  }
}

const isFields = (value: unknown): value is RawFields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
