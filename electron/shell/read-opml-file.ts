/** Reads a list of feeds that the reader chose or opened from the desktop, within a limit. */
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppFailure } from '../app-failure'

// The largest lists known hold some ten thousand feeds in 5 MB; a wrongly picked film must not fill the memory.
const MAX_BYTES = 20_000_000

/** Rejects with a disk error's code, `too_large` or `not_a_file`. */
export async function readOpmlFile(file: string): Promise<Uint8Array> {
  const info = await stat(file)
  if (!info.isFile()) {
    throw new AppFailure('not_a_file', `${basename(file)} is no file; choose a list of feeds in OPML.`)
  }
  if (info.size > MAX_BYTES) {
    throw new AppFailure(
      'too_large',
      `${basename(file)} is too large to be a list of feeds; choose another file.`,
    )
  }
  return readFile(file)
}
