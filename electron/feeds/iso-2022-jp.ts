/** ISO-2022-JP (RFC 1468) as EUC-JP: iconv-lite has only the latter, and the two differ by escapes and the high bit. */

const ESCAPE = 0x1b

/** True where the bytes hold an escape sequence of ISO-2022-JP, which no other encoding of the web has. */
export function isIso2022Jp(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(ESCAPE); at >= 0; at = bytes.indexOf(ESCAPE, at + 1)) {
    if (bytes[at + 1] === 0x24 && (bytes[at + 2] === 0x42 || bytes[at + 2] === 0x40)) return true
  }
  return false
}

type Mode = 'ascii' | 'kanji' | 'kana'

/** The same text in EUC-JP. Unknown escapes are dropped. */
export function iso2022JpToEucJp(bytes: Uint8Array): Uint8Array {
  const out: number[] = []
  let mode: Mode = 'ascii'
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0
    if (byte === ESCAPE) {
      mode = modeAfter(bytes[i + 1], bytes[i + 2]) ?? mode
      i += 2
      continue
    }
    // Each line starts in ASCII again, whatever the line before forgot to close.
    if (byte === 0x0a || byte === 0x0d) mode = 'ascii'
    if (mode === 'kana' && byte > 0x20) out.push(0x8e)
    out.push(mode !== 'ascii' && byte > 0x20 ? byte | 0x80 : byte)
  }
  return Uint8Array.from(out)
}

function modeAfter(first: number | undefined, second: number | undefined): Mode | null {
  if (first === 0x24) return 'kanji'
  if (first !== 0x28) return null
  return second === 0x49 ? 'kana' : 'ascii'
}
