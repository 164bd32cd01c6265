/** Real PNG bytes of our own making: a small landscape, another one for every picture of the site. */
import { deflateSync } from 'node:zlib'

export interface PictureSize {
  readonly width: number
  readonly height: number
}

type Colour = readonly [number, number, number]

/** Sky above, sky below, near hill: calm enough to stand in a screenshot. */
const PALETTES: readonly (readonly [Colour, Colour, Colour])[] = [
  [
    [38, 64, 104],
    [232, 170, 130],
    [30, 44, 62],
  ],
  [
    [120, 176, 204],
    [232, 236, 222],
    [70, 104, 96],
  ],
  [
    [64, 58, 92],
    [214, 148, 140],
    [44, 38, 58],
  ],
  [
    [150, 190, 180],
    [244, 226, 190],
    [110, 112, 72],
  ],
  [
    [24, 34, 58],
    [84, 108, 140],
    [16, 22, 34],
  ],
]

/** A sky, a sun and hills; the same `seed` gives the same bytes, another seed another picture. */
export function pngPicture(seed: number, { width, height }: PictureSize): Buffer {
  const rows = Buffer.alloc(height * (1 + width * 3))
  for (let y = 0; y < height; y++) {
    const row = y * (1 + width * 3)
    for (let x = 0; x < width; x++) rows.set(colourAt(seed, x / width, y / height), row + 1 + x * 3)
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Eight bits a channel, red, green and blue; no interlacing.
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc(body), body.length + 4)
  return framed
}

/** CRC-32 as PNG wants it (ISO 3309). */
function crc(bytes: Buffer): number {
  let value = 0xffffffff
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0)
  }
  return (value ^ 0xffffffff) >>> 0
}

/** `x` and `y` run from 0 to 1. */
function colourAt(seed: number, x: number, y: number): Colour {
  const [above, below, hill] = PALETTES[seed % PALETTES.length] ?? [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ]
  const far = 0.62 + 0.06 * Math.sin(x * 7 + seed * 1.7) + 0.03 * Math.sin(x * 17 + seed)
  const near = 0.78 + 0.08 * Math.sin(x * 4 + seed * 2.3)
  if (y > near) return hill
  if (y > far) return mix(hill, below, 0.45)
  const sun = Math.hypot(x - 0.25 - ((seed * 13) % 50) / 100, (y - 0.35) * 0.65)
  return sun < 0.05 ? mix(below, [255, 250, 235], 0.8) : mix(above, below, Math.round((y / far) * 24) / 24)
}

function mix(one: Colour, other: Colour, share: number): Colour {
  const at = (index: 0 | 1 | 2): number => Math.round(one[index] + (other[index] - one[index]) * share)
  return [at(0), at(1), at(2)]
}
