import { brotliDecompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { compressText } from '../../../electron/library/compress-text'

/** Words as they come in prose, the same for the same length. */
function prose(bytes: number): Buffer {
  let seed = 7
  const letters = Array.from({ length: bytes }, () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return 'etaoin shrdlu cmfwyp'[seed % 20] ?? ' '
  })
  return Buffer.from(letters.join(''))
}

describe('compressing a text', () => {
  it.each([0, 1, 15, 16, 17, 1008, 1009, 4096, 65_535, 65_536, 65_537, 300_000, 2_000_000])(
    'gives back the same %i bytes, whatever the size of its window',
    async (bytes) => {
      const text = prose(bytes)
      expect(brotliDecompressSync(await compressText(text)).equals(text)).toBe(true)
    },
  )

  it('finds again what stands far from where it stood first', async () => {
    const part = prose(12_000)
    const once = await compressText(part)
    const twice = await compressText(Buffer.concat([part, part]))
    expect(twice.length).toBeLessThan(once.length * 1.05)
  })
})
