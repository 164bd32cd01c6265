/** Brings updates and the running Electron together. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { app, dialog } from 'electron'
import { DEFAULT_LIMITS } from '../sync/sync-settings'
import type { EngineFacade, Tell } from './engine-facade'
import type { Log } from './log-file'
import { systemProxy } from './system-proxy'
import { updaterKind, type ReleasePlace } from './update-kind'
import type { Updater } from './updates-library'
import { Updates } from './updates'

declare const __OFFPRINT_RELEASES__: ReleasePlace | null

export interface AppUpdatesOptions {
  readonly version: string
  readonly network: 'on' | 'off'
  readonly dataFolder: string
  readonly engine: Pick<EngineFacade, 'settings' | 'progress' | 'contacts' | 'close'>
  readonly tell: Tell
  /** Hears that the library closes for good: no other end of the app may close it again. */
  readonly closing: () => void
  readonly log: Log
}

/** Largest description of a release in bytes. */
const MOST_BYTES = 200_000

export function appUpdates(options: AppUpdatesOptions): Updates {
  const { engine, tell, log } = options
  const releases = __OFFPRINT_RELEASES__
  const kind = updaterKind({
    platform: process.platform,
    executable: process.execPath,
    appImage: process.env['APPIMAGE'],
    network: options.network,
    releases,
    exists: existsSync,
  })
  const make = async (): Promise<Updater> => {
    if (typeof kind !== 'string' || !releases)
      throw new Error('An updater was asked for where there is none.')
    // Not read at every start: few starts look for a new version.
    const { createUpdater } = await import('./updates-library')
    return createUpdater({
      kind,
      app: {
        version: options.version,
        name: app.name,
        configFile: join(process.resourcesPath, 'app-update.yml'),
        dataFolder: options.dataFolder,
        quit: () => {
          app.exit(0)
        },
      },
      ...releases,
      fetchSmall: await smallFiles(options),
      channel: () => engine.settings().updateChannel,
    })
  }
  return new Updates({
    updater: typeof kind === 'string' ? make : kind.why,
    wanted: () => engine.settings().lookForUpdates,
    syncing: () => engine.progress().phase !== 'idle',
    tell: (state) => {
      tell('updates.state', { state })
    },
    log,
    close: async () => {
      options.closing()
      await engine.close()
      // What is started now must find no first instance to hand over to, and nothing may hold its end up.
      app.releaseSingleInstanceLock()
      app.removeAllListeners('before-quit')
      app.removeAllListeners('window-all-closed')
    },
    leave: (installed) => {
      if (!installed) startAgain()
      app.exit(0)
    },
    now: () => new Date(),
  })
}

/** An AppImage runs from a mounted image that goes with this process: the file itself has to be started. */
function startAgain(): void {
  dialog.showErrorBox(
    'The new version was not installed',
    'Offprint starts again as it was. The log file says more.',
  )
  const appImage = process.env['APPIMAGE']
  app.relaunch(appImage === undefined ? {} : { execPath: appImage })
}

/** By the way of everything else that Offprint fetches: its time limits, the system's proxy. */
async function smallFiles({
  version,
  network,
  engine,
}: AppUpdatesOptions): Promise<(address: string) => Promise<Uint8Array>> {
  // A large part of the program, which no start waits for.
  const { HttpClient } = await import('../sync/http-client')
  const client = new HttpClient({
    version,
    network,
    limits: DEFAULT_LIMITS,
    now: () => new Date(),
    typedHosts: () => new Set(),
    findProxy: systemProxy,
    contacted: engine.contacts.note,
  })
  return async (url) => {
    const answer = await client.fetch({ url, purpose: 'update', maxBytes: MOST_BYTES, typed: true })
    if (!answer.ok) throw new Error(answer.message)
    if (answer.status !== 200 || answer.truncated)
      throw new Error(`${url} answered with ${String(answer.status)}.`)
    return answer.bytes
  }
}
