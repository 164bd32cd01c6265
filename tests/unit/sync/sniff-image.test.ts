import { describe, expect, it } from 'vitest'
import { sniffImage } from '../../../electron/sync/sniff-image'
import { page, png } from '../../support/sync-bench'

const latin = (text: string, length = 64) => {
  const bytes = Buffer.alloc(Math.max(length, text.length))
  Buffer.from(text, 'latin1').copy(bytes)
  return bytes
}
const with16 = (bytes: Buffer, at: number, ...values: number[]) => {
  values.forEach((value, n) => bytes.writeUInt16LE(value, at + n * 2))
  return bytes
}

describe('pictures by their first bytes', () => {
  it.each([
    ['png', png(640, 360), 640, 360],
    ['gif', with16(latin('GIF89a'), 6, 30, 20), 30, 20],
    ['gif', with16(latin('GIF87a'), 6, 1, 1), 1, 1],
    [
      'jpg',
      Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0001108016802800301220002110103', 'hex'),
      640,
      360,
    ],
    ['jpg', latin('\xff\xd8\xff\xdb\0\0'), null, null],
    ['webp', with16(latin('RIFF....WEBPVP8 '), 26, 640, 360), 640, 360],
    ['webp', latin('RIFF....WEBPVP8X....\0\0\0\0\x7f\x02\0\x67\x01\0'), 640, 360],
    ['webp', latin('RIFF....WEBPVP8L\0\0\0\0\x2f\x7f\xc2\x59\0'), 640, 360],
    ['avif', latin('\0\0\0\x20ftypavif'), null, null],
    ['avif', latin('\0\0\0\x20ftypmif1\0\0\0\0mif1avifmiaf'), null, null],
    ['bmp', Buffer.concat([latin('BM', 18), Buffer.from([64, 0, 0, 0, 48, 0, 0, 0, 0, 0])]), 64, 48],
    ['ico', latin('\0\0\x01\0\x01\0\x20\x10'), 32, 16],
    ['svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), null, null],
    [
      'svg',
      Buffer.from(
        '\ufeff<?xml version="1.0"?>\n<!-- drawn --><!DOCTYPE svg [<!ENTITY a "b">]>\n<svg width="1">',
      ),
      null,
      null,
    ],
  ])('tells %s', (extension, bytes, width, height) => {
    expect(sniffImage(bytes)).toEqual({ extension, width, height })
  })

  it.each([
    ['an empty file', Buffer.alloc(0)],
    ['a web page', Buffer.from(page('Not found'))],
    ['a page with a drawing in it', Buffer.from('<!doctype html><body><svg></svg>')],
    ['script', Buffer.from('alert(1)')],
    ['a PNG of which only the name came', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
    ['a film', latin('\0\0\0\x20ftypisom')],
    ['a HEIC picture, which the window cannot show', latin('\0\0\0\x20ftypheic\0\0\0\0mif1heic')],
    ['sound', latin('RIFF....WAVEfmt ')],
    ['another kind of XML', Buffer.from('<?xml version="1.0"?><rss><svg/></rss>')],
  ])('refuses %s', (_name, bytes) => {
    expect(sniffImage(bytes)).toBeNull()
  })

  it('reads a drawing with a million unfinished comments in no time', () => {
    const bytes = Buffer.from('<!--'.repeat(1_000_000))
    const started = performance.now()
    sniffImage(bytes)
    expect(performance.now() - started).toBeLessThan(200)
  })
})
