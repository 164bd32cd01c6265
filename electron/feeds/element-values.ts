/** Values of elements of the lenient tree: text, markup, addresses, people. Shared by the readers of RSS and of Atom. */
import { absoluteUrl } from '../../contract/absolute-url'
import type { ParsedEnclosure } from './parsed-feed'
import type { RawText } from './raw-item'
import type { TextKind } from './html-text'
import type { XmlElement } from './xml-tree'

/** The first child with one of these keys, tried in their order. */
export function child(element: XmlElement | undefined, ...keys: readonly string[]): XmlElement | undefined {
  for (const key of keys) {
    const found =
      element?.children.find((one) => one.key === key && one.closed) ??
      element?.children.find((one) => one.key === key)
    if (found) return found
  }
  return undefined
}

export function childrenOf(
  element: XmlElement | undefined,
  ...keys: readonly string[]
): readonly XmlElement[] {
  return element?.children.filter((one) => keys.includes(one.key)) ?? []
}

/** Markup that people leave unescaped in names and categories. */
const INLINE = new Set([
  'p',
  'b',
  'i',
  'em',
  'strong',
  'span',
  'a',
  'font',
  'xhtml:p',
  'xhtml:span',
  'xhtml:b',
  'xhtml:a',
])

/** Trimmed text, or null when there is none. Values of broken-off elements count: half a title is better than none. */
export function textOf(element: XmlElement | undefined): string | null {
  if (!element) return null
  const own = (element.markup ? innerMarkup(element) : element.text).trim()
  const text =
    own === ''
      ? element.children
          .filter((one) => INLINE.has(one.key))
          .map((one) => one.text.trim())
          .join(' ')
      : own
  return text === '' ? null : text
}

export function childText(element: XmlElement | undefined, ...keys: readonly string[]): string | null {
  for (const key of keys) {
    for (const one of childrenOf(element, key)) {
      const text = textOf(one)
      if (text !== null) return text
    }
  }
  return null
}

/** Texts of all children with these keys, without the empty ones. */
export function childTexts(element: XmlElement | undefined, ...keys: readonly string[]): readonly string[] {
  return keys.flatMap((key) =>
    childrenOf(element, key)
      .map(textOf)
      .filter((text) => text !== null),
  )
}

/** The markup within a text element as it stands in the source, CDATA opened, XHTML's prefix and wrapping left out. */
export function innerMarkup(element: XmlElement): string {
  const inner = element.source.slice(element.start, element.end)
  return openCdata(inner).replace(/<(\/?)(?:xhtml|html|xh):(?=[a-z])/gi, '<$1')
}

/** A text construct (RFC 4287, 3.1; Atom 0.3's `mode`; in RSS no attribute says anything and the kind is unknown). */
export function rawText(element: XmlElement | undefined): RawText | null {
  const value = textOf(element)
  if (element === undefined || value === null) return null
  const type = attribute(element, 'type').toLowerCase()
  const mode = attribute(element, 'mode').toLowerCase()
  const binary = /^[\w-]+\/[\w.+-]+$/.test(type) && !/^text\/|[/+]xml$|html/.test(type)
  const decoded = (mode === 'base64' || binary) && !element.markup ? fromBase64(value) : null
  return {
    value: decoded ?? value,
    kind: decoded === null ? kindOf(element, type, mode) : 'unknown',
    base: element.ownBase ? element.base : null,
  }
}

/** The first of these attributes that says anything, trimmed; else ''. */
export function attribute(element: XmlElement | undefined, ...names: readonly string[]): string {
  for (const name of names) {
    const value = element?.attributes.get(name)?.trim() ?? ''
    if (value !== '') return value
  }
  return ''
}

function kindOf(element: XmlElement, type: string, mode: string): TextKind {
  if (element.markup || type.includes('html') || mode === 'escaped') return 'html'
  return type === 'text' || type === 'text/plain' ? 'text' : 'unknown'
}

/** Null when it is not base64 of UTF-8 text: then the attribute lied. */
function fromBase64(value: string): string | null {
  const compact = value.replace(/\s+/g, '')
  if (compact.length % 4 === 1 || !/^[A-Za-z0-9+/]+={0,2}$/.test(compact)) return null
  const text = Buffer.from(compact, 'base64').toString('utf8')
  // eslint-disable-next-line no-control-regex -- binary content is told by its controls
  return /[\ufffd\u0000-\u0008]/.test(text) ? null : text
}

/** An address in an element's text or attribute, made absolute; null for none, or for `javascript:` and the like. */
export function address(element: XmlElement | undefined, value: string | null | undefined): string | null {
  if (!element || !value?.trim()) return null
  return resolveAddress(value, element.base)
}

/** Absolute where it can be; kept as written where no base is known. Blanks inside are percent-encoded by the URL parser. */
export function resolveAddress(value: string, base: string | null): string | null {
  const cleaned = value.trim().replace(/[\r\n\t]+/g, '')
  const absolute = absoluteUrl(cleaned, base)
  if (absolute !== null) return absolute
  const relative =
    base === null && cleaned !== '' && !/^[a-z][a-z0-9+.-]*:/i.test(cleaned) && !/[\s<>]/.test(cleaned)
  return relative ? cleaned : null
}

/** A person: `name` and `email` children, or "me@example.com (My Name)" as text. The name where there is one. */
export function personOf(element: XmlElement): string | null {
  const name = childText(element, 'name', 'atom:name', 'foaf:name')
  if (name !== null) return name
  const text = textOf(element)
  if (text !== null) return personName(text)
  return (
    childText(element, 'email', 'atom:email', 'foaf:mbox') ?? childText(element, 'uri', 'url', 'atom:uri')
  )
}

/** The name in "me@example.com (My Name)", "My Name <me@example.com>"; the address where there is no name. */
export function personName(text: string): string {
  const value = text.trim()
  const named =
    /^(?:mailto:)?[^\s()<>@]+@[^\s()<>]+\s*\(([^()]+)\)$/.exec(value)?.[1] ??
    /^([^<>()]+)[<(](?:mailto:)?[^\s<>()@]+@[^\s<>()]+[>)]$/.exec(value)?.[1]
  return (named ?? value).trim().replace(/^"(.*)"$/, '$1')
}

/** An enclosure out of `url`/`href`, `type` and `length`/`filesize`. */
export function enclosureOf(element: XmlElement): ParsedEnclosure | null {
  const url = address(element, attribute(element, 'url', 'href', 'rdf:resource'))
  if (url === null) return null
  const length = Number(attribute(element, 'length', 'filesize', 'enc:length'))
  const type = attribute(element, 'type', 'enc:type')
  return {
    url,
    type: type === '' ? null : type,
    length: Number.isSafeInteger(length) && length > 0 ? length : null,
  }
}

/** Found by hand: a pattern would look for the end again from each of a million beginnings. */
function openCdata(markup: string): string {
  const BEGIN = '<![CDATA['
  const END = ']]>'
  let opened = ''
  let at = 0
  for (;;) {
    const begin = markup.indexOf(BEGIN, at)
    const end = begin < 0 ? -1 : markup.indexOf(END, begin)
    if (end < 0) return opened + markup.slice(at)
    opened += markup.slice(at, begin) + markup.slice(begin + BEGIN.length, end)
    at = end + END.length
  }
}
