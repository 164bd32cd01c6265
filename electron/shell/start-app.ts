/** Starts the app with its window: policies first, then library and window side by side, then the first sync. */
import { join } from 'node:path'
import { app, dialog, session as sessions, type BrowserWindow, type Session } from 'electron'
import type { Settings } from '../../contract/settings'
import { appErrorOf } from '../app-failure'
import { Engine } from '../engine'
import { installAppMenu } from './app-menu'
import type { AppPlaces } from './app-places'
import { serveApp } from './app-protocol'
import { changeTheme, createAppWindow } from './app-window'
import type { Launch } from './command-line'
import { recoverFromCrashes } from './crash-recovery'
import { listenToDesktop } from './desktop-events'
import { DesktopNews } from './desktop-news'
import type { EngineFacade } from './engine-facade'
import { engineHandlers } from './engine-handlers'
import { fileDialogs } from './file-dialogs'
import { writeFirstSyncSummary } from './first-sync-summary'
import { fulfilWish } from './fulfil-wish'
import { serveRequests } from './ipc-server'
import { openLogFile, type Log } from './log-file'
import { libraryHandlers } from './library-handlers'
import { clearLeftOver, libraryMover, requireMoved } from './moved-library'
import { serveMedia } from './media-protocol'
import { guardNavigation } from './navigation-guard'
import { isOnline, watchOnlineState } from './online-state'
import { loginVault } from './login-vault'
import { readOpenWish, type OpenWish } from './open-address'
import { saveDiagnostics } from './save-diagnostics'
import { applySessionPolicy } from './session-policy'
import { shellHandlers } from './shell-handlers'
import { SyncTimer } from './sync-timer'
import { systemCipher } from './system-cipher'
import { systemProxy } from './system-proxy'
import { WindowFacts } from './window-facts'

// Starting the app again and again must not ask a site again and again.
const LEAST_GAP_MS = 5 * 60_000

export interface AppOptions {
  readonly places: AppPlaces
  readonly launch: Launch
  readonly version: string
  /** File that the first sync's summary goes to; null to stay open. */
  readonly summaryFile: string | null
}

/** Never rejects; a library that cannot be opened is told in a dialog and ends the app with 1. */
export async function startApp(options: AppOptions): Promise<void> {
  const log = openLogFile({
    file: logFileIn(options.places),
    home: app.getPath('home'),
    now: () => new Date(),
  })
  guardNavigation(log)
  const running = new RunningApp(options, log)
  running.listen()
  await app.whenReady()
  try {
    await running.start()
  } catch (error) {
    const { message } = appErrorOf(error)
    log.error('start failed', { detail: detailOf(error) })
    process.stderr.write(`offprint: ${message}\n`)
    if (options.summaryFile === null) dialog.showErrorBox('Offprint cannot start', message)
    app.exit(1)
  }
}

class RunningApp {
  private readonly facts = new WindowFacts()
  private readonly windowIds = new Set<number>()
  private readonly dialogs = fileDialogs(() => this.window)
  private readonly stateFile: string
  private readonly earlyWishes: OpenWish[] = []
  private window: BrowserWindow | null = null
  private windowSession: Session | null = null
  private engine: EngineFacade | null = null
  private news: DesktopNews | null = null
  private closing = false

  constructor(
    private readonly options: AppOptions,
    private readonly log: Log,
  ) {
    // In safe mode the window stands where a first start puts it; what was remembered stays untouched.
    const name = options.launch.safeMode ? 'window-state-safe.json' : 'window-state.json'
    this.stateFile = join(options.places.userData, name)
  }

  listen(): void {
    listenToDesktop({
      open: (texts, cwd) => {
        this.open(texts, cwd)
      },
      focus: () => {
        this.focus()
      },
      quit: () => {
        void this.close(0)
      },
    })
  }

  async start(): Promise<void> {
    const { places, launch, version } = this.options
    requireMoved(places.moved)
    const opening = Engine.open({
      libraryFolder: places.libraryFolder,
      network: launch.network,
      version,
      bundle: places.bundle,
      onEvent: (name, fact) => {
        this.facts.tell(name, fact)
        if (name === 'library.changed') this.news?.updateBadge()
      },
      onSynced: ({ newArticles }, told) => {
        this.news?.synced(newArticles, told)
      },
      secrets: loginVault({ file: join(places.userData, 'logins.bin'), cipher: systemCipher, log: this.log }),
      findProxy: systemProxy,
    })
    this.prepareSession()
    this.serve(opening)
    this.installMenu('system')
    const shown = this.openWindow()
    const engine = await opening
    void clearLeftOver(places, this.log)
    this.engine = engine
    this.startNews(engine)
    this.installMenu(engine.settings().language)
    changeTheme(engine.settings().theme, this.window, this.stateFile)
    this.open(launch.open, process.cwd())
    for (const wish of this.earlyWishes.splice(0)) this.fulfil(wish, engine)
    await shown
    await this.afterFirstPaint(engine)
  }

  private installMenu(language: Settings['language']): void {
    const { dialogs, facts } = this
    installAppMenu(
      (command) => {
        facts.tell('menu.command', { command })
      },
      () => {
        const logFile = logFileIn(this.options.places)
        if (this.engine) void saveDiagnostics({ engine: this.engine, dialogs, logFile, tell: facts.tell })
      },
      language,
    )
  }

  private startNews(engine: EngineFacade): void {
    this.news = new DesktopNews({
      engine,
      window: () => this.window,
      show: (articleId) => {
        this.focus()
        if (articleId !== null) this.facts.tellWhenHeard('articles.open', { articleId })
      },
    })
    this.news.updateBadge()
  }

  /** In memory only: the window keeps nothing on disk but what the library keeps. */
  private prepareSession(): void {
    const { bundle } = this.options.places
    const windowSession = sessions.fromPartition('window')
    applySessionPolicy(sessions.defaultSession, this.log)
    applySessionPolicy(windowSession, this.log)
    serveApp(windowSession, { renderer: join(bundle, 'renderer'), assets: join(bundle, 'assets') }, this.log)
    serveMedia(windowSession, (name) => this.engine?.mediaFile(name) ?? null, this.log)
    this.windowSession = windowSession
  }

  private serve(opening: Promise<EngineFacade>): void {
    const handlers = opening.then((engine) => ({
      ...engineHandlers(engine, this.syncFailed),
      ...libraryHandlers({
        engine,
        dialogs: this.dialogs,
        now: () => new Date(),
        move: libraryMover(engine, this.options.places, () => {
          this.closing = true
        }),
      }),
      ...shellHandlers({
        engine,
        dialogs: this.dialogs,
        online: isOnline,
        viewFile: join(this.options.places.userData, 'view.json'),
        settingsChanged: ({ theme, language }) => {
          this.installMenu(language)
          changeTheme(theme, this.window, this.stateFile)
          this.news?.updateBadge()
        },
      }),
    }))
    // A library that cannot be opened ends start(), which awaits the same promise and tells the reader.
    handlers.catch(() => undefined)
    serveRequests({
      handlers,
      windows: this.windowIds,
      log: this.log,
      heard: () => {
        this.facts.heardFromWindow()
      },
    })
  }

  /** Resolves at the window's first paint. */
  private openWindow(): Promise<void> {
    const { bundle } = this.options.places
    return new Promise((shown) => {
      if (!this.windowSession) return
      const window = createAppWindow(
        {
          session: this.windowSession,
          preload: join(bundle, 'preload.cjs'),
          stateFile: this.stateFile,
          icon: join(bundle, 'assets', 'icons', '256x256.png'),
        },
        shown,
      )
      const { id } = window.webContents
      this.windowIds.add(id)
      this.window = window
      this.facts.attach(window)
      recoverFromCrashes(window, this.log, () => {
        this.giveUp()
      })
      window.on('closed', () => {
        this.windowIds.delete(id)
        if (this.window === window) this.window = null
      })
    })
  }

  private async afterFirstPaint(engine: EngineFacade): Promise<void> {
    const { summaryFile } = this.options
    if (summaryFile !== null && this.window) {
      await writeFirstSyncSummary(engine, this.window, summaryFile)
      await this.close(0)
      return
    }
    const timer = new SyncTimer({
      settings: () => engine.settings(),
      sync: (feedIds) => engine.sync({ feedIds, force: false, depth: 'full', gapMs: LEAST_GAP_MS }),
      dueApart: () => engine.dueByOwnInterval(),
      failed: this.syncFailed,
      now: () => performance.now(),
    })
    if (this.options.launch.safeMode) this.tellSafeMode()
    else timer.start()
    void engine.warmUp().catch((error: unknown) => {
      this.log.error('index not brought up', { detail: detailOf(error) })
    })
    watchOnlineState((online) => {
      this.facts.tell('app.online', { online })
      if (online && !this.options.launch.safeMode) timer.tick()
    })
  }

  private tellSafeMode(): void {
    this.log.info('safe mode')
    this.facts.tellWhenHeard('library.notice', {
      message: 'Safe mode: Offprint syncs only when you ask, and draws without the graphics card.',
    })
  }

  private open(texts: readonly string[], cwd: string): void {
    for (const text of texts) {
      const wish = readOpenWish(text, cwd)
      if (!wish) this.log.warn('not opened', { text })
      else if (this.engine) this.fulfil(wish, this.engine)
      else this.earlyWishes.push(wish)
    }
  }

  private fulfil(wish: OpenWish, engine: EngineFacade): void {
    const { dialogs, facts, log } = this
    const sync = (): void => {
      void engine.sync({ feedIds: [], force: true, depth: 'full' }).catch(this.syncFailed)
    }
    void fulfilWish(wish, { engine, sync, dialogs, tell: facts.tellWhenHeard, log })
  }

  private focus(): void {
    if (!this.window) void this.openWindow()
    else if (this.window.isMinimized()) this.window.restore()
    this.window?.focus()
  }

  private giveUp(): void {
    dialog.showErrorBox(
      'Offprint has to close',
      'The window stopped twice within a minute. Everything is stored; the log file says more.',
    )
    void this.close(1)
  }

  private async close(code: number): Promise<void> {
    if (this.closing) return
    this.closing = true
    try {
      await this.engine?.close()
    } catch (error) {
      this.log.error('closing failed', { detail: detailOf(error) })
    }
    app.exit(code)
  }

  private readonly syncFailed = (error: unknown): void => {
    this.log.error('sync failed', { detail: detailOf(error) })
    this.facts.tell('library.notice', { message: `The sync broke off: ${appErrorOf(error).message}` })
  }
}

function logFileIn({ userData }: AppPlaces): string {
  return join(userData, 'logs', 'offprint.log')
}

function detailOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
