/** Turns whatever a handler threw into the error value the window gets; the one place where that happens. */
import type { AppError } from '../../contract/result'
import { appErrorOf } from '../app-failure'

// What the file system says, in the reader's words. The path stays in the log.
const DISK: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full. Free some space and try again.',
  EACCES: 'Offprint may not read or write that file. Check its permissions.',
  EPERM: 'Offprint may not read or write that file. Check its permissions.',
  EROFS: 'That disk can only be read. Choose another place.',
  ENOENT: 'That file is not there any more. Choose another one.',
}

/** Our own failures keep their code and sentence; disk errors are translated; of a bug of ours the window learns no detail. */
export function toAppError(error: unknown): AppError {
  const own = appErrorOf(error)
  if (own.code !== 'failed') return own
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const sentence = Object.hasOwn(DISK, code) ? DISK[code] : undefined
  if (sentence) return { code: 'disk', message: sentence }
  return {
    code: 'failed',
    message: 'Offprint could not do that because of an error of its own. The log file says more.',
  }
}
