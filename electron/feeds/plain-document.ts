/**
 * Tells in one quick scan whether rss-parser reads a document without loss. It builds an object per element name, so what
 * it loses is known: unescaped markup, xml:base and xml:lang, own entities, prefixes of one's own, what stands beside RDF's channel.
 */

import type { DetectedFormat } from './detect-format'

/** All elements and children that the readers look at under the prefix that everybody uses; anything else needs the second reader. */
export const PLAIN_ELEMENTS: readonly string[] = (
  'title link description language copyright managingEditor webMaster pubDate lastBuildDate category generator image itunes:image media:thumbnail ' +
  'author guid comments enclosure content:encoded content summary published updated id subtitle rights logo icon ' +
  'dc:title dc:creator dc:date dc:language dc:rights dc:subject dc:description dc:identifier dcterms:modified dcterms:created dcterms:issued ' +
  'atom:link atom:updated atom:published atom:author wfw:commentRss slash:comments thr:total admin:generatorAgent ' +
  'itunes:author itunes:owner itunes:summary itunes:subtitle itunes:title itunes:category itunes:keywords media:content media:title media:description media:group'
).split(' ')

/** Structure, and elements that nobody reads. */
const HARMLESS = (
  'rss channel item feed entry rdf:RDF items rdf:Seq rdf:li url width height name email uri ttl docs cloud skipHours hour skipDays day rating ' +
  'textInput source sy:updatePeriod sy:updateFrequency sy:updateBase wfw:comment slash:section slash:department slash:hit_parade ' +
  'itunes:name itunes:email itunes:explicit itunes:duration itunes:episode itunes:season itunes:episodeType itunes:type itunes:block ' +
  'media:credit media:text media:rating media:copyright media:keywords post-id feedburner:info feedburner:feedburnerHostname georss:point geo:lat geo:long'
).split(' ')

const KNOWN = new Set([...PLAIN_ELEMENTS, ...HARMLESS])
const ATTRIBUTES =
  /\bxml:(?:base|lang)\s*=|\btype\s*=\s*["'](?:xhtml|application\/xhtml|[\w-]+\/[\w.+-]+["'][^>]*mode=)|\bmode\s*=\s*["']/i

export interface PlainDocument {
  /** Opening tags of items and entries. */
  readonly items: number
}

/** Null when the second reader must read it. Linear; looks at no text and no CDATA. */
export function plainDocument({ text, prolog, format }: DetectedFormat): PlainDocument | null {
  if (prolog.includes('<!ENTITY') || prolog.includes('<!DOCTYPE')) return null
  let items = 0
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const end = sectionEnd(text, at)
    if (end < 0) return null
    const mark = text.charAt(at + 1)
    if (!'!?'.includes(mark)) {
      const tag = text.slice(at + 1, end - 1)
      const name = /^\/?([\w:.-]+)/.exec(tag)?.[1] ?? ''
      if (!isPlainTag(name, tag) || (format === 'rdf' && name === 'image')) return null
      if (/^(?:item|entry)\b/.test(tag)) items++
    }
    at = end
  }
  return { items }
}

const isPlainTag = (name: string, tag: string): boolean => KNOWN.has(name) && !ATTRIBUTES.test(tag)

/** Index after a tag, comment, CDATA section or instruction; -1 when it never ends. */
function sectionEnd(text: string, at: number): number {
  const close = text.startsWith('<!--', at) ? '-->' : text.startsWith('<![CDATA[', at) ? ']]>' : '>'
  const end = text.indexOf(close, at)
  return end < 0 ? -1 : end + close.length
}
