/**
 * The lenient XML reader: a small tree of a feed's elements from whatever the bytes are, with namespaces and base addresses
 * resolved. Text elements keep their position only, because HTML inside them is not the feed's structure.
 */
import { absoluteUrl } from '../../contract/absolute-url'
import { walkMarkup, type OpenTag } from './markup-tokens'
import { decodeReferences, type DeclaredEntities } from './references'
import { knownNamespace, namespaceName } from './xml-namespaces'

export interface XmlElement {
  /** `title`, `dc:creator`: local name in lower case behind our name of its namespace; the feed's own namespace has none. */
  readonly key: string
  /** Qualified names in lower case, values decoded. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: XmlElement[]
  /** Address that relative ones within resolve against: nearest xml:base, else the document's; null when unknown. */
  readonly base: string | null
  /** True when an xml:base here or above set `base`. */
  readonly ownBase: boolean
  readonly language: string | null
  readonly source: string
  start: number
  end: number
  /** Direct text, decoded; CDATA as it is. */
  text: string
  /** True when tags stand unescaped within a text element. */
  markup: boolean
  /** False when the document ended before the element did. */
  closed: boolean
}

export interface XmlOptions {
  readonly base: string | null
  readonly entities: DeclaredEntities
}

/** Elements nested deeper, or beyond this number, are not kept: no feed needs them and an attack does. */
export const MAX_DEPTH = 60
const MAX_ELEMENTS = 300_000
/** A feed of more items is an archive or an attack; the newest stand first. */
const MAX_ITEMS = 20_000

/** Elements whose content is text or HTML, not structure. */
const TEXT_ELEMENTS = new Set(
  (
    'title subtitle tagline description summary content content:encoded body xhtml:body xhtml:div div fullitem abstract info copyright rights ' +
    'dc:title dc:description dc:rights media:title media:description media:text itunes:summary itunes:subtitle ' +
    'googleplay:description atom:content atom:summary atom:title'
  ).split(' '),
)
const ITEM = new Set(['item', 'entry'])

interface Open {
  readonly element: XmlElement
  readonly name: string
  readonly prefixes: ReadonlyMap<string, string>
  /** In a text element: how many elements of its own name are open inside. */
  nested: number
}

/** Reads `source`, which starts at the root's tag; null when there is no element at all. Never throws. */
export function readXmlTree(source: string, options: XmlOptions): XmlElement | null {
  const reader = new TreeReader(source, options)
  walkMarkup(source, { xml: true }, reader)
  return reader.finish()
}

class TreeReader {
  private root: XmlElement | null = null
  private core = ''
  private count = 0
  private items = 0
  /** Open elements that were too deep to keep. */
  private tooDeep = 0
  private readonly stack: Open[] = []

  constructor(
    private readonly source: string,
    private readonly options: XmlOptions,
  ) {}

  readonly onOpen = (tag: OpenTag): void => {
    const { name, start, selfClosing } = tag
    const lower = name.toLowerCase()
    const parent = this.stack.at(-1)
    if (parent && this.holdsText(parent)) {
      if (!this.endsText(parent, lower)) {
        parent.element.markup = true
        if (lower === parent.name && !selfClosing) parent.nested++
        return
      }
      this.closeTo(parent.element, start)
    }
    if (ITEM.has(lower)) this.closeOpenItem(lower, start)
    if (this.root && this.stack.length === 0) return
    if (this.isFull(lower)) {
      if (!selfClosing) this.tooDeep++
      return
    }
    this.push(lower, tag)
  }

  readonly onClose = (name: string, start: number): void => {
    const lower = name.toLowerCase()
    const top = this.stack.at(-1)
    if (top && this.holdsText(top) && lower !== top.name && !this.closesAround(lower)) return
    if (top && lower === top.name && top.nested > 0) {
      top.nested--
      return
    }
    if (this.tooDeep > 0) {
      this.tooDeep--
      return
    }
    const at = this.stack.findLastIndex((open) => open.name === lower)
    while (at >= 0 && this.stack.length > at) this.pop(start, this.stack.length - 1 === at)
  }

  readonly onText = (text: string): void => {
    const top = this.stack.at(-1)
    if (top && !top.element.markup) top.element.text += decodeReferences(text, this.options.entities)
  }

  readonly onCdata = (text: string): void => {
    const top = this.stack.at(-1)
    if (top && !top.element.markup) top.element.text += text
  }

  finish(): XmlElement | null {
    while (this.stack.length > 0) this.pop(this.source.length, false)
    return this.root
  }

  private push(name: string, { attributes: raw, end, selfClosing }: OpenTag): void {
    const parent = this.stack.at(-1)
    const prefixes = declaredPrefixes(raw, parent?.prefixes)
    if (!this.root) this.core = namespaceName(name, prefixes)
    const attributes = decodeAttributes(raw, this.options.entities)
    const element: XmlElement = {
      key: this.keyOf(name, prefixes),
      attributes,
      children: [],
      ...inherited(attributes, parent?.element, this.options.base),
      source: this.source,
      start: end,
      end,
      text: '',
      markup: false,
      closed: selfClosing,
    }
    this.count++
    if (parent) parent.element.children.push(element)
    else this.root = element
    if (!selfClosing) this.stack.push({ element, name, prefixes, nested: 0 })
  }

  private keyOf(name: string, prefixes: ReadonlyMap<string, string>): string {
    const space = namespaceName(name, prefixes)
    const local = name.slice(name.indexOf(':') + 1)
    return space === '' || space === this.core ? local : `${space}:${local}`
  }

  private isFull(name: string): boolean {
    if (ITEM.has(name)) this.items++
    return this.stack.length >= MAX_DEPTH || this.count >= MAX_ELEMENTS || this.items > MAX_ITEMS
  }

  private holdsText(open: Open): boolean {
    return TEXT_ELEMENTS.has(open.element.key)
  }

  /** A text element that was never closed ends where the next item or a field of the feed begins. */
  private endsText(open: Open, name: string): boolean {
    return (
      ITEM.has(name) || (open.element.key === 'title' && /^(?:link|pubdate|guid|description)$/.test(name))
    )
  }

  /** Within a text element only the end of what is around it counts as structure. */
  private closesAround(name: string): boolean {
    return (
      /^(?:item|entry|channel|rss|feed|rdf:rdf)$/.test(name) && this.stack.some((open) => open.name === name)
    )
  }

  private closeOpenItem(name: string, start: number): void {
    const open = this.stack.findLast((one) => one.name === name || one.name === 'source')
    if (open?.name === name) this.closeTo(open.element, start)
  }

  private closeTo(element: XmlElement, at: number): void {
    while (this.stack.length > 0) {
      const last = this.stack.at(-1)?.element === element
      this.pop(at, true)
      if (last) return
    }
  }

  private pop(at: number, closed: boolean): void {
    const open = this.stack.pop()
    if (!open) return
    open.element.end = at
    open.element.closed = closed
  }
}

/** What xml:base and xml:lang say here or above. */
function inherited(
  attributes: ReadonlyMap<string, string>,
  parent: XmlElement | undefined,
  documentBase: string | null,
): Pick<XmlElement, 'base' | 'ownBase' | 'language'> {
  const above = parent ?? { base: documentBase, ownBase: false, language: null }
  const own = attributes.get('xml:base')
  return {
    base: (own === undefined ? null : absoluteUrl(own, above.base)) ?? above.base,
    ownBase: own !== undefined || above.ownBase,
    language: attributes.get('xml:lang') ?? above.language,
  }
}

function declaredPrefixes(
  raw: ReadonlyMap<string, string>,
  inherited: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, string> {
  let own: Map<string, string> | null = null
  for (const [name, value] of raw) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
    own ??= new Map(inherited)
    const prefix = name === 'xmlns' ? '' : name.slice(6)
    const known = knownNamespace(value)
    if (known !== null) own.set(prefix, known)
    else own.delete(prefix)
  }
  return own ?? inherited
}

function decodeAttributes(
  raw: ReadonlyMap<string, string>,
  entities: DeclaredEntities,
): ReadonlyMap<string, string> {
  const decoded = new Map<string, string>()
  for (const [name, value] of raw) decoded.set(name, decodeReferences(value, entities))
  return decoded
}
