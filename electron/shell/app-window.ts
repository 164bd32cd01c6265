/** Makes a window of the app: locked down, shown when painted, where it was last time. */
import { BrowserWindow, nativeTheme, screen, type Session } from 'electron'
import type { Settings } from '../../contract/settings'
import { mayNavigate } from './allowed-address'
import { applyContentsPolicy } from './session-policy'
import { APP_URL } from './trusted-sender'
import {
  backInSight,
  fitToScreens,
  MIN_HEIGHT,
  MIN_WIDTH,
  type Rectangle,
  type WindowPlace,
} from './window-state'

export interface AppWindowOptions {
  readonly session: Session
  readonly preload: string
  readonly icon: string
  readonly wanted: WindowPlace
  readonly theme: Settings['theme']
  /** Shown behind the window in use, which keeps the keyboard. */
  readonly behind: boolean
  /** Called when the window has come to rest somewhere else, and when it closes. */
  readonly onRest: (place: Omit<WindowPlace, 'slot'>) => void
}

/** So that a second window does not hide the first. */
const STEP = 32

// The window's own paper (renderer/styles/tokens.css), so that nothing flashes before the page is painted.
const BACKGROUND = { light: '#fffefb', dark: '#1c1d1e', sepia: '#f8f0df' }
// Moving a window sends many events; its place is told when it has come to rest.
const REST_MS = 400

/** The window is hidden until its first paint; `onShown` is called then. */
export function createAppWindow(options: AppWindowOptions, onShown: () => void): BrowserWindow {
  const { theme, behind } = options
  const state = fitToScreens(options.wanted, workAreas())
  nativeTheme.themeSource = systemTheme(theme)
  const window = new BrowserWindow({
    title: 'Offprint',
    show: false,
    width: state.width,
    height: state.height,
    ...(state.place ?? {}),
    minWidth: MIN_WIDTH,
    minHeight: MIN_HEIGHT,
    backgroundColor: backgroundOf(theme),
    icon: options.icon,
    webPreferences: {
      session: options.session,
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      plugins: false,
      navigateOnDragDrop: false,
      // Chromium would fetch its dictionaries from a server of Google's.
      spellcheck: false,
    },
  })
  watchPlace(window, options.onRest)
  stayHome(window)
  applyContentsPolicy(window.webContents)
  window.once('ready-to-show', () => {
    if (behind) window.showInactive()
    if (state.maximised) window.maximize()
    else if (!behind) window.show()
    onShown()
  })
  // A page that could not be loaded is in the log by the protocol's own line.
  void window.loadURL(APP_URL)
  return window
}

/** Beside another, so that it does not hide it. */
export function placeBeside({ x, y, width, height }: Rectangle, slot: number): WindowPlace {
  return { slot, place: { x: x + STEP, y: y + STEP }, width, height, maximised: false }
}

/** Calls back those windows of which nothing can be taken hold of any more: their screen is gone. */
export function keepInSight(windows: () => readonly BrowserWindow[]): void {
  const look = (): void => {
    for (const window of windows()) {
      const home = backInSight(window.getNormalBounds(), workAreas())
      if (home) window.setBounds(home)
    }
  }
  screen.on('display-removed', look)
  screen.on('display-metrics-changed', look)
}

/** The first screen's comes first: where a window goes that has no other. */
function workAreas(): readonly Rectangle[] {
  const first = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== first.id)
  return [first, ...others].map((display) => display.workArea)
}

/** Chromium asks no guard before it goes to about:blank: whatever page the window ends up on, it comes back to ours. */
function stayHome(window: BrowserWindow): void {
  window.webContents.on('did-navigate', (_event, url) => {
    if (!mayNavigate(url, true)) void window.loadURL(APP_URL)
  })
}

/** Menus, scroll bars, dialogs and the paper under the page follow the reader's choice. */
export function changeTheme(theme: Settings['theme'], windows: readonly BrowserWindow[]): void {
  nativeTheme.themeSource = systemTheme(theme)
  for (const window of windows) window.setBackgroundColor(backgroundOf(theme))
}

/** Sepia is a light theme to the system. */
function systemTheme(theme: Settings['theme']): 'system' | 'light' | 'dark' {
  return theme === 'sepia' ? 'light' : theme
}

function backgroundOf(theme: Settings['theme']): string {
  if (theme === 'system') return nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light
  return BACKGROUND[theme]
}

function watchPlace(window: BrowserWindow, onRest: AppWindowOptions['onRest']): void {
  let timer: NodeJS.Timeout | undefined
  const tell = (): void => {
    clearTimeout(timer)
    if (window.isDestroyed() || window.isMinimized()) return
    const { x, y, width, height } = window.getNormalBounds()
    onRest({ place: { x, y }, width, height, maximised: window.isMaximized() })
  }
  const later = (): void => {
    clearTimeout(timer)
    timer = setTimeout(tell, REST_MS)
  }
  for (const moved of ['resize', 'move', 'maximize', 'unmaximize', 'focus'] as const)
    window.on(moved as 'resize', later)
  window.on('close', tell)
}
