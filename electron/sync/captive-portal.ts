/** Recognises a network's sign-in page that stands where a feed was: nothing of it may be stored. */

export const PORTAL_MESSAGE =
  'A web page came where the feed was: this network may want you to sign in first, or the feed has moved; open its address in a browser.'

/** True for bytes that begin like a web page, after white space, a byte-order mark and comments. XHTML counts, feeds do not. */
export function looksLikeHtml(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 2048)).toString('latin1')
  const text = start.replace(/^[\s\u00ef\u00bb\u00bf]+/, '').toLowerCase()
  if (/^<\?xml/.test(text)) return /<html[\s>]/.test(text) && !/<(rss|feed|rdf:rdf)[\s>]/.test(text)
  return (
    /^<(!doctype html|html|head|body|script|meta|title)[\s>]/.test(text) ||
    /^<!--[^]{0,1500}?<html[\s>]/.test(text)
  )
}
