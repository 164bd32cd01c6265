/** Bytes on the disk, counted file by file: what the reader is told is what the disk says. */
import * as path from 'node:path'
import type { LibraryUsage } from '../../contract/library'
import type { Disk } from './disk'
import type { LibraryFiles } from './json-file'

/** Visits every file below a folder with its absolute path and bytes. */
export async function eachFile(
  disk: Disk,
  folder: string,
  visit: (file: string, bytes: number) => void,
): Promise<void> {
  const { folders, files } = await disk.entries(folder)
  // Gone is a temporary file that was renamed meanwhile: it is counted under its own name or by the next count.
  for (const name of files) visit(path.join(folder, name), disk.facts(path.join(folder, name))?.bytes ?? 0)
  for (const name of folders) await eachFile(disk, path.join(folder, name), visit)
}

export async function libraryUsage({
  disk,
  folder,
}: Pick<LibraryFiles, 'disk' | 'folder'>): Promise<LibraryUsage> {
  const bytes = { articles: 0, bodies: 0, media: 0, index: 0, aside: 0, total: 0 }
  await eachFile(disk, folder, (file, size) => {
    const [part] = path.relative(folder, file).split(path.sep)
    bytes[kindOf(part)] += size
    bytes.total += size
  })
  return bytes
}

function kindOf(part: string | undefined): Exclude<keyof LibraryUsage, 'total'> {
  if (part === 'backups' || part === 'damaged') return 'aside'
  return part === 'bodies' || part === 'media' || part === 'index' ? part : 'articles'
}
