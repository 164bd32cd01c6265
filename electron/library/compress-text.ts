/** Compresses the stored texts: small ones at one stroke, for handing them to another thread costs ten times what compressing them does. */
import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants } from 'node:zlib'
import type { BrotliOptions } from 'node:zlib'

const compressAside = promisify(brotliCompress)

/** Bytes that take a millisecond; more would be felt in the window. */
const AT_ONE_STROKE = 64 * 1024

// Of the compressor's window: no larger than the text, because its tables are made anew for every text.
const LEAST_WINDOW = 10
const LARGEST_WINDOW = 18

/** Brotli, of quality 5: quality 9 makes the same size in a hundred times the time (docs/storage.md). */
export function compressText(text: Buffer): Promise<Buffer> {
  const options = optionsFor(text.length)
  if (text.length > AT_ONE_STROKE) return compressAside(text, options)
  return Promise.resolve(brotliCompressSync(text, options))
}

function optionsFor(bytes: number): BrotliOptions {
  const window = Math.ceil(Math.log2(bytes + 16))
  return {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 5,
      [constants.BROTLI_PARAM_LGWIN]: Math.min(LARGEST_WINDOW, Math.max(LEAST_WINDOW, window)),
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes,
    },
  }
}
