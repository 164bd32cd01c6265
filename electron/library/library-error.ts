/** What the library refuses or cannot do, as errors with a code and a sentence for the reader. */
import { diskCode } from './disk'

export type LibraryErrorCode =
  | 'library_in_use'
  | 'library_too_new'
  | 'library_damaged'
  | 'read_only'
  | 'replaced'
  | 'disk_full'
  | 'disk'
  | 'bad_backup'
  | 'not_found'
  | 'bad_folder'
  | 'folder_not_empty'
  | 'unfinished_copy'
  | 'cancelled'

/** `message` is one sentence: what failed, where, and what to do. */
export class LibraryError extends Error {
  readonly code: LibraryErrorCode

  constructor(code: LibraryErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'LibraryError'
    this.code = code
  }
}

/** Another process has the library open for writing. */
export class LibraryInUse extends LibraryError {
  constructor(folder: string, holder: string) {
    super(
      'library_in_use',
      `The library ${folder} is already open in ${holder}; close that one first, or choose another folder.`,
    )
    this.name = 'LibraryInUse'
  }
}

/** A file error in the reader's words; a `LibraryError` passes unchanged. */
export function asLibraryError(error: unknown, doing: string): LibraryError {
  if (error instanceof LibraryError) return error
  const code = diskCode(error)
  const because = { cause: error }
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new LibraryError(
      'disk_full',
      `The disk is full: ${doing} failed; free some space and try again.`,
      because,
    )
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM')
    return new LibraryError(
      'read_only',
      `The library folder cannot be written: ${doing} failed; check the folder's permissions.`,
      because,
    )
  const detail = error instanceof Error ? error.message : String(error)
  return new LibraryError('disk', `The disk failed: ${doing} failed (${detail}).`, because)
}
