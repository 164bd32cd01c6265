/**
 * Puts a backup in the place of the library. Everything is unpacked and opened on trial before anything is touched; what was there is
 * kept under `backups/`; a kill at any moment leaves the old library or, after the next start, the new one.
 */
import * as path from 'node:path'
import { belongsToLibrary, LIBRARY_NAMES } from './backup'
import type { Disk } from './disk'
import { diskCode } from './disk'
import type { LibraryFiles } from './json-file'
import { LibraryError, asLibraryError } from './library-error'
import { openParts } from './library-parts'
import { unzip, zippedFiles } from './zip-read'
import type { ReadAt } from './zip-read'

const UNPACKED = 'restore'
/** Its presence says how far the restoring came: all unpacked and tried, or the old library moved away as well. */
const COMPLETE = 'complete'
const MOVED_OUT = 'moved-out'
const BACKUPS = 'backups'
const KEPT_NAME = /^before-restore-[0-9A-Z-]{1,60}$/
const AT_ONCE = 100

/** Unpacks and tries a backup; `finishRestore` then puts it in place. Rejects with `LibraryError`, nothing changed. */
export async function prepareRestore(
  files: LibraryFiles,
  backup: string,
  progress: (done: number, total: number) => void,
): Promise<void> {
  const { disk, folder } = files
  const target = path.join(folder, UNPACKED)
  try {
    await disk.removeFolder(target)
    await unpack(disk, backup, { target, progress })
    await tryOut(files, target)
    const { bytes } = disk.facts(backup) ?? { bytes: 0 }
    progress(bytes, bytes)
    // Where the old library goes is settled now: a kill in the middle must not divide it between two places.
    await disk.write(path.join(target, COMPLETE), Buffer.from(freeName(files)), true)
    await disk.syncFolder(target)
  } catch (error) {
    await disk.removeFolder(target)
    throw asLibraryError(error, `restoring the backup ${backup}`)
  }
}

/** Does what is left of a restoring; called before a library is read. True when it put one in place. */
export async function finishRestore(files: LibraryFiles): Promise<boolean> {
  const { disk, folder } = files
  const from = path.join(folder, UNPACKED)
  const isThere = (name: string): boolean => disk.facts(path.join(from, name)) !== null
  if (!isThere(COMPLETE) && !isThere(MOVED_OUT)) {
    // A kill while it was unpacked: the library itself was never touched.
    if (disk.facts(from) !== null) await disk.removeFolder(from)
    return false
  }
  if (isThere(COMPLETE)) {
    const noted = (await disk.read(path.join(from, COMPLETE))).toString()
    const keep = path.join(folder, BACKUPS, KEPT_NAME.test(noted) ? noted : freeName(files))
    await disk.makeFolder(keep)
    for (const name of withCopies()) await moveIfThere(disk, path.join(folder, name), path.join(keep, name))
    await disk.rename(path.join(from, COMPLETE), path.join(from, MOVED_OUT))
    await disk.syncFolder(from)
  }
  for (const name of LIBRARY_NAMES) await moveIfThere(disk, path.join(from, name), path.join(folder, name))
  await disk.syncFolder(folder)
  await disk.removeFolder(from)
  return true
}

function freeName({ disk, folder, now }: LibraryFiles): string {
  const name = `before-restore-${now().toISOString().replaceAll(/[:.]/g, '-')}`
  for (let number = 1; ; number++) {
    const tried = number === 1 ? name : `${name}-${String(number)}`
    if (disk.facts(path.join(folder, BACKUPS, tried)) === null) return tried
  }
}

async function unpack(
  disk: Disk,
  backup: string,
  { target, progress }: { readonly target: string; readonly progress: (done: number, total: number) => void },
): Promise<void> {
  const facts = disk.facts(backup)
  if (facts === null) throw new LibraryError('not_found', `There is no backup at ${backup}.`)
  const readAt: ReadAt = (offset, length) => disk.readPartSync(backup, offset, length)
  let written = 0
  let unpacked = 0
  for (const file of zippedFiles(readAt, facts.bytes)) {
    unpacked += file.packed
    progress(Math.min(unpacked, facts.bytes), facts.bytes)
    // Anything else in the zip is not ours: a name from outside never becomes a path unseen.
    if (!belongsToLibrary(file.name)) continue
    const place = path.join(target, file.name)
    await disk.makeFolder(path.dirname(place))
    await disk.write(place, unzip(readAt, file), !/^(?:bodies|media)\//.test(file.name))
    if (++written % AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  if (disk.facts(path.join(target, 'library.json')) === null)
    throw new LibraryError('bad_backup', `${backup} is no backup of a library. Nothing was changed.`)
}

/** Opens what was unpacked, for reading only; a backup that is damaged or too new is refused here. */
async function tryOut(files: LibraryFiles, target: string): Promise<void> {
  const problems: string[] = []
  const notice = ({ message }: { readonly message: string }): void => {
    problems.push(message)
  }
  await openParts({ ...files, folder: target, readOnly: true, notice })
  if (problems.length > 0)
    throw new LibraryError('bad_backup', `The backup is damaged: ${problems[0] ?? ''} Nothing was changed.`)
}

function withCopies(): string[] {
  return LIBRARY_NAMES.flatMap((name) => (name.endsWith('.json') ? [name, `${name}.bak`] : [name]))
}

async function moveIfThere(disk: Disk, from: string, to: string): Promise<void> {
  try {
    await disk.rename(from, to)
  } catch (error) {
    if (diskCode(error) !== 'ENOENT') throw error
  }
}
