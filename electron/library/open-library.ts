/** Opens a library folder: lock, unfinished work of a killed process, migrations, files, and what a power cut may have taken. */
import * as path from 'node:path'
import { UNFINISHED } from './copy-library'
import { diskCode, realDisk } from './disk'
import type { Disk } from './disk'
import type { LibraryFiles } from './json-file'
import { asLibraryError, LibraryError } from './library-error'
import { fold, openParts } from './library-parts'
import type { LibraryParts } from './library-parts'
import { takeLock } from './lock'
import type { Lock } from './lock'
import { checkAfterPowerCut } from './power-cut'
import type { Migration } from './migrate'
import type { LibraryNotice } from './records'
import { finishRemovals } from './remove-feed'
import { finishRestore } from './restore'

export interface OpenOptions {
  readonly now: () => Date
  /** Hears every notice as it comes; `notices()` has them all. */
  readonly onNotice?: (notice: LibraryNotice) => void
  /** Reads beside a process that has the library open, and writes nothing. */
  readonly readOnly?: boolean
  readonly disk?: Disk
  /** Those of this version; tests hand in others. */
  readonly migrations?: readonly Migration[]
}

export interface OpenedLibrary {
  readonly parts: LibraryParts
  /** Null when it was opened for reading only. */
  readonly lock: Lock | null
  /** Every notice, also those that come later. */
  readonly heard: readonly LibraryNotice[]
}

// What a disk refuses when it cannot be written but may still be read.
const NOT_WRITABLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT'])

/** See `LibraryStore.open`. */
export async function openLibrary(folder: string, options: OpenOptions): Promise<OpenedLibrary> {
  const disk = options.disk ?? realDisk
  const root = path.resolve(folder)
  const heard: LibraryNotice[] = []
  const notice = (fact: LibraryNotice): void => {
    heard.push(fact)
    options.onNotice?.(fact)
  }
  if (disk.facts(path.join(root, UNFINISHED)) !== null)
    throw new LibraryError(
      'unfinished_copy',
      `The library in ${root} was not copied to its end. The one it was copied from is whole: open that, or move it again.`,
    )
  const lock = options.readOnly ? null : await lockOrRead(disk, root, notice)
  const fence = { closed: false }
  const files: LibraryFiles = { disk, folder: root, readOnly: lock === null, fence, now: options.now, notice }
  try {
    if (lock) await finishRestore(files)
    const parts = await openParts(files, options.migrations)
    if (lock && parts.journal.damaged) await foldDamaged(parts)
    if (lock) await finishRemovals(parts)
    if (lock?.afterPowerCut) await checkAfterPowerCut(parts, lock.lastSign)
    return { parts, lock, heard }
  } catch (error) {
    await lock?.release()
    throw asLibraryError(error, `opening the library ${root}`)
  }
}

/** What was read of a damaged journal goes into the files at once, so that its damage is told once. */
async function foldDamaged(parts: LibraryParts): Promise<void> {
  try {
    await fold(parts)
  } catch (error) {
    // The journal still holds it all, and is read again by the next start.
    parts.files.notice({ file: 'journal', message: asLibraryError(error, 'mending the journal').message })
  }
}

async function lockOrRead(
  disk: Disk,
  folder: string,
  notice: (notice: LibraryNotice) => void,
): Promise<Lock | null> {
  try {
    await disk.makeFolder(folder)
    return await takeLock(disk, folder)
  } catch (error) {
    if (!NOT_WRITABLE.has(diskCode(error))) throw error
    const why = asLibraryError(error, 'opening it for writing').message
    notice({
      file: '.',
      message: `The library is open for reading only, and nothing you mark will be kept. ${why}`,
    })
    return null
  }
}
