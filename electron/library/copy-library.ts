/**
 * Copies a library to another folder, each file compared after it was written. Run again it copies only what has changed since, so
 * that a large library is copied while it is open and brought up to date in a moment when it is closed.
 */
import * as path from 'node:path'
import { diskCode, realDisk } from './disk'
import type { Disk } from './disk'
import { asLibraryError, LibraryError } from './library-error'
import { eachFile } from './usage'

/** Its presence says that the copy is not whole. No library is opened where it lies. */
export const UNFINISHED = 'unfinished-copy'
// Those belong to a process, or are left from a write that was cut off.
const LEFT_OUT = /(?:^|[\\/])(?:lock|unfinished-copy)$|\.tmp$/

/**
 * `to` must not be there, be empty, or hold an unfinished copy; else `LibraryError` `folder_not_empty`. The copy stays marked as
 * unfinished until `finishCopy`. Any failure leaves `from` as it was.
 */
export async function copyLibrary(
  from: string,
  to: string,
  progress: (done: number, total: number) => void,
  disk: Disk = realDisk,
): Promise<void> {
  try {
    await refuseBadTarget(disk, from, to)
    await disk.makeFolder(to)
    await disk.write(path.join(to, UNFINISHED), Buffer.alloc(0), true)
    const wanted = await filesOf(disk, from)
    const total = [...wanted.values()].reduce((sum, { bytes }) => sum + bytes, 0)
    let done = 0
    for (const [name, { bytes, modified }] of wanted) {
      await copyFile(disk, { from: path.join(from, name), to: path.join(to, name), bytes, modified })
      done += bytes
      progress(done, total)
    }
    for (const name of (await filesOf(disk, to)).keys())
      if (!wanted.has(name)) await disk.remove(path.join(to, name))
  } catch (error) {
    throw asLibraryError(error, `copying the library to ${to}`)
  }
}

/** The copy is whole and may be opened. Durable when it resolves. */
export async function finishCopy(to: string, disk: Disk = realDisk): Promise<void> {
  await disk.remove(path.join(to, UNFINISHED))
  await disk.syncFolder(to)
}

async function refuseBadTarget(disk: Disk, from: string, to: string): Promise<void> {
  const inside = (outer: string, inner: string): boolean => !path.relative(outer, inner).startsWith('..')
  if (inside(from, to) || inside(to, from))
    throw new LibraryError(
      'bad_folder',
      `The library cannot be moved to ${to}: one folder lies within the other.`,
    )
  const names = await disk.list(to)
  if (names.length > 0 && !names.includes(UNFINISHED))
    throw new LibraryError('folder_not_empty', `${to} is not empty. Choose an empty folder for the library.`)
}

interface Copied {
  readonly from: string
  readonly to: string
  readonly bytes: number
  readonly modified: number
}

async function copyFile(disk: Disk, { from, to, bytes, modified }: Copied): Promise<void> {
  const there = disk.facts(to)
  // The same size and time: copied before and not changed since. File systems round times differently.
  if (there?.bytes === bytes && Math.abs(there.modified - modified) < 2) return
  let content: Buffer
  try {
    content = await disk.read(from)
  } catch (error) {
    // Gone since it was listed: a temporary name, or purged.
    if (diskCode(error) === 'ENOENT') return
    throw error
  }
  await disk.makeFolder(path.dirname(to))
  await disk.write(to, content, true)
  await disk.touch(to, new Date(modified))
  if (!(await disk.read(to)).equals(content))
    throw new LibraryError(
      'disk',
      `${to} was not written as it was read; the new place does not keep files whole.`,
    )
}

async function filesOf(
  disk: Disk,
  folder: string,
): Promise<ReadonlyMap<string, { readonly bytes: number; readonly modified: number }>> {
  const files = new Map<string, { bytes: number; modified: number }>()
  await eachFile(disk, folder, (file) => {
    const name = path.relative(folder, file)
    const facts = LEFT_OUT.test(name) ? null : disk.facts(file)
    if (facts) files.set(name, facts)
  })
  return files
}
