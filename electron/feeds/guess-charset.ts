/** Guesses the encoding of bytes that declare none, or a wrong one. The only door of chardet. */
import { analyse } from 'chardet'
import { charsetName } from './charset-names'
import { likelySingleByte, type ByteTable } from './letter-likeness'

/** Text enough for the statistics; more only costs time. */
const SAMPLE_BYTES = 48_000

/** Superset that carries the same letters and more: what a guess of the narrower one should be read as. */
const SUPERSETS: Readonly<Record<string, string>> = {
  'iso-8859-8': 'windows-1255',
  'iso-8859-6': 'windows-1256',
}

/** A mean below this is no language of one byte a letter: its texts come out near -3.3, Chinese, Japanese and Korean read so below -5. */
const PLAUSIBLE = -4.1

/** The likeliest encodings, best first; never empty. `bytes` are known not to be UTF-8. */
export function guessCharset(bytes: Uint8Array, table: ByteTable): readonly string[] {
  const words = sample(bytes)
  if (looksThai(words)) return ['windows-874']
  const [best] = likelySingleByte(words, table)
  const names: string[] = best && best.score > PLAUSIBLE ? [best.charset] : []
  for (const match of analyse(words)) {
    const known = charsetName(match.name)
    const name = known === null ? null : (SUPERSETS[known] ?? known)
    if (name !== null && !name.startsWith('utf-') && !names.includes(name)) names.push(name)
  }
  return names.length > 0 ? names : ['windows-1252']
}

/** Chardet knows no Thai. Its bytes leave two gaps that every other script fills, half are consonants, many vowels above and below. */
function looksThai(words: Uint8Array): boolean {
  let high = 0
  let consonants = 0
  let vowels = 0
  for (const byte of words) {
    if (byte <= 0xa0) continue
    if ((byte > 0xda && byte < 0xdf) || byte > 0xfb) return false
    high++
    if (byte <= 0xce) consonants++
    else if (byte === 0xd1 || (byte >= 0xd4 && byte <= 0xda)) vowels++
  }
  return high >= 10 && consonants / high > 0.3 && vowels / high > 0.05
}

/** Only words with bytes over 0x7F, single-spaced: markup, addresses and English would drown the language that is to be told. */
function sample(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(Math.min(bytes.length, SAMPLE_BYTES))
  let length = 0
  let wordStart = 0
  let foreign = false
  for (let i = 0; i <= bytes.length && length < out.length; i++) {
    const byte = bytes[i] ?? 0x20
    if (byte > 0x7f) foreign = true
    if (!isBreak(byte)) continue
    if (foreign) {
      for (let k = wordStart; k < i && length < out.length - 1; k++) out[length++] = bytes[k] ?? 0
      out[length++] = 0x20
    }
    wordStart = i + 1
    foreign = false
  }
  return out.subarray(0, length)
}

/** White space, tags, quotes, the parts of an address: what ends a word and is no second byte of any character, as digits may be. */
function isBreak(byte: number): boolean {
  return byte < 0x40 && (byte < 0x30 || byte > 0x39)
}
