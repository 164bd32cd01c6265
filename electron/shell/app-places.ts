/** Where everything is: the program's own files, the library, and what the window remembers. */
import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import type { LibraryPointer } from '../engine/library-pointer'

export interface AppPlaces {
  /** Folder of main.cjs, preload.cjs, the workers, `renderer/` and `assets/`. */
  readonly bundle: string
  readonly libraryFolder: string
  /** Chromium's profile, the window's state and the log. One for each library, so that two may be open at once. */
  readonly userData: string
  /** The app's own data folder, where the library's place is remembered; null when the reader named the library for this start. */
  readonly pointerFolder: string | null
  /** The reader moved the library here; null while it is where the app keeps it by itself. */
  readonly moved: LibraryPointer | null
}

export interface PlaceOptions {
  readonly bundle: string
  /** Electron's own folder for the app's data. */
  readonly userData: string
  /** `--library DIR`, absolute; null when not given. */
  readonly libraryFolder: string | null
  /** True when `--user-data-dir` was given: then it is kept as it is. */
  readonly userDataGiven: boolean
  /** Where the reader moved the app's own library to. */
  readonly moved: LibraryPointer | null
}

/** Pure. The single-instance lock belongs to `userData`, so the same library must always lead to the same one. */
export function appPlaces(options: PlaceOptions): AppPlaces {
  const { bundle, userData, userDataGiven, moved } = options
  const own = moved?.folder ?? join(userData, 'library')
  const libraryFolder = options.libraryFolder ?? own
  const isOwn = options.libraryFolder === null
  const pointer = isOwn ? { pointerFolder: userData, moved } : { pointerFolder: null, moved: null }
  if (userDataGiven || resolve(libraryFolder) === resolve(own))
    return { bundle, libraryFolder, userData, ...pointer }
  const name = createHash('sha256').update(resolve(libraryFolder)).digest('hex').slice(0, 16)
  return { bundle, libraryFolder, userData: join(userData, 'libraries', name), ...pointer }
}

export function logFileIn({ userData }: AppPlaces): string {
  return join(userData, 'logs', 'offprint.log')
}
