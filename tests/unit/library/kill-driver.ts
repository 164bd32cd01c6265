/** A process to be killed: works on a library without a pause and says on standard output how many operations are done. */
import { writeSync } from 'node:fs'
import { operationAt, perform } from './library-model'
import { NOON } from './sample-library'
import { LibraryStore } from '../../../electron/library/library-store'

async function work(folder: string, seed: number, first: number): Promise<void> {
  const library = await LibraryStore.open(folder, { now: () => NOON })
  writeSync(1, `open ${String(library.notices().length)}\n`)
  for (let at = first; ; at++) {
    await perform(library, operationAt(seed, at))
    writeSync(1, `${String(at)}\n`)
  }
}

const [folder = '', seed = '', first = ''] = process.argv.slice(2)
void work(folder, Number(seed), Number(first))
