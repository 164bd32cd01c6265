/** Remembers where the reader moved the library to, in one small file beside the place where it is looked for first. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { realDisk, replaceFile } from '../library/disk'
import { isObject, parseJson } from '../library/file-text'

export interface LibraryPointer {
  /** Absolute. */
  readonly folder: string
  /** The place it was moved from, to be removed once the new one has been opened; null when it is kept or gone. */
  readonly leftOver: string | null
}

const FILE = 'library-location.json'
const COPY = 'library-location.json.bak'

/** Null while the library is where the app keeps it by itself. `dataFolder` is the app's own data folder. */
export function readPointer(dataFolder: string): LibraryPointer | null {
  // An empty library in the app's own place would look as if everything were lost, so there is a copy of these few bytes.
  return readOne(join(dataFolder, FILE)) ?? readOne(join(dataFolder, COPY))
}

function readOne(file: string): LibraryPointer | null {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    // Never moved; or not to be read, and then there is the copy.
    return null
  }
  const value = parseJson(text)
  if (!isObject(value) || typeof value['folder'] !== 'string' || !isAbsolute(value['folder'])) return null
  const leftOver = value['leftOver']
  return { folder: value['folder'], leftOver: typeof leftOver === 'string' ? leftOver : null }
}

/** At one stroke: killed at any moment, the old place or the new one is named; the copy, which follows, only counts without the file. */
export async function writePointer(dataFolder: string, pointer: LibraryPointer): Promise<void> {
  const bytes = Buffer.from(JSON.stringify(pointer, null, 2) + '\n')
  for (const name of [FILE, COPY]) {
    const file = join(dataFolder, name)
    // Something that is no file lies there: it could not be read either.
    if (existsSync(file) && !statSync(file).isFile())
      await realDisk.rename(file, `${file}.damaged-${String(Date.now())}`)
    await replaceFile(realDisk, file, bytes)
  }
}

/** False when a library that was moved is not there: a disk that is not connected must not look like an empty library. */
export function isLibraryThere({ folder }: LibraryPointer): boolean {
  return existsSync(join(folder, 'library.json'))
}

/** Removes the place a library was moved from. For when the new one has been opened. */
export async function removeLeftOver(dataFolder: string, pointer: LibraryPointer): Promise<void> {
  const { folder, leftOver } = pointer
  if (leftOver === null || leftOver === folder) return
  await realDisk.removeFolder(leftOver)
  await writePointer(dataFolder, { folder, leftOver: null })
}
