/** Real PNG bytes of our own making: steps between two colours, so that every picture of the site is another one. */
import { deflateSync } from 'node:zlib'

export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** The same `seed` gives the same bytes. */
export function pngPicture(seed: number, { width, height }: PictureSize): Buffer {
  const rows = Buffer.alloc(height * (1 + width * 3))
  for (let y = 0; y < height; y++) {
    const row = y * (1 + width * 3)
    for (let x = 0; x < width; x++) {
      const at = row + 1 + x * 3
      rows[at] = (seed * 53 + ((x >> 4) * 1920) / width) & 0xff
      rows[at + 1] = (90 + seed * 31 + ((y >> 4) * 2240) / height) & 0xff
      rows[at + 2] = (200 - seed * 17) & 0xff
    }
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
