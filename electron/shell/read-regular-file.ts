/** Reads a file for our protocols: a regular file and nothing that a symbolic link in its place may point to. */
import { constants } from 'node:fs'
import { open } from 'node:fs/promises'

/** Null when there is no such regular file. Whole, not streamed: what sync stores is bounded, and one read is quicker. */
export async function readRegularFile(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    // O_NOFOLLOW does not exist on Windows, where making a link needs rights that a feed never has.
    const follow = (constants as Partial<typeof constants>).O_NOFOLLOW ?? 0
    const file = await open(path, constants.O_RDONLY | follow)
    try {
      const info = await file.stat()
      return info.isFile() ? new Uint8Array(await file.readFile()) : null
    } finally {
      await file.close()
    }
  } catch {
    // Missing, a link, not ours to read: to the window all of it is "not found".
    return null
  }
}
