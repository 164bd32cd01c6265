/** Moves the library to a folder the reader chose: copied while it is open, brought up to date when it is closed, then the app starts anew. */
import { join } from 'node:path'
import { AppFailure } from '../app-failure'
import { writePointer } from '../engine/library-pointer'
import { copyLibrary, finishCopy } from '../library/copy-library'

export interface MoveTools {
  readonly from: string
  /** The app's own data folder, which holds the pointer; null when there is none to change. */
  readonly dataFolder: string | null
  /** Copies while the library is open. */
  readonly copy: (to: string) => Promise<void>
  /** Closes the library for good. */
  readonly close: () => Promise<void>
  /** Starts the app again and ends this one; `problem` is told first when there is one. */
  readonly restart: (problem: string | null) => void
}

/** A folder that holds something already gets the library in a folder of its own. */
export function targetFolder(chosen: string, isEmpty: boolean): string {
  return isEmpty ? chosen : join(chosen, 'Offprint library')
}

/** Rejects, with nothing changed, while the library is still open; afterwards the app starts again in any case. */
export async function moveLibrary(to: string, keepOld: boolean, tools: MoveTools): Promise<void> {
  const { dataFolder } = tools
  if (dataFolder === null)
    throw new AppFailure(
      'not_movable',
      'This library was named at the start or belongs to a portable Offprint: move its folder yourself while Offprint is closed.',
    )
  await tools.copy(to)
  await tools.close()
  try {
    await copyLibrary(tools.from, to, () => undefined)
    await finishCopy(to)
    await writePointer(dataFolder, { folder: to, leftOver: keepOld ? null : tools.from })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    tools.restart(`The library stays where it was: ${why}`)
    return
  }
  tools.restart(null)
}
