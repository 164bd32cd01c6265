/**
 * Brings a library of an earlier format to today's. Migrations are numbered and only ever added. Each is preceded by a backup of
 * what it touches and may be run again after a kill; a library of a later format is refused untouched.
 */
import * as path from 'node:path'
import { firstLayout } from './migrations/0001-first-layout'
import type { Disk } from './disk'
import { isObject, parseJson } from './file-text'
import type { FileCodec } from './file-text'
import { JsonFile } from './json-file'
import type { LibraryFiles } from './json-file'
import { LibraryError } from './library-error'

export interface Migration {
  /** The format it makes, one more than the one it takes. */
  readonly to: number
  /** Files and folders of the library it changes, by name; they are backed up first. */
  readonly touches: readonly string[]
  /** Must do no harm when it is run again on its own half-done work. */
  readonly run: (files: Pick<LibraryFiles, 'disk' | 'folder'>) => Promise<void>
}

export const MIGRATIONS: readonly Migration[] = [firstLayout]

export interface LibraryFile {
  /** The format of the library as a whole. */
  readonly format: number
  readonly created: string
}

const CODEC: FileCodec<LibraryFile> = {
  kind: 'library',
  copies: 'mirror',
  lost: 'nothing of yours was in it',
  empty: () => ({ format: 0, created: '' }),
  encode: (file) => JSON.stringify(file),
  decode: (data) => {
    const file = parseJson(data)
    if (!isObject(file) || typeof file['format'] !== 'number') return null
    return { format: file['format'], created: typeof file['created'] === 'string' ? file['created'] : '' }
  },
}

/** Returns the file that says which format the library has. Rejects with `LibraryError` `library_too_new`. */
export async function migrate(
  files: LibraryFiles,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<JsonFile<LibraryFile>> {
  const newest = migrations.at(-1)?.to ?? 0
  const found = await formatOf(files)
  if (found > newest)
    throw new LibraryError(
      'library_too_new',
      `The library ${files.folder} was written by a newer Offprint (format ${String(found)}, this one knows ${String(newest)}); open it with that version. Nothing was changed.`,
    )
  const file = new JsonFile(files, 'library.json', CODEC)
  await file.load()
  if (files.readOnly) return file
  const created = file.data.created === '' ? files.now().toISOString() : file.data.created
  for (const migration of migrations) {
    if (migration.to <= file.data.format) continue
    await backUp(files, migration)
    await migration.run(files)
    file.data = { format: migration.to, created }
    await file.save()
  }
  return file
}

/** Looked at without mending anything: a library of a later format must stay as it is. */
async function formatOf(files: LibraryFiles): Promise<number> {
  const quiet = { ...files, readOnly: true, notice: () => undefined }
  const file = new JsonFile(quiet, 'library.json', CODEC)
  await file.load()
  return file.data.format
}

/** Copies what the migration touches to `backups/before-N`; a backup that was finished before a kill is kept. */
async function backUp(files: LibraryFiles, migration: Migration): Promise<void> {
  if (migration.touches.length === 0) return
  const { disk, folder } = files
  const target = path.join(folder, 'backups', `before-${String(migration.to)}`)
  const done = path.join(target, 'complete')
  if (disk.facts(done) !== null) return
  await disk.removeFolder(target)
  await disk.makeFolder(target)
  for (const name of migration.touches) await copyTree(disk, path.join(folder, name), path.join(target, name))
  await disk.write(done, Buffer.alloc(0), true)
  await disk.syncFolder(target)
}

/** Copies a file or a folder with all in it; nothing when neither is there. */
async function copyTree(disk: Disk, from: string, to: string): Promise<void> {
  const copy = async (file: string, target: string): Promise<void> => {
    await disk.makeFolder(path.dirname(target))
    // The library replaces files and never changes one in place, so a second name for the same bytes is a copy.
    await disk.link(file, target)
  }
  const name = path.basename(from)
  const parent = await disk.entries(path.dirname(from))
  if (parent.files.includes(name)) await copy(from, to)
  if (!parent.folders.includes(name)) return
  const { folders, files } = await disk.entries(from)
  for (const file of files) await copy(path.join(from, file), path.join(to, file))
  for (const folder of folders) await copyTree(disk, path.join(from, folder), path.join(to, folder))
}
