/** Tells a picture by its first bytes, never by what its server calls it; anything else is not stored. */

export type ImageExtension = 'jpg' | 'png' | 'gif' | 'webp' | 'avif' | 'svg' | 'bmp' | 'ico'

export interface SniffedImage {
  readonly extension: ImageExtension
  /** Pixels; null where the format hides them too deep to be worth reading. */
  readonly width: number | null
  readonly height: number | null
}

/** Null for bytes that are none of the formats every supported window can show. */
export function sniffImage(bytes: Uint8Array): SniffedImage | null {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const start = data.toString('latin1', 0, 16)
  if (start.startsWith('\x89PNG\r\n\x1a\n'))
    return sized('png', data, (d) => [d.readUInt32BE(16), d.readUInt32BE(20)])
  if (/^GIF8[79]a/.test(start)) return sized('gif', data, (d) => [d.readUInt16LE(6), d.readUInt16LE(8)])
  if (start.startsWith('\xff\xd8\xff')) return { extension: 'jpg', ...jpegSize(data) }
  if (/^RIFF[^]{4}WEBP/.test(start)) return { extension: 'webp', ...webpSize(data) }
  if (/^[^]{4}ftypavi[fs]/.test(start) || isMif1Avif(data))
    return { extension: 'avif', width: null, height: null }
  if (start.startsWith('BM'))
    return sized('bmp', data, (d) => [d.readInt32LE(18), Math.abs(d.readInt32LE(22))])
  if (start.startsWith('\0\0\x01\0'))
    return sized('ico', data, (d) => [d.readUInt8(6) || 256, d.readUInt8(7) || 256])
  return isSvg(data) ? { extension: 'svg', width: null, height: null } : null
}

function sized(
  extension: ImageExtension,
  data: Buffer,
  read: (data: Buffer) => readonly [number, number],
): SniffedImage | null {
  // Shorter than its own header: not a picture that anything could show.
  if (data.length < 26) return null
  const [width, height] = read(data)
  return { extension, width, height }
}

const NO_SIZE = { width: null, height: null }

function jpegSize(data: Buffer): { width: number | null; height: number | null } {
  let at = 2
  // Segment by segment to the frame header; thumbnails and profiles stand before it.
  for (let segments = 0; segments < 200 && at + 9 < data.length; segments++) {
    if (data[at] !== 0xff) return NO_SIZE
    const marker = data[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) return { width: data.readUInt16BE(at + 7), height: data.readUInt16BE(at + 5) }
    at += 2 + data.readUInt16BE(at + 2)
  }
  return NO_SIZE
}

function webpSize(data: Buffer): { width: number | null; height: number | null } {
  if (data.length < 30) return NO_SIZE
  const kind = data.toString('latin1', 12, 16)
  if (kind === 'VP8X') return { width: data.readUIntLE(24, 3) + 1, height: data.readUIntLE(27, 3) + 1 }
  if (kind === 'VP8 ')
    return { width: data.readUInt16LE(26) & 0x3fff, height: data.readUInt16LE(28) & 0x3fff }
  if (kind !== 'VP8L') return NO_SIZE
  const bits = data.readUInt32LE(21)
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
}

function isMif1Avif(data: Buffer): boolean {
  const brands = data.toString('latin1', 4, 64)
  return /^ftyp(mif1|msf1|miaf)/.test(brands) && brands.includes('avif')
}

function isSvg(data: Buffer): boolean {
  const text = data
    .toString('utf8', 0, 4096)
    .replace(/^\ufeff/, '')
    .trimStart()
  if (!text.startsWith('<')) return false
  // Only declarations and comments may stand before the root: HTML that holds a drawing is not a picture.
  const root = text.replace(/^(?:<\?[^>]*\?>|<!--[^]*?-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\][^>]*)?>|\s)+/i, '')
  return /^<svg[\s>]/i.test(root)
}
