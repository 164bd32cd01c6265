/** Turns whatever a handler threw into the error value the window gets; the one place where that happens. */
import type { AppError } from '../../contract/result'

const OWN_CODE = /^[a-z][a-z0-9_]{1,40}$/

// What the file system says, in the reader's words. The path stays in the log.
const DISK: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full. Free some space and try again.',
  EACCES: 'Offprint may not read or write that file. Check its permissions.',
  EPERM: 'Offprint may not read or write that file. Check its permissions.',
  EROFS: 'That disk can only be read. Choose another place.',
  ENOENT: 'That file is not there any more. Choose another one.',
}

/** Our own failures carry a lower-case code and a sentence; disk errors are translated; all else is a bug of ours. */
export function toAppError(error: unknown): AppError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (error instanceof Error && typeof code === 'string') {
    if (OWN_CODE.test(code)) return { code, message: error.message }
    const sentence = Object.hasOwn(DISK, code) ? DISK[code] : undefined
    if (sentence) return { code: 'disk', message: sentence }
  }
  return {
    code: 'failed',
    message: 'Offprint could not do that because of an error of its own. The log file says more.',
  }
}
