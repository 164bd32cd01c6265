/** What a document says of its own encoding: byte order mark, pattern of zero bytes, HTTP header, XML declaration, HTML meta. */
import { charsetName } from './charset-names'

export interface CharsetClaim {
  readonly charset: string
  readonly from: 'bom' | 'http' | 'xml' | 'meta' | 'guess'
}

/** How far into a page a meta is looked for; browsers look at 1024 bytes, real pages put it after long scripts. */
const META_WINDOW = 8192

const BOMS: readonly (readonly [charset: string, bytes: readonly number[]])[] = [
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** First bytes of `<` or white space in the Unicode forms, by which a missing mark is made up for (XML 1.0, appendix F). */
const ZERO_PATTERNS: readonly (readonly [
  charset: string,
  zeros: readonly [boolean, boolean, boolean, boolean],
])[] = [
  ['utf-32le', [false, true, true, true]],
  ['utf-32be', [true, true, true, false]],
  ['utf-16le', [false, true, false, true]],
  ['utf-16be', [true, false, true, false]],
]

/** The encoding that the first bytes prove, and how many of them are a mark to be skipped. */
export function sniffUnicode(bytes: Uint8Array): (CharsetClaim & { readonly skip: number }) | null {
  for (const [charset, mark] of BOMS) {
    if (mark.every((byte, i) => bytes[i] === byte)) return { charset, from: 'bom', skip: mark.length }
  }
  if (bytes.length < 4) return null
  for (const [charset, zeros] of ZERO_PATTERNS) {
    if (zeros.every((zero, i) => (bytes[i] === 0) === zero)) return { charset, from: 'guess', skip: 0 }
  }
  return null
}

/** What HTTP, XML and HTML claim, strongest first (RFC 7303: the header before the declaration). Unknown names are left out. */
export function charsetClaims(bytes: Uint8Array, contentType: string | null): readonly CharsetClaim[] {
  const claims: CharsetClaim[] = []
  const claim = (from: CharsetClaim['from'], label: string | undefined): void => {
    const charset = label === undefined ? null : charsetName(label)
    if (charset !== null) claims.push({ charset, from })
  }
  claim('http', /charset\s*=\s*["']?\s*([\w.:+-]+)/i.exec(contentType ?? '')?.[1])
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, META_WINDOW)).toString(
    'latin1',
  )
  claim('xml', xmlEncoding(head))
  claim('meta', /<meta\b[^>]{0,500}?\bcharset\s*=\s*["']?\s*([\w.:+-]+)/i.exec(head)?.[1])
  return claims
}

/** The encoding in an XML declaration, which may stand after junk such as blank lines. */
export function xmlEncoding(head: string): string | undefined {
  return /<\?xml\b[^>]{0,300}?\bencoding\s*=\s*["']?\s*([\w.:+-]+)/i.exec(head.slice(0, 1024))?.[1]
}
