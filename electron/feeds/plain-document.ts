/**
 * Tells in one quick scan whether rss-parser reads a document without loss. It builds an object per element name, so what
 * it loses is known: unescaped markup, xml:base and xml:lang, own entities, prefixes of one's own, what stands beside RDF's channel.
 */

import type { DetectedFormat } from './detect-format'
import type { FeedFormat } from './parsed-feed'
import { decodeReferences } from './references'

/** All elements and children that the readers look at under the prefix that everybody uses; anything else needs the second reader. */
export const PLAIN_ELEMENTS: readonly string[] = (
  'title link description language copyright managingEditor webMaster pubDate lastBuildDate category generator image itunes:image media:thumbnail ' +
  'author guid comments enclosure content:encoded content summary published updated id subtitle rights logo icon ' +
  'dc:title dc:creator dc:date dc:language dc:rights dc:subject dc:description dc:identifier dcterms:modified dcterms:created dcterms:issued ' +
  'ttl skipHours skipDays sy:updatePeriod sy:updateFrequency atom:link atom:updated atom:published atom:author wfw:commentRss slash:comments thr:total admin:generatorAgent ' +
  'itunes:author itunes:owner itunes:summary itunes:subtitle itunes:title itunes:category itunes:keywords media:content media:title media:description media:group'
).split(' ')

/** Structure, and elements that nobody reads. */
const HARMLESS = (
  'rss channel item feed entry rdf:RDF items rdf:Seq rdf:li url width height name email uri docs cloud hour day rating ' +
  'textInput source sy:updateBase wfw:comment slash:section slash:department slash:hit_parade ' +
  'itunes:name itunes:email itunes:explicit itunes:duration itunes:episode itunes:season itunes:episodeType itunes:type itunes:block ' +
  'media:credit media:text media:rating media:copyright media:keywords post-id feedburner:info feedburner:feedburnerHostname georss:point geo:lat geo:long'
).split(' ')

const KNOWN = new Set([...PLAIN_ELEMENTS, ...HARMLESS])
const ATTRIBUTES =
  /\bxml:(?:base|lang)\s*=|\btype\s*=\s*["'](?:xhtml|application\/xhtml|[\w-]+\/[\w.+-]+["'][^>]*mode=)|\bmode\s*=\s*["']/i

export interface PlainDocument {
  /** Opening tags of items and entries. */
  readonly items: number
  /** The document with every long text replaced by a mark, see `restoreTexts`. */
  readonly text: string
  readonly texts: readonly string[]
}

/**
 * Texts that rss-parser does not see: it runs expressions of quadratic time over every description to make snippets that
 * nobody here wants, which costs more than all the rest on good feeds and hangs on bad ones. Characters.
 */
const LONG_TEXT = 80
/** Larger documents go to the second reader alone. Characters. */
const MAX_LENGTH = 4_000_000
const MAX_ITEMS = 5000
const MAX_TAGS = 200_000
const MARK = /\ue000(\d+)\ue001/g

/** Null when the second reader must read it. Linear. */
export function plainDocument({ text, prolog, format }: DetectedFormat): PlainDocument | null {
  if (text.length > MAX_LENGTH || /<!ENTITY|<!DOCTYPE/.test(prolog) || text.includes('\ue000')) return null
  const parts: string[] = []
  const texts: string[] = []
  let items = 0
  let from = 0
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const end = sectionEnd(text, at)
    if (end < 0) return null
    if (!'!?'.includes(text.charAt(at + 1))) {
      const tag = text.slice(at + 1, end - 1)
      if (!isPlainTag(tag, format)) return null
      if (/^(?:item|entry)\b/.test(tag)) items++
      if (items > MAX_ITEMS || parts.length > 2 * MAX_TAGS) return null
      parts.push(shortText(text.slice(from, at), texts), text.slice(at, end))
      from = end
    }
    at = end
  }
  return { items, text: parts.join(''), texts }
}

function shortText(text: string, texts: string[]): string {
  if (text.length <= LONG_TEXT) return text
  texts.push(text)
  return `\ue000${String(texts.length - 1)}\ue001`
}

/** A text as the first reader gives it, with what the marks stand for: references decoded, CDATA opened. */
export function restoreTexts(text: string, { texts }: PlainDocument): string {
  if (!text.includes('\ue000')) return text
  return text.replace(MARK, (_mark, index: string) => openText(texts[Number(index)] ?? ''))
}

function openText(raw: string): string {
  let out = ''
  let at = 0
  for (let start = raw.indexOf('<'); start >= 0; start = raw.indexOf('<', at)) {
    out += decodeReferences(raw.slice(at, start))
    at = sectionEnd(raw, start)
    if (raw.startsWith('<![CDATA[', start)) out += raw.slice(start + 9, at - 3)
  }
  return out + decodeReferences(raw.slice(at))
}

function isPlainTag(tag: string, format: FeedFormat): boolean {
  const name = /^\/?([\w:.-]+)/.exec(tag)?.[1] ?? ''
  return KNOWN.has(name) && !ATTRIBUTES.test(tag) && !(format === 'rdf' && name === 'image')
}

/** Index after a tag, comment, CDATA section or instruction; -1 when it never ends. */
function sectionEnd(text: string, at: number): number {
  const close = text.startsWith('<!--', at) ? '-->' : text.startsWith('<![CDATA[', at) ? ']]>' : '>'
  const end = text.indexOf(close, at)
  return end < 0 ? -1 : end + close.length
}
