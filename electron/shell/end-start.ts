/** A start that cannot go on: says why, to the reader and on standard error, and ends with 1. */
import { app, dialog } from 'electron'

/** `quiet` where nobody sits in front of a dialog. */
export function endStart(problem: string, quiet: boolean): void {
  process.stderr.write(`offprint: ${problem}\n`)
  if (!quiet) dialog.showErrorBox('Offprint cannot start', problem)
  app.exit(1)
}

/** Where the system keeps this program's own data; null where it has no usable place for it. */
export function ownFolder(): string | null {
  try {
    return app.getPath('userData')
  } catch {
    // Electron made the folder it wanted to name, or could not.
    return null
  }
}
