/** Whether this copy of the program is one that Offprint may replace, and how; a package of the system is the system's. Pure. */
import type { NoUpdates } from '../../contract/updates'
import type { UpdaterKind } from './updates-library'

/** Where releases are asked for and whose key signs them; set when the program is built (scripts/build.mjs). */
export interface ReleasePlace {
  /** Folder of the releases: https, with a slash at its end. */
  readonly address: string
  /** Ed25519, SPKI, base64. */
  readonly publicKey: string
}

export interface RunningCopy {
  readonly platform: NodeJS.Platform
  readonly executable: string
  /** The environment's APPIMAGE. */
  readonly appImage: string | undefined
  readonly network: 'on' | 'off'
  readonly releases: ReleasePlace | null
  readonly exists: (path: string) => boolean
}

/** The kind of updater, or why there is none. */
export function updaterKind(copy: RunningCopy): UpdaterKind | { readonly why: NoUpdates } {
  const { platform, executable, appImage } = copy
  if (platform === 'linux' && appImage === undefined)
    return { why: /^\/(usr|opt)\//.test(executable) ? 'system' : 'folder' }
  if (copy.releases === null) return { why: 'build' }
  if (copy.network === 'off') return { why: 'network' }
  if (platform === 'linux') return 'appimage'
  if (platform === 'darwin') return 'mac'
  const uninstaller = executable.replace(/[^\\/]*$/, 'Uninstall Offprint.exe')
  return platform === 'win32' && copy.exists(uninstaller) ? 'nsis' : { why: 'folder' }
}
