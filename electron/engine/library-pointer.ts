/** Remembers where the reader moved the library to, in one small file beside the place where it is looked for first. */
import { existsSync, readFileSync } from 'node:fs'
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

/** Null while the library is where the app keeps it by itself. `dataFolder` is the app's own data folder. */
export function readPointer(dataFolder: string): LibraryPointer | null {
  let text: string
  try {
    text = readFileSync(join(dataFolder, FILE), 'utf8')
  } catch {
    // Never moved. A pointer that cannot be read leads to the app's own place, which the window shows in its settings.
    return null
  }
  const value = parseJson(text)
  if (!isObject(value) || typeof value['folder'] !== 'string' || !isAbsolute(value['folder'])) return null
  const leftOver = value['leftOver']
  return { folder: value['folder'], leftOver: typeof leftOver === 'string' ? leftOver : null }
}

/** At one stroke: killed at any moment, the old place or the new one is named. */
export async function writePointer(dataFolder: string, pointer: LibraryPointer): Promise<void> {
  await replaceFile(realDisk, join(dataFolder, FILE), Buffer.from(JSON.stringify(pointer, null, 2) + '\n'))
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
