/** The file operations the library is built on, as one object, so that tests can hand in a full, broken or read-only disk. */
import * as fs from 'node:fs'
import * as path from 'node:path'
import { sharingRuns } from './share-runs'

export interface FileFacts {
  readonly bytes: number
  /** Milliseconds since 1970, with the file system's own precision. */
  readonly modified: number
  /** Another one for each file that took this name, where the file system numbers its files. */
  readonly inode: number
}

export interface AppendFile {
  /** Resolves when the bytes are on the disk. */
  append(bytes: Uint8Array): Promise<void>
  close(): Promise<void>
}

/** Every function rejects with Node's error (`code` ENOENT, ENOSPC, EROFS ...); paths are absolute. */
export interface Disk {
  read(file: string): Promise<Buffer>
  readSync(file: string): Buffer
  readPartSync(file: string, offset: number, length: number): Buffer
  /** Creates or replaces in place; `durable` waits until the bytes are on the disk. */
  write(file: string, bytes: Uint8Array, durable: boolean): Promise<void>
  /** Puts bytes under a name through a temporary file, so that a kill leaves all of them or none; the disk is not waited for. */
  place(temporary: string, file: string, bytes: Uint8Array): Promise<void>
  /** Fails with EEXIST when the file is there. */
  create(file: string, bytes: Uint8Array): Promise<void>
  openAppend(file: string): Promise<AppendFile>
  rename(from: string, to: string): Promise<void>
  /** A second name for the same bytes, a copy where the file system has no hard links; `to` must not exist. */
  link(from: string, to: string): Promise<void>
  /** No error when the file is not there. */
  remove(file: string): Promise<void>
  removeFolder(folder: string): Promise<void>
  makeFolder(folder: string): Promise<void>
  /** Makes renames and new names in the folder durable. */
  syncFolder(folder: string): Promise<void>
  /** Names in a folder, empty when there is no such folder. */
  list(folder: string): Promise<string[]>
  /** The same, folders and files apart. */
  entries(folder: string): Promise<{ readonly folders: readonly string[]; readonly files: readonly string[] }>
  facts(file: string): FileFacts | null
  touch(file: string, at: Date): Promise<void>
}

/** The `code` of a Node file error, empty for anything else. */
export function diskCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

async function withHandle<T>(
  file: string,
  flags: string,
  work: (handle: fs.promises.FileHandle) => Promise<T>,
): Promise<T> {
  const handle = await fs.promises.open(file, flags)
  try {
    return await work(handle)
  } finally {
    await handle.close()
  }
}

async function writeAll(handle: fs.promises.FileHandle, bytes: Uint8Array): Promise<void> {
  let at = 0
  while (at < bytes.length) at += (await handle.write(bytes, at, bytes.length - at)).bytesWritten
}

/**
 * What is small and not waited for goes into the system's memory, at one stroke in a twentieth of a millisecond; four messages to another
 * thread and back cost ten times that, for each text of a first sync.
 */
const SMALL = 64 * 1024

async function write(file: string, bytes: Uint8Array, durable: boolean): Promise<void> {
  if (!durable && bytes.length <= SMALL) {
    fs.writeFileSync(file, bytes)
    return
  }
  await withHandle(file, 'w', async (handle) => {
    await writeAll(handle, bytes)
    if (durable) await handle.sync()
  })
}

// Virus scanners and indexers on Windows hold a file open for a moment after it was written.
const BUSY_ON_WINDOWS = new Set(['EPERM', 'EACCES', 'EBUSY'])

async function rename(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await fs.promises.rename(from, to)
      return
    } catch (error) {
      if (process.platform !== 'win32' || attempt === 6 || !BUSY_ON_WINDOWS.has(diskCode(error))) throw error
      await new Promise((resolve) => setTimeout(resolve, 20 * attempt))
    }
  }
}

async function place(temporary: string, file: string, bytes: Uint8Array): Promise<void> {
  await write(temporary, bytes, false)
  if (bytes.length > SMALL) {
    await rename(temporary, file)
    return
  }
  try {
    // Handed to another thread it would wait there behind every fsync, ten times as long as a first sync's text takes in all.
    fs.renameSync(temporary, file)
  } catch (error) {
    if (process.platform !== 'win32' || !BUSY_ON_WINDOWS.has(diskCode(error))) throw error
    await rename(temporary, file)
  }
}

async function link(from: string, to: string): Promise<void> {
  try {
    await fs.promises.link(from, to)
  } catch (error) {
    if (['ENOENT', 'EEXIST', 'ENOSPC'].includes(diskCode(error))) throw error
    await fs.promises.copyFile(from, to, fs.constants.COPYFILE_EXCL)
  }
}

function readPartSync(file: string, offset: number, length: number): Buffer {
  const descriptor = fs.openSync(file, 'r')
  try {
    const bytes = Buffer.allocUnsafe(length)
    const read = fs.readSync(descriptor, bytes, 0, length, offset)
    return bytes.subarray(0, read)
  } finally {
    fs.closeSync(descriptor)
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot sync a folder; NTFS journals names by itself.
  if (process.platform === 'win32') return
  await withHandle(folder, 'r', (handle) => handle.sync())
}

async function list(folder: string): Promise<string[]> {
  try {
    return await fs.promises.readdir(folder)
  } catch (error) {
    // A file where a folder belongs holds no names: desktops leave files of their own in any folder.
    if (['ENOENT', 'ENOTDIR'].includes(diskCode(error))) return []
    throw error
  }
}

async function entries(folder: string): Promise<{ folders: string[]; files: string[] }> {
  try {
    const found = await fs.promises.readdir(folder, { withFileTypes: true })
    const isFolder = found.map((entry) => entry.isDirectory())
    const names = found.map(({ name }) => name)
    return { folders: names.filter((_, at) => isFolder[at]), files: names.filter((_, at) => !isFolder[at]) }
  } catch (error) {
    if (diskCode(error) === 'ENOENT') return { folders: [], files: [] }
    throw error
  }
}

async function openAppend(file: string): Promise<AppendFile> {
  const handle = await fs.promises.open(file, 'a')
  return {
    append: async (bytes) => {
      await writeAll(handle, bytes)
      await handle.datasync()
    },
    close: () => handle.close(),
  }
}

/** The real disk. */
export const realDisk: Disk = {
  read: (file) => fs.promises.readFile(file),
  readSync: (file) => fs.readFileSync(file),
  readPartSync,
  write,
  place,
  create: (file, bytes) =>
    withHandle(file, 'wx', async (handle) => {
      try {
        await writeAll(handle, bytes)
        await handle.sync()
      } catch (error) {
        await fs.promises.rm(file, { force: true })
        throw error
      }
    }),
  openAppend,
  rename,
  link,
  remove: (file) => fs.promises.rm(file, { force: true }),
  removeFolder: (folder) => fs.promises.rm(folder, { recursive: true, force: true }),
  makeFolder: async (folder) => {
    await fs.promises.mkdir(folder, { recursive: true })
  },
  // The files of many feeds lie in one folder, and a first sync replaces several at once.
  syncFolder: sharingRuns(syncFolder),
  list,
  entries,
  facts: (file) => {
    const stat = fs.statSync(file, { throwIfNoEntry: false })
    return stat ? { bytes: stat.size, modified: stat.mtimeMs, inode: stat.ino } : null
  },
  touch: (file, at) => fs.promises.utimes(file, at, at),
}

/**
 * Replaces a file so that at any moment, killed or cut from power, its name holds the old bytes or the new ones:
 * temporary file, fsync, rename, fsync of the folder. With `backup` the old bytes stay under that name.
 */
export async function replaceFile(
  disk: Disk,
  file: string,
  bytes: Uint8Array,
  options: { readonly backup?: string; readonly syncFolder?: boolean } = {},
): Promise<void> {
  const temporary = `${file}.tmp`
  await disk.write(temporary, bytes, true)
  if (options.backup !== undefined) await keepBackup(disk, file, options.backup)
  await disk.rename(temporary, file)
  if (options.syncFolder ?? true) await disk.syncFolder(path.dirname(file))
}

async function keepBackup(disk: Disk, file: string, backup: string): Promise<void> {
  // Through a third name: a kill between two steps must never leave neither the file nor its backup.
  const between = `${backup}.tmp`
  await disk.remove(between)
  try {
    await disk.link(file, between)
  } catch (error) {
    if (diskCode(error) === 'ENOENT') return
    throw error
  }
  await disk.rename(between, backup)
  // Renaming one of two names of the same file onto the other does nothing and leaves both.
  await disk.remove(between)
}
