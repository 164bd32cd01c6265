/** Whether the program can keep anything at all: without its own folder Electron would end without a word. */
import { accessSync, constants, mkdirSync } from 'node:fs'

export const REMEDY =
  'Check its permissions and the space on the disk, or name another place with --user-data-dir.'

/** A sentence for the reader, or null when all is well. Makes the folder where it is missing. */
export function whyNotWritable(folder: string): string | null {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    return null
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason'
    return `Offprint cannot write to its own folder ${folder} (${reason}). ${REMEDY}`
  }
}
