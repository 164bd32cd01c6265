/**
 * The only user of electron-updater. It brings what that library has no place for: releases that must be signed, downloads through
 * Node (Electron's own network is closed, see session-policy.ts), and no number that would tell one reader from another.
 */
import {
  request as httpRequest,
  type ClientRequest,
  type IncomingMessage,
  type RequestOptions,
} from 'node:http'
import { request as httpsRequest } from 'node:https'
import {
  configureRequestOptions,
  configureRequestUrl,
  HttpExecutor,
  type DownloadOptions,
} from 'builder-util-runtime'
import {
  AppImageUpdater,
  CancellationToken,
  MacUpdater,
  NsisUpdater,
  Provider,
  type AppUpdater,
  type ResolvedUpdateFileInfo,
  type UpdateFileInfo,
  type UpdateInfo,
} from 'electron-updater'
import type { ProviderRuntimeOptions } from 'electron-updater/out/providers/Provider'
import type { OfferedUpdate } from '../../contract/updates'
import { isSigned } from './update-signature'

export type UpdaterKind = 'appimage' | 'nsis' | 'mac'
export type UpdateChannel = 'stable' | 'beta'

/** What the running program is, to the library. */
export interface UpdatedApp {
  readonly version: string
  readonly name: string
  /** `app-update.yml`, which electron-builder lays beside the program. */
  readonly configFile: string
  readonly dataFolder: string
  readonly quit: () => void
}

export interface UpdaterOptions {
  readonly kind: UpdaterKind
  readonly app: UpdatedApp
  /** Folder of the releases, with a slash at its end. */
  readonly address: string
  readonly publicKey: string
  /** Fetches one small file; rejects with a sentence. */
  readonly fetchSmall: (address: string) => Promise<Uint8Array>
  readonly channel: () => UpdateChannel
}

/** All methods reject with an error whose message is for the log. */
export interface Updater {
  /** Null when this is the newest version of the channel. */
  check(): Promise<OfferedUpdate | null>
  /** Of what `check` found. The file is proved by the signed description's checksum before this resolves. */
  download(progress: (percent: number) => void, signal: AbortSignal): Promise<void>
  /**
   * Puts the download in the program's place and starts it. `leave`: the caller ends this process. `quits`: the library ends it by
   * itself. `failed`: everything is as it was.
   */
  install(): 'leave' | 'quits' | 'failed'
}

const MOST_NOTES = 20_000
/** The library follows redirects without an end. */
const MOST_REQUESTS = 8

export function createUpdater(options: UpdaterOptions): Updater {
  const library = makeLibrary(options)
  return {
    check: async () => {
      const result = await library.checkForUpdates()
      return result?.isUpdateAvailable ? offered(result.updateInfo) : null
    },
    download: async (progress, signal) => {
      const token = new CancellationToken()
      const cancel = (): void => {
        token.cancel()
      }
      const told = ({ percent }: { percent: number }): void => {
        progress(percent)
      }
      signal.addEventListener('abort', cancel, { once: true })
      if (signal.aborted) cancel()
      library.on('download-progress', told)
      try {
        await library.downloadUpdate(token)
      } finally {
        library.removeListener('download-progress', told)
        signal.removeEventListener('abort', cancel)
      }
    },
    install: () => {
      if (library instanceof AppImageUpdater || library instanceof NsisUpdater)
        return library.install(true, true) ? 'leave' : 'failed'
      library.quitAndInstall()
      return 'quits'
    },
  }
}

function makeLibrary(options: UpdaterOptions): AppUpdater {
  const { kind, app } = options
  const adapter = {
    version: app.version,
    name: app.name,
    isPackaged: true,
    appUpdateConfigPath: app.configFile,
    userDataPath: app.dataFolder,
    baseCachePath: app.dataFolder,
    whenReady: () => Promise.resolve(),
    relaunch: () => undefined,
    quit: app.quit,
    onQuit: () => undefined,
  }
  const Library = { appimage: AppImageUpdater, nsis: NsisUpdater, mac: MacUpdater }[kind]
  const library: AppUpdater = new Library(undefined, adapter)
  // The library leaves the first open for whoever brings an app of his own, and would make up a number for each reader with the
  // second; its types say neither.
  Object.assign(library, {
    httpExecutor: new NodeExecutor(),
    stagingUserIdPromise: { value: Promise.resolve('') },
  })
  library.logger = null
  library.autoDownload = false
  library.autoInstallOnAppQuit = false
  library.allowDowngrade = false
  library.disableDifferentialDownload = true
  library.disableWebInstaller = true
  // A release for a part of the readers would need a number for each of them.
  library.isUserWithinRollout = () => true
  library.setFeedURL({ provider: 'custom', updateProvider: signedReleases(options) })
  // What went wrong is what the methods reject with; without a listener the library would throw it once more.
  library.on('error', () => undefined)
  return library
}

/** The description of a channel's newest release, believed only with its signature, which is checked before anything reads it. */
function signedReleases({ address, publicKey, fetchSmall, channel }: UpdaterOptions) {
  return class SignedReleases extends Provider<UpdateInfo> {
    constructor(_options: unknown, _updater: unknown, runtime: ProviderRuntimeOptions) {
      super(runtime)
    }

    async getLatestVersion(): Promise<UpdateInfo> {
      const name = `${this.getCustomChannelName(channel() === 'stable' ? 'latest' : 'beta')}.json`
      const file = new URL(name, address).href
      const bytes = await fetchSmall(file)
      const signature = Buffer.from(await fetchSmall(`${file}.sig`)).toString('utf8')
      if (!isSigned(bytes, signature, publicKey)) throw new Error(`${name} is not signed by the release key.`)
      return JSON.parse(Buffer.from(bytes).toString('utf8')) as UpdateInfo
    }

    resolveFiles({ files }: UpdateInfo): ResolvedUpdateFileInfo[] {
      return files.map((info) => ({ url: new URL(plainName(info), address), info }))
    }
  }
}

/** A file beside the description and nowhere else, with a checksum. */
function plainName({ url, sha512 }: UpdateFileInfo): string {
  if (!/^[\w.-]{1,200}$/.test(url)) throw new Error('A release file has a name that leads elsewhere.')
  if (!/^[A-Za-z0-9+/]{86}==$/.test(sha512)) throw new Error(`${url} has no checksum.`)
  return url
}

function offered({ version, releaseNotes, files }: UpdateInfo): OfferedUpdate {
  const notes = typeof releaseNotes === 'string' ? releaseNotes.slice(0, MOST_NOTES) : null
  return { version, notes, bytes: files[0]?.size ?? null }
}

class NodeExecutor extends HttpExecutor<ClientRequest> {
  private requests = 0

  createRequest(options: RequestOptions, callback: (response: IncomingMessage) => void): ClientRequest {
    this.requests++
    if (this.requests > MOST_REQUESTS) throw new Error('The release was redirected too often.')
    const send = options.protocol === 'http:' ? httpRequest : httpsRequest
    return send(options, callback)
  }

  /** Named and shaped as the library calls it. */
  async download(url: URL, destination: string, options: DownloadOptions): Promise<string> {
    this.requests = 0
    return options.cancellationToken.createPromise<string>((resolve, reject, onCancel) => {
      const request: RequestOptions = { headers: options.headers ?? {} }
      configureRequestUrl(url, request)
      configureRequestOptions(request)
      const callback = (error: Error | null): void => {
        if (error) reject(error)
        else resolve(destination)
      }
      this.doDownload(request, { destination, options, onCancel, callback, responseHandler: null }, 0)
    })
  }
}
