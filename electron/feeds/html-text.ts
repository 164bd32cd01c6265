/** Plain text of titles, names and other short values that feeds write as HTML, escaped once, twice or not at all. */
import { walkMarkup } from './markup-tokens'
import { decodeReferences, dropForbidden } from './references'

/** How a value was meant: `html` and `text` as declared, `unknown` where the format leaves it open (RSS, Atom in practice). */
export type TextKind = 'text' | 'html' | 'unknown'

const BLOCK = new Set(
  'p div br hr li ul ol dl dt dd table tr td th h1 h2 h3 h4 h5 h6 blockquote pre section article header footer figure'.split(
    ' ',
  ),
)
/** A closing tag, or one that has none, of an element of HTML: what is merely in angle brackets ("List<String>") is text. */
const LOOKS_LIKE_HTML =
  /<\/(?:a|abbr|acronym|b|bdi|big|blockquote|center|cite|code|dd|del|dfn|div|dl|dt|em|figure|font|h[1-6]|i|ins|kbd|li|mark|nobr|ol|p|pre|q|s|samp|small|span|strike|strong|sub|sup|table|td|th|tr|tt|u|ul|var)\s*>|<(?:br|hr|img|wbr|p)\b[^>]*>|<!--/i
const HAS_REFERENCE = /&(?:amp|lt|gt|quot|apos|nbsp|#\d+|#[xX][0-9a-fA-F]+);/

/** No title, name or description is longer; what is comes from an attack or a mistake. Characters. */
const MAX_LENGTH = 50_000

/** The text of a value on one line: tags dropped, references decoded (also where they were escaped twice), trimmed. */
export function plainText(long: string, kind: TextKind): string {
  const value = long.length > MAX_LENGTH ? long.slice(0, MAX_LENGTH) : long
  if (!/[<&]/.test(value)) return oneLine(value)
  let text = decodeOnce(value, kind)
  // Escaped twice: nobody means to show `&amp;` or `&#8217;` in a title.
  if (HAS_REFERENCE.test(text)) text = decodeOnce(text, kind === 'text' ? 'text' : 'unknown')
  return oneLine(text)
}

function decodeOnce(value: string, kind: TextKind): string {
  if (kind === 'html' || (kind === 'unknown' && LOOKS_LIKE_HTML.test(value))) return htmlToText(value)
  return decodeReferences(value)
}

/** What a browser would show of `html`, without its layout. */
export function htmlToText(html: string): string {
  const parts: string[] = []
  let silent: string | null = null
  walkMarkup(
    html,
    { xml: false },
    {
      onOpen({ name }) {
        const tag = name.toLowerCase()
        if (tag === 'script' || tag === 'style') silent = tag
        if (BLOCK.has(tag)) parts.push(' ')
      },
      onClose(name) {
        const tag = name.toLowerCase()
        if (tag === silent) silent = null
        if (BLOCK.has(tag)) parts.push(' ')
      },
      onText(text) {
        if (silent === null) parts.push(text)
      },
    },
  )
  return parts.join('')
}

/** White space of all kinds to single blanks, no-break spaces kept; forbidden characters dropped. */
export function oneLine(text: string): string {
  return dropForbidden(text)
    .replace(/[ \t\r\n\f]+/g, ' ')
    .replace(/^[\s\u200b\ufeff]+|(?<![\s\u200b\ufeff])[\s\u200b\ufeff]+$/g, '')
}
