/** Counts the well-formed multi-byte sequences of UTF-8 in bytes, and the bytes that belong to none. */

export interface Utf8Measure {
  readonly sequences: number
  readonly faults: number
}

/** First bytes from, to; length; the second byte from, to: these shut out overlong forms, surrogates and what lies outside Unicode. */
const FORMS: readonly (readonly [
  from: number,
  to: number,
  length: number,
  lowest: number,
  highest: number,
])[] = [
  [0xc2, 0xdf, 2, 0x80, 0xbf],
  [0xe0, 0xe0, 3, 0xa0, 0xbf],
  [0xe1, 0xec, 3, 0x80, 0xbf],
  [0xed, 0xed, 3, 0x80, 0x9f],
  [0xee, 0xef, 3, 0x80, 0xbf],
  [0xf0, 0xf0, 4, 0x90, 0xbf],
  [0xf1, 0xf3, 4, 0x80, 0xbf],
  [0xf4, 0xf4, 4, 0x80, 0x8f],
]

/** Linear; `onFault` is told the index of each byte that fits nowhere. Table of well-formed sequences: Unicode, table 3-7. */
export function measureUtf8(bytes: Uint8Array, onFault?: (at: number) => void): Utf8Measure {
  let sequences = 0
  let faults = 0
  for (let i = 0; i < bytes.length;) {
    const first = bytes[i] ?? 0
    if (first < 0x80) {
      i++
      continue
    }
    const length = sequenceLength(bytes, i, first)
    if (length > 0) {
      sequences++
      i += length
    } else {
      faults++
      onFault?.(i)
      i++
    }
  }
  return { sequences, faults }
}

function sequenceLength(bytes: Uint8Array, at: number, first: number): number {
  const form = FORMS.find(([from, to]) => first >= from && first <= to)
  if (form === undefined) return 0
  const [, , length, lowest, highest] = form
  const second = bytes[at + 1] ?? 0
  if (second < lowest || second > highest) return 0
  for (let k = 2; k < length; k++) {
    if (((bytes[at + k] ?? 0) & 0xc0) !== 0x80) return 0
  }
  return length
}
