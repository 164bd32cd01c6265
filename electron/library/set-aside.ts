/** Moves what is damaged out of the way, into `damaged/`, where nothing of ours ever deletes it. */
import * as path from 'node:path'
import type { LibraryFiles } from './json-file'
import { asLibraryError } from './library-error'

const FOLDER = 'damaged'

/** Moves a file, or a folder that lies in a file's place; returns its new name inside the library. Rejects with `LibraryError`. */
export async function setAside(library: LibraryFiles, file: string): Promise<string> {
  return keep(library, file, 'rename')
}

/** Keeps the bytes of a file that stays where it is for now; returns their name inside the library. Rejects with `LibraryError`. */
export async function keepCopyAside(library: LibraryFiles, file: string): Promise<string> {
  return keep(library, file, 'link')
}

async function keep(library: LibraryFiles, file: string, how: 'rename' | 'link'): Promise<string> {
  const { disk, folder } = library
  try {
    await disk.makeFolder(path.join(folder, FOLDER))
    const name = freeName(library, path.relative(folder, file))
    await disk[how](file, path.join(folder, name))
    return name
  } catch (error) {
    throw asLibraryError(error, `setting the damaged ${path.relative(folder, file)} aside`)
  }
}

/** The moment is part of the name; a clock that was set back must not lead to one that is taken. */
function freeName({ disk, folder, now }: LibraryFiles, file: string): string {
  const stamp = now().toISOString().replaceAll(/[:.]/g, '-')
  const name = `${FOLDER}/${file.replaceAll(/[\\/]/g, '.')}.${stamp}`
  for (let number = 1; ; number++) {
    const tried = number === 1 ? name : `${name}-${String(number)}`
    if (disk.facts(path.join(folder, tried)) === null) return tried
  }
}
