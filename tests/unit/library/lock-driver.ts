/** A process that opens a library, says so, and keeps it until it is killed; or says why it could not. */
import { writeSync } from 'node:fs'
import { LibraryError } from '../../../electron/library/library-error'
import { LibraryStore } from '../../../electron/library/library-store'

LibraryStore.open(process.argv[2] ?? '', { now: () => new Date() }).then(
  () => {
    writeSync(1, 'open\n')
    setInterval(() => undefined, 60_000)
  },
  (error: unknown) => {
    writeSync(1, `${error instanceof LibraryError ? error.code : String(error)}\n`)
  },
)
