/** Writes a file of the reader's choice piece by piece, beside its name: under the name there is what was there before, or all of it. */
import { open, rename, rm } from 'node:fs/promises'

type Pieces = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>

/** Rejects with a file error, or with what the pieces threw; then nothing of it is left. */
export async function writeExport(file: string, pieces: Pieces): Promise<void> {
  const aside = `${file}.part`
  const handle = await open(aside, 'w')
  try {
    try {
      for await (const piece of pieces) await handle.writeFile(piece)
    } finally {
      await handle.close()
    }
    await rename(aside, file)
  } catch (error) {
    await rm(aside, { force: true })
    throw error
  }
}
