/** The whole library as one zip file, made while the app runs. Each file is whole because the library replaces files at one stroke. */
import * as path from 'node:path'
import type { LibraryParts } from './library-parts'
import { asLibraryError } from './library-error'
import { eachFile, libraryUsage } from './usage'
import { ZipWriter } from './zip-write'

/** What belongs to a library, by path inside it; derived data, copies and leftovers do not. */
const BELONGS = [
  /^(?:library|feeds|feeds-spare|settings|rules|highlights|stories|edition|sync-states|sync-ledger)\.json$/,
  /^(?:articles|statuses|tombstones)\/[a-z0-9-]{1,80}\.json$/,
  /^bodies\/[0-9a-f]{2}\/[0-9a-f]{32}\.body$/,
  /^media\/[0-9a-f]{2}\/[0-9a-f]{64}\.[a-z]{3,4}$/,
  /^journal\/\d{8}\.log$/,
]
// Read in the order opposite to writing: whatever a list names is already on the disk when it is read later.
const ORDER = [
  'library.json',
  'journal',
  'feeds.json',
  'feeds-spare.json',
  'statuses',
  'highlights.json',
  'settings.json',
  'rules.json',
  'stories.json',
  'edition.json',
  'sync-states.json',
  'sync-ledger.json',
]
const ORDER_LATER = ['tombstones', 'articles', 'bodies', 'media']
const PACKED_ALREADY = /^(?:bodies|media)\//
const CHUNK_BYTES = 4 * 1024 * 1024

/** Top-level names of a library's own files and folders. */
export const LIBRARY_NAMES: readonly string[] = [...ORDER, ...ORDER_LATER]

/** The gate for names that come out of a backup: true only for a path that a library may hold. */
export function belongsToLibrary(name: string): boolean {
  return BELONGS.some((pattern) => pattern.test(name))
}

/** Writes the backup beside its name and renames it when it is whole; returns its size in bytes. Rejects with `LibraryError`. */
export async function backUp(
  parts: LibraryParts,
  target: string,
  progress: (done: number, total: number) => void,
): Promise<number> {
  const { disk, folder, now } = parts.files
  const { total, index } = await libraryUsage(parts.files)
  let read = 0
  const temporary = `${target}.tmp`
  try {
    await disk.remove(temporary)
    const output = await disk.openAppend(temporary)
    const zip = new ZipWriter(now())
    let waiting: Buffer[] = []
    let waitingBytes = 0
    const put = async (bytes: Buffer, atOnce: boolean): Promise<void> => {
      waiting.push(bytes)
      waitingBytes += bytes.length
      if (!atOnce && waitingBytes < CHUNK_BYTES) return
      await output.append(Buffer.concat(waiting))
      waiting = []
      waitingBytes = 0
    }
    try {
      for (const top of LIBRARY_NAMES)
        for (const name of await namesUnder(parts, top)) {
          const bytes = await readIfThere(parts, path.join(folder, name))
          if (!bytes) continue
          read += bytes.length
          progress(Math.min(read, total - index), total - index)
          await put(zip.file(name, bytes, !PACKED_ALREADY.test(name)), false)
        }
      await put(zip.end(), true)
    } finally {
      await output.close()
    }
    await disk.rename(temporary, target)
    await disk.syncFolder(path.dirname(target))
    return zip.length
  } catch (error) {
    await disk.remove(temporary).catch(() => {
      // The first error is the one to tell.
    })
    throw asLibraryError(error, `writing the backup ${target}`)
  }
}

async function namesUnder({ files }: LibraryParts, top: string): Promise<string[]> {
  const { disk, folder } = files
  if (top.endsWith('.json')) return disk.facts(path.join(folder, top)) === null ? [] : [top]
  const names: string[] = []
  await eachFile(disk, path.join(folder, top), (file) => {
    names.push(path.relative(folder, file).replaceAll('\\', '/'))
  })
  return names.filter(belongsToLibrary).sort()
}

/** Null for a file that was purged or folded away since it was listed. */
async function readIfThere({ files }: LibraryParts, file: string): Promise<Buffer | null> {
  return files.disk.facts(file) === null ? null : files.disk.read(file)
}
