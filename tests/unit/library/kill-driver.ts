/** A process to be killed: works on a library without a pause and says on standard output how many operations are done. */
import { writeSync } from 'node:fs'
import * as path from 'node:path'
import { readPointer, removeLeftOver } from '../../../electron/engine/library-pointer'
import { copyLibrary } from '../../../electron/library/copy-library'
import { LibraryStore } from '../../../electron/library/library-store'
import { moveLibrary } from '../../../electron/shell/move-library'
import { WITH_SECOND } from './invented-migration'
import { operationAt, perform } from './library-model'
import { NOON } from './sample-library'

const now = () => NOON
const say = (text: string) => writeSync(1, `${text}\n`)

/** Opens the library that belongs to a data folder, as the app does. */
async function openOf(dataFolder: string): Promise<LibraryStore> {
  const pointer = readPointer(dataFolder)
  const library = await LibraryStore.open(pointer?.folder ?? path.join(dataFolder, 'library'), { now })
  if (pointer) await removeLeftOver(dataFolder, pointer)
  return library
}

async function move(library: LibraryStore, dataFolder: string, name: string): Promise<LibraryStore> {
  await moveLibrary(path.join(dataFolder, name), false, {
    from: library.folder,
    dataFolder,
    copy: (target) => copyLibrary(library.folder, target, () => undefined),
    close: () => library.close(),
    restart: (problem) => {
      if (problem !== null) throw new Error(problem)
    },
  })
  return openOf(dataFolder)
}

async function work(dataFolder: string, seed: number, first: number): Promise<void> {
  let library = await openOf(dataFolder)
  say(`open ${String(library.notices().length)}`)
  for (let at = first; ; at++) {
    const operation = operationAt(seed, at)
    if (operation.do === 'move')
      library = await move(library, dataFolder, `moved-${String(at)}-${String(process.pid)}`)
    else await perform(library, operation)
    say(String(at))
  }
}

async function migrate(folder: string): Promise<void> {
  say('start')
  const library = await LibraryStore.open(folder, { now, migrations: WITH_SECOND })
  say('0')
  await library.close()
}

const [folder = '', seed = '', first = ''] = process.argv.slice(2)
void (seed === 'migrate' ? migrate(folder) : work(folder, Number(seed), Number(first)))
