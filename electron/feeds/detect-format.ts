/** Tells which format a text is in and where its feed begins; knows nothing of what is in it. */
import type { FeedFormat } from './parsed-feed'

export interface DetectedFormat {
  readonly format: FeedFormat
  /** The document from the root's tag on, junk before it cut away. */
  readonly text: string
  /** What stood before the root: declaration, document type, or junk. */
  readonly prolog: string
}

const ROOT = /<(?:([\w-]+):)?(rss|feed|rdf|channel|entry)(?=[\s>/])([^>]{0,4000})/gi
/** A page of HTML may quote a feed's tags, or really hold a feed by mistake. */
const ESCAPED_ROOT = /&lt;(?:\?xml|rss|feed|rdf:RDF)\b/i
/** How much junk may stand before a root, well-formed comments and instructions apart. */
const WINDOW = 400_000
/** One comment, instruction or stretch of white space, at the place where it is tried. */
const PROLOG_PART = /<!--[^]*?-->|<\?[^]*?\?>|[\s\ufeff]+/y

/** Null when the text is no feed of any kind. */
export function detectFormat(text: string): DetectedFormat | null {
  const start = text.search(/[^\s\ufeff]/)
  if (start < 0) return null
  if (text[start] === '{' || (text[start] === '[' && /^\[\s*\{/.test(text.slice(start, start + 100)))) {
    return { format: 'json', text: text.slice(start), prolog: '' }
  }
  return xmlRoot(text) ?? escapedRoot(text)
}

function xmlRoot(text: string): DetectedFormat | null {
  const from = text.length > WINDOW ? endOfProlog(text) : 0
  const head = text.slice(0, from + WINDOW)
  const root = new RegExp(ROOT)
  root.lastIndex = from
  for (const match of head.matchAll(root)) {
    const name = match[2]?.toLowerCase() ?? ''
    if (inComment(head, match.index)) continue
    if ((name === 'channel' || name === 'entry') && !/<item\b|<title\b/i.test(text)) continue
    return { format: formatOf(name), text: text.slice(match.index), prolog: text.slice(0, match.index) }
  }
  return null
}

/** Where comments and instructions before the document's first tag end; each character is looked at once. */
function endOfProlog(text: string): number {
  let end = 0
  for (;;) {
    PROLOG_PART.lastIndex = end
    const part = PROLOG_PART.exec(text)
    if (part === null) return end
    end += part[0].length
  }
}

function formatOf(name: string): FeedFormat {
  if (name === 'feed' || name === 'entry') return 'atom'
  return name === 'rdf' ? 'rdf' : 'rss'
}

function inComment(text: string, at: number): boolean {
  const opened = text.lastIndexOf('<!--', at)
  return opened >= 0 && text.lastIndexOf('-->', at) < opened
}

/** A feed shown as text in a page: the page's escaping is taken off once. */
function escapedRoot(text: string): DetectedFormat | null {
  if (text.length > WINDOW * 10 || !ESCAPED_ROOT.test(text)) return null
  const unescaped = text
    .slice(text.search(ESCAPED_ROOT))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
  return xmlRoot(unescaped)
}
