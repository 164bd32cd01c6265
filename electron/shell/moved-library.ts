/** Around a library that was moved: it must be there at the start, its old place is cleared then, and moving ends with another start. */
import { app, dialog } from 'electron'
import { AppFailure, appErrorOf } from '../app-failure'
import { isLibraryThere, removeLeftOver, type LibraryPointer } from '../engine/library-pointer'
import type { AppPlaces } from './app-places'
import type { EngineFacade } from './engine-facade'
import type { Log } from './log-file'
import { moveLibrary } from './move-library'

/** Throws when a library was moved and is not there: an empty one must not appear in its place. */
export function requireMoved(moved: LibraryPointer | null): void {
  if (moved === null || isLibraryThere(moved)) return
  throw new AppFailure(
    'library_missing',
    `Your library is not at ${moved.folder}. Connect the disk it is on and start Offprint again, or start it with --library and the folder where it is now.`,
  )
}

/** For when the library has been opened in its new place; never rejects. */
export async function clearLeftOver({ userData, moved }: AppPlaces, log: Log): Promise<void> {
  if (moved === null) return
  try {
    await removeLeftOver(userData, moved)
  } catch (error) {
    // It stays in the pointer and is tried again with the next start.
    log.warn('old library not removed', { detail: appErrorOf(error).message })
  }
}

/** `closing` hears that the library closes for good: no other end of the app may close it again. */
export function libraryMover(
  engine: Pick<EngineFacade, 'storage' | 'close'>,
  { libraryFolder, pointerFolder }: AppPlaces,
  closing: () => void,
): (to: string, keepOld: boolean) => Promise<void> {
  return (to, keepOld) =>
    moveLibrary(to, keepOld, {
      from: libraryFolder,
      dataFolder: pointerFolder,
      copy: (target) => engine.storage.copyTo(target),
      close: () => {
        closing()
        return engine.close()
      },
      restart: restartApp,
    })
}

/** An AppImage runs from a mounted image that goes with this process: the file itself has to be started. */
function restartApp(problem: string | null): void {
  if (problem !== null) dialog.showErrorBox('The library was not moved', problem)
  const appImage = process.env['APPIMAGE']
  app.relaunch(appImage === undefined ? {} : { execPath: appImage })
  app.exit(0)
}
