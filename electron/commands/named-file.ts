/** Reads and writes the files a command names; where the disk refuses, the error says which file, what failed and what to do. */
import { readFile, writeFile } from 'node:fs/promises'
import { AppFailure } from '../app-failure'

/** @throws AppFailure `not_found`, `no_access`, `not_a_file` or `disk`. */
export async function readNamedFile(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    throw diskFailure(error, { file, doing: 'read' })
  }
}

/** @throws AppFailure as `readNamedFile`; what was in the file before is lost only when the disk fails half-way. */
export async function writeNamedFile(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text)
  } catch (error) {
    throw diskFailure(error, { file, doing: 'written' })
  }
}

interface Attempt {
  readonly file: string
  readonly doing: 'read' | 'written'
}

function diskFailure(error: unknown, { file, doing }: Attempt): AppFailure {
  const because = { cause: error }
  const code = error instanceof Error && 'code' in error ? error.code : null
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new AppFailure('not_found', `There is no ${missing(doing)} ${file}; check the path.`, because)
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new AppFailure('no_access', `${file} may not be ${doing}; check its permissions.`, because)
    case 'EISDIR':
      return new AppFailure('not_a_file', `${file} is a folder; name a file.`, because)
    default: {
      const detail = error instanceof Error ? error.message : String(error)
      return new AppFailure('disk', `${file} could not be ${doing} (${detail}).`, because)
    }
  }
}

function missing(doing: Attempt['doing']): string {
  return doing === 'read' ? 'file' : 'folder for'
}
