/** Text of a feed in any format -> its items. The one switch over formats; formats never leak past it. */
import { detectFormat } from './detect-format'
import { parseJsonFeed } from './parse-json-feed'
import type { ParsedFeedResult } from './parsed-feed'
import { readXmlFeed } from './read-xml-feed'

const BROKEN: ParsedFeedResult = {
  ok: false,
  error: { code: 'bad_feed', message: 'The document begins like a feed but nothing in it can be read.' },
}

/** Never throws and never hangs: what cannot be read is a result with a code. `url` is where the text was fetched from. */
export async function parseFeed(
  text: string,
  options: { readonly url: string | null; readonly contentType?: string | null },
): Promise<ParsedFeedResult> {
  const document = detectFormat(text)
  if (!document) return notAFeed(text)
  if (document.format === 'json') return parseJsonFeed(document.text, options.url)
  // A page of HTML may quote a feed's tags in its text.
  const quoted = isHtml(document.prolog)
  const reading = await readXmlFeed(document, options.url)
  if (quoted && (reading?.items.length ?? 0) === 0) return notAFeed(text)
  if (!reading) return BROKEN
  return { ok: true, format: document.format, ...reading, warnings: [] }
}

function notAFeed(text: string): ParsedFeedResult {
  const message = isHtml(text.slice(0, 2000))
    ? 'This address answers with a web page, not with a feed.'
    : text.trim() === ''
      ? 'The document is empty.'
      : 'The document is neither RSS, Atom, RDF nor JSON Feed.'
  return { ok: false, error: { code: 'not_a_feed', message } }
}

const isHtml = (text: string): boolean => /<html\b|<!doctype html/i.test(text)
