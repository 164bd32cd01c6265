/**
 * A copy of the search index for a process that only reads the library: the index itself belongs to the Offprint that has the library
 * open, which holds its file and is not asked.
 */
import { copyFile, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface BorrowedIndex {
  /** The copy; not there when there is no index to copy. */
  readonly file: string
  /** Removes the copy. */
  readonly giveBack: () => Promise<void>
}

/** The file, then what was written ahead of it. */
const PARTS = ['', '-wal']
const TRIES = 5

/** `file` is the index in use. Whatever the copy misses is put into it by whoever fills it. */
export async function borrowIndex(file: string): Promise<BorrowedIndex> {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-index-'))
  const copy = join(folder, 'search.db')
  const giveBack = (): Promise<void> => rm(folder, { recursive: true, force: true })
  try {
    for (let tried = 0; tried < TRIES; tried++) {
      const before = await stamp(file)
      for (const part of PARTS) await copyIfThere(`${file}${part}`, `${copy}${part}`)
      // Unchanged since the copying began: a copy of one moment.
      if ((await stamp(file)) === before) return { file: copy, giveBack }
    }
    // Written without a pause, by a sync: an index made anew is slower than a copy of two halves, and right.
    for (const part of PARTS) await rm(`${copy}${part}`, { force: true })
    return { file: copy, giveBack }
  } catch (error) {
    await giveBack()
    throw error
  }
}

async function copyIfThere(from: string, to: string): Promise<void> {
  try {
    await copyFile(from, to)
  } catch (error) {
    if (!isMissing(error)) throw error
    await rm(to, { force: true })
  }
}

async function stamp(file: string): Promise<string> {
  const parts = PARTS.map(async (part) => {
    try {
      const { size, mtimeMs } = await stat(`${file}${part}`)
      return `${String(size)} ${String(mtimeMs)}`
    } catch (error) {
      if (!isMissing(error)) throw error
      return 'none'
    }
  })
  return (await Promise.all(parts)).join(', ')
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
