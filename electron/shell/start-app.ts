/** Starts the app with its window: policies first, then library and window side by side, then the first sync. */
import { join } from 'node:path'
import { app, dialog, session as sessions, type Session } from 'electron'
import type { LaunchSnapshot } from '../../contract/launch-snapshot'
import type { Settings } from '../../contract/settings'
import { appErrorOf } from '../app-failure'
import type { EngineOptions } from '../engine'
import { appHandlers } from './app-handlers'
import { installAppMenu } from './app-menu'
import { logFileIn, type AppPlaces } from './app-places'
import { serveApp } from './app-protocol'
import { appUpdates } from './app-updates'
import { AppWindows } from './app-windows'
import { beginBackgroundWork } from './background-work'
import type { Launch } from './command-line'
import { listenToDesktop } from './desktop-events'
import { tellGaveUp, watchOwnProcesses } from './crash-recovery'
import { DesktopNews } from './desktop-news'
import { DesktopWishes } from './desktop-wishes'
import type { EngineFacade } from './engine-facade'
import { graphicsWatch } from './graphics-trouble'
import { fileDialogs } from './file-dialogs'
import { FirstList } from './first-list'
import { writeFirstSyncSummary } from './first-sync-summary'
import { serveRequests } from './ipc-server'
import { detailOf, openLogFile, type Log } from './log-file'
import { snapshotOnce } from './launch-page'
import { menuWords } from './menu-words'
import { clearLeftOver, libraryMover, requireMoved } from './moved-library'
import { serveMedia } from './media-protocol'
import { guardNavigation } from './navigation-guard'
import { loginVault } from './login-vault'
import { WINDOW_WISH } from './open-address'
import { openEngine } from './open-engine'
import { ownHandlers } from './own-handlers'
import { saveDiagnostics } from './save-diagnostics'
import { guardSessions } from './session-policy'
import { systemCipher } from './system-cipher'
import { systemProxy } from './system-proxy'
import { TrayIcon } from './tray-icon'
import type { Updates } from './updates'
import { WindowFacts } from './window-facts'
import { WindowProgram } from './window-program'

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
  guardSessions(log)
  watchOwnProcesses(log, graphicsWatch(options.places.userData, options.version))
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
  private readonly program = new WindowProgram()
  private readonly firstList = new FirstList()
  private readonly windows: AppWindows
  private readonly dialogs = fileDialogs(() => this.windows.front)
  private readonly tray: TrayIcon
  private readonly wishes: DesktopWishes
  private windowSession: Session | null = null
  private engine: EngineFacade | null = null
  private updates: Updates | null = null
  private news: DesktopNews | null = null
  private closing = false
  /** What a page that is loaded now draws before it has asked for anything. */
  private readonly snapshot: () => LaunchSnapshot | null

  constructor(
    private readonly options: AppOptions,
    private readonly log: Log,
  ) {
    const { bundle, userData } = options.places
    const icons = join(bundle, 'assets', 'icons')
    this.windows = new AppWindows({
      session: () => this.windowSession,
      preload: join(bundle, 'preload.cjs'),
      // In safe mode the window stands where a first start puts it; what was remembered stays untouched.
      stateFile: join(userData, options.launch.safeMode ? 'window-state-safe.json' : 'window-state.json'),
      icon: join(icons, '256x256.png'),
      facts: this.facts,
      log,
      giveUp: () => {
        this.giveUp()
      },
      ending: () => this.closing,
    })
    const { places, version } = this.options
    const first = { query: this.windows.lastQuery, until: this.firstList.shown }
    this.snapshot = snapshotOnce(places, version, first)
    const { sync, openWindow, dialogs } = this
    this.wishes = new DesktopWishes({ sync, openWindow, dialogs, tell: this.facts.tellWhenHeard, log })
    this.tray = new TrayIcon({
      icon: join(icons, '32x32.png'),
      show: this.show,
      newWindow: openWindow,
      sync,
      quit: this.quit,
    })
  }

  listen(): void {
    listenToDesktop({
      open: (texts, cwd) => {
        this.wishes.open(texts, cwd)
      },
      focus: this.show,
      allClosed: () => {
        if (process.platform !== 'darwin' && !this.tray.shown) this.quit()
      },
      quit: this.quit,
    })
  }

  async start(): Promise<void> {
    const { places, launch, version } = this.options
    requireMoved(places.moved)
    const engineOptions: EngineOptions = {
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
    }
    const opening = openEngine(engineOptions, this.program, this.snapshot)
    this.prepareSession(opening)
    this.serve(opening)
    this.installMenu('system')
    const shown = this.windows.openFirst()
    const engine = await opening
    void clearLeftOver(places, this.log)
    this.engine = engine
    engine.launch.follow(() => this.windows.lastQuery)
    this.startNews(engine)
    this.follow(engine.settings())
    // The window that opens now is the one that was wanted.
    this.wishes.open(
      launch.open.filter((text) => text !== WINDOW_WISH),
      process.cwd(),
    )
    await shown
    // A question asked over a window that does not stand yet may never be seen.
    this.wishes.begin(engine)
    await this.afterFirstPaint(engine)
  }

  /** What outside of the windows depends on the settings. */
  private follow({ language, theme, tray }: Settings): void {
    this.installMenu(language)
    this.windows.changeTheme(theme)
    this.tray.set(tray, menuWords(language, app.getLocale()))
    this.news?.updateBadge()
  }

  private installMenu(language: Settings['language']): void {
    const { dialogs, facts } = this
    const saveNow = (): void => {
      const logFile = logFileIn(this.options.places)
      if (this.engine) void saveDiagnostics({ engine: this.engine, dialogs, logFile, tell: facts.tell })
    }
    installAppMenu(
      (command) => {
        facts.tellWhenHeard('menu.command', { command })
      },
      { newWindow: this.openWindow, saveDiagnostics: saveNow },
      language,
    )
  }

  private startNews(engine: EngineFacade): void {
    this.news = new DesktopNews({
      engine,
      focused: () => this.windows.focused,
      show: (articleId) => {
        this.show()
        if (articleId !== null) this.facts.tellWhenHeard('articles.open', { articleId })
      },
    })
  }

  /** In memory only: the window keeps nothing on disk but what the library keeps. */
  private prepareSession(opening: Promise<EngineFacade>): void {
    const { bundle } = this.options.places
    const windowSession = sessions.fromPartition('window')
    const folders = { renderer: join(bundle, 'renderer'), assets: join(bundle, 'assets') }
    serveApp(windowSession, { folders, program: this.program, snapshot: this.snapshot, log: this.log })
    serveMedia(windowSession, async (name) => (await opening).mediaFile(name), this.log)
    this.windowSession = windowSession
  }

  private serve(opening: Promise<EngineFacade>): void {
    const { places } = this.options
    const handlers = opening.then((engine) =>
      appHandlers({
        engine,
        updates: this.startUpdates(engine),
        dialogs: this.dialogs,
        syncFailed: this.syncFailed,
        settingsChanged: (settings) => {
          this.follow(settings)
          this.facts.tell('settings.changed', { settings })
        },
        move: libraryMover(engine, places, this.isClosing),
      }),
    )
    // A library that cannot be opened ends start(), which awaits the same promise and tells the reader.
    handlers.catch(() => undefined)
    const heard = (contentsId: number): void => {
      // It asks for nothing before its first frame is on the screen.
      this.program.markDrawn()
      this.facts.heardFromWindow(contentsId)
    }
    const { windows, log } = this
    const { answered } = this.firstList
    const own = ownHandlers(windows, opening)
    serveRequests({ handlers, ownHandlers: own, windows: windows.ids, log, heard, answered })
  }

  private startUpdates(engine: EngineFacade): Updates {
    const { launch, places, version } = this.options
    this.updates = appUpdates({
      version,
      network: launch.network,
      dataFolder: places.userData,
      engine,
      tell: this.facts.tell,
      closing: this.isClosing,
      log: this.log,
    })
    return this.updates
  }

  private async afterFirstPaint(engine: EngineFacade): Promise<void> {
    const { summaryFile } = this.options
    const { front } = this.windows
    if (summaryFile !== null && front) {
      await writeFirstSyncSummary(engine, front, summaryFile)
      await this.close(0)
      return
    }
    await this.firstList.shown
    if (this.closing) return
    const { safeMode } = this.options.launch
    if (safeMode) this.tellSafeMode()
    else void this.windows.openOthers()
    const { updates, syncFailed, facts, log } = this
    beginBackgroundWork({ engine, updates, safeMode, syncFailed, tell: facts.tell, log })
  }

  private tellSafeMode(): void {
    this.facts.tellWhenHeard('library.notice', {
      message: 'Safe mode: Offprint syncs only when you ask, and draws without the graphics card.',
    })
  }

  private readonly sync = (feedIds: readonly string[] = []): void => {
    void this.engine?.sync({ feedIds, force: true, depth: 'full' }).catch(this.syncFailed)
  }

  private readonly openWindow = (): void => {
    void this.windows.openWindow()
  }

  private readonly show = (): void => {
    this.windows.focus()
  }

  private readonly quit = (): void => {
    void this.close(0)
  }

  private readonly isClosing = (): void => {
    this.closing = true
  }

  private giveUp(): void {
    tellGaveUp()
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
    const message = `The sync broke off: ${appErrorOf(error).message}`
    this.facts.tell('library.notice', { message, problem: true })
  }
}
