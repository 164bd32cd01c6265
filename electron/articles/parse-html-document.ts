/** HTML text into a DOM document for Readability, which wants one. The only user of linkedom. */
import { parseHTML } from 'linkedom'

/** `html` comes out of html-tree.ts, so linkedom's own lenient parser meets only well-nested markup. */
export function parseHtmlDocument(html: string): Document {
  return parseHTML(html).document as unknown as Document
}
