/**
 * Bytes to text. A mark or zero bytes decide; then valid UTF-8 wins over every claim, because servers lie about it more
 * often than the bytes can; then the claims in their order; then a guess. The only door of iconv-lite. Never throws.
 */
import iconv from 'iconv-lite'
import { iconvName } from './charset-names'
import { guessCharset } from './guess-charset'
import { iso2022JpToEucJp, isIso2022Jp } from './iso-2022-jp'
import { charsetClaims, sniffUnicode, xmlEncoding, type CharsetClaim } from './sniff-charset'
import { measureUtf8 } from './measure-utf8'
import { controlsToCharacters, windows1252 } from './windows-1252'

export interface DecodedText {
  readonly text: string
  /** WHATWG name in lower case, or utf-32le/utf-32be. */
  readonly charset: string
  readonly from: 'bom' | 'http' | 'xml' | 'meta' | 'guess' | 'default'
}

/** More broken sequences than this share of the text's own, and the claim of UTF-8 (or of a CJK encoding) is a mistake. */
const TOLERATED_FAULTS = 0.1

/** Text without its byte order mark. `contentType` is the HTTP header as received, or null. */
export function decodeBytes(
  bytes: Uint8Array,
  options: { readonly contentType: string | null },
): DecodedText {
  const unicode = sniffUnicode(bytes)
  if (unicode) {
    const text = decodeAs(bytes.subarray(unicode.skip), unicode.charset)
    const declared = unicode.from === 'guess' && xmlEncoding(text) !== undefined
    return { text, charset: unicode.charset, from: declared ? 'xml' : unicode.from }
  }
  const claims = charsetClaims(bytes, options.contentType)
  return (
    decodeIso2022Jp(bytes, claims) ??
    decodeUtf8Claimed(bytes, claims[0]) ??
    decodeAsClaimed(bytes, claims) ??
    guess(bytes)
  )
}

/** Seven-bit, so that it passes for ASCII: its escapes tell it. */
function decodeIso2022Jp(bytes: Uint8Array, claims: readonly CharsetClaim[]): DecodedText | null {
  if (!isIso2022Jp(bytes) || measureUtf8(bytes).sequences > 0) return null
  const said = claims.find((claim) => claim.charset === 'iso-2022-jp')
  return { text: decodeAs(bytes, 'iso-2022-jp'), charset: 'iso-2022-jp', from: said?.from ?? 'guess' }
}

/** Valid UTF-8, or nearly so where nothing else is claimed; null for what is another encoding. */
function decodeUtf8Claimed(bytes: Uint8Array, claim: CharsetClaim | undefined): DecodedText | null {
  const { sequences, faults } = measureUtf8(bytes)
  if (faults === 0) return decodeValidUtf8(bytes, sequences, claim)
  const nearly = faults <= sequences * TOLERATED_FAULTS && (claim === undefined || claim.charset === 'utf-8')
  return nearly ? { text: decodeAs(bytes, 'utf-8'), charset: 'utf-8', from: claim?.from ?? 'guess' } : null
}

/** Null when no claim fits the bytes. */
function decodeAsClaimed(bytes: Uint8Array, claims: readonly CharsetClaim[]): DecodedText | null {
  for (const { charset, from } of claims) {
    if (charset.startsWith('utf-')) continue
    const text = decodeAs(bytes, charset)
    if (faultShare(text) <= TOLERATED_FAULTS) return { text, charset, from }
  }
  return null
}

function decodeValidUtf8(bytes: Uint8Array, sequences: number, claim: CharsetClaim | undefined): DecodedText {
  const text = decodeAs(bytes, 'utf-8')
  if (claim?.charset === 'utf-8') return { text, charset: 'utf-8', from: claim.from }
  // Plain ASCII reads the same in all of them: the claim is as good as any. UTF-16 and UTF-32 it cannot be.
  if (sequences === 0 && claim && !claim.charset.startsWith('utf-'))
    return { text, charset: claim.charset, from: claim.from }
  return { text, charset: 'utf-8', from: sequences > 0 ? 'guess' : 'default' }
}

function guess(bytes: Uint8Array): DecodedText {
  let best: { text: string; charset: string; faults: number } | null = null
  for (const charset of guessCharset(bytes, byteTable).slice(0, 3)) {
    const text = decodeAs(bytes, charset)
    const faults = faultShare(text)
    if (faults < 0.001) return { text, charset, from: 'guess' }
    if (!best || faults < best.faults) best = { text, charset, faults }
  }
  const { text, charset } = best ?? { text: decodeAs(bytes, 'windows-1252'), charset: 'windows-1252' }
  return { text, charset, from: 'guess' }
}

const tables = new Map<string, string>()

/** The 256 characters of an encoding of one byte a letter. */
function byteTable(charset: string): string {
  const known = tables.get(charset)
  if (known !== undefined) return known
  const table = Array.from({ length: 256 }, (_, byte) => decodeAs(Uint8Array.of(byte), charset)).join('')
  tables.set(charset, table)
  return table
}

/** Share of replacement characters among all that are not ASCII. */
function faultShare(text: string): number {
  let other = 0
  let faults = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code > 0x7f) other++
    if (code === 0xfffd) faults++
  }
  return other === 0 ? 0 : faults / other
}

function decodeAs(bytes: Uint8Array, charset: string): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (charset === 'utf-8') return decodeUtf8(buffer)
  if (charset === 'iso-2022-jp') return iconv.decode(Buffer.from(iso2022JpToEucJp(bytes)), 'euc-jp')
  const name = iconvName(charset)
  return iconv.decode(buffer, iconv.encodingExists(name) ? name : 'windows-1252', { stripBOM: true })
}

/** UTF-8 in which stray bytes are read as windows-1252, which they nearly always are (pasted quotes and dashes). */
function decodeUtf8(buffer: Buffer): string {
  const text = buffer.toString('utf8')
  if (!text.includes('\ufffd')) return controlsToCharacters(text)
  const parts: string[] = []
  let from = 0
  measureUtf8(buffer, (at) => {
    parts.push(buffer.toString('utf8', from, at), windows1252(buffer[at] ?? 0))
    from = at + 1
  })
  parts.push(buffer.toString('utf8', from))
  return controlsToCharacters(parts.join(''))
}
