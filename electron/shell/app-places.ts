/** Where everything is: the program's own files, the library, and what the window remembers. */
import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'

export interface AppPlaces {
  /** Folder of main.cjs, preload.cjs, the workers, `renderer/` and `assets/`. */
  readonly bundle: string
  readonly libraryFolder: string
  /** Chromium's profile, the window's state and the log. One for each library, so that two may be open at once. */
  readonly userData: string
}

export interface PlaceOptions {
  readonly bundle: string
  /** Electron's own folder for the app's data. */
  readonly userData: string
  /** `--library DIR`, absolute; null when not given. */
  readonly libraryFolder: string | null
  /** True when `--user-data-dir` was given: then it is kept as it is. */
  readonly userDataGiven: boolean
}

/** Pure. The single-instance lock belongs to `userData`, so the same library must always lead to the same one. */
export function appPlaces(options: PlaceOptions): AppPlaces {
  const { bundle, userData, userDataGiven } = options
  const own = join(userData, 'library')
  const libraryFolder = options.libraryFolder ?? own
  if (userDataGiven || resolve(libraryFolder) === resolve(own)) return { bundle, libraryFolder, userData }
  const name = createHash('sha256').update(resolve(libraryFolder)).digest('hex').slice(0, 16)
  return { bundle, libraryFolder, userData: join(userData, 'libraries', name) }
}
