/** Makes a window of the app: locked down, shown when painted, where it was last time. */
import { BrowserWindow, nativeTheme, screen, type Session } from 'electron'
import type { Settings } from '../../contract/settings'
import { mayNavigate } from './allowed-address'
import { applyContentsPolicy } from './session-policy'
import { APP_URL } from './trusted-sender'
import {
  fitToScreens,
  MIN_HEIGHT,
  MIN_WIDTH,
  readWindowState,
  writeWindowState,
  type Rectangle,
  type WindowState,
} from './window-state'

export interface AppWindowOptions {
  readonly session: Session
  readonly preload: string
  readonly stateFile: string
  readonly icon: string
  /** The window this one opens beside; null for the first. */
  readonly beside: Rectangle | null
}

/** So that a second window does not hide the first. */
const STEP = 32

// The window's own paper (renderer/styles/tokens.css), so that nothing flashes before the page is painted.
const BACKGROUND = { light: '#fffefb', dark: '#1c1d1e', sepia: '#f8f0df' }
// Moving a window sends many events; its place is written when it has come to rest.
const SAVE_AFTER_MS = 400

/** The window is hidden until its first paint; `onShown` is called then. */
export function createAppWindow(options: AppWindowOptions, onShown: () => void): BrowserWindow {
  const state = fitToScreens(
    placed(readWindowState(options.stateFile), options.beside),
    screen.getAllDisplays().map((display) => display.workArea),
  )
  nativeTheme.themeSource = systemTheme(state.theme)
  const window = new BrowserWindow({
    title: 'Offprint',
    show: false,
    width: state.width,
    height: state.height,
    ...(state.place ?? {}),
    minWidth: MIN_WIDTH,
    minHeight: MIN_HEIGHT,
    backgroundColor: backgroundOf(state.theme),
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
  rememberPlace(window, options.stateFile)
  stayHome(window)
  applyContentsPolicy(window.webContents)
  window.once('ready-to-show', () => {
    if (state.maximised) window.maximize()
    else window.show()
    onShown()
  })
  // A page that could not be loaded is in the log by the protocol's own line.
  void window.loadURL(APP_URL)
  return window
}

function placed(remembered: WindowState, beside: Rectangle | null): WindowState {
  if (!beside) return remembered
  const { x, y, width, height } = beside
  return { ...remembered, place: { x: x + STEP, y: y + STEP }, width, height, maximised: false }
}

/** Chromium asks no guard before it goes to about:blank: whatever page the window ends up on, it comes back to ours. */
function stayHome(window: BrowserWindow): void {
  window.webContents.on('did-navigate', (_event, url) => {
    if (!mayNavigate(url, true)) void window.loadURL(APP_URL)
  })
}

/** Menus, scroll bars and dialogs follow the reader's choice, and the next start has its colour from the first frame. */
export function changeTheme(
  theme: Settings['theme'],
  windows: readonly BrowserWindow[],
  stateFile: string,
): void {
  nativeTheme.themeSource = systemTheme(theme)
  for (const window of windows) window.setBackgroundColor(backgroundOf(theme))
  writeWindowState(stateFile, { ...readWindowState(stateFile), theme })
}

/** Sepia is a light theme to the system. */
function systemTheme(theme: Settings['theme']): 'system' | 'light' | 'dark' {
  return theme === 'sepia' ? 'light' : theme
}

function backgroundOf(theme: Settings['theme']): string {
  if (theme === 'system') return nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light
  return BACKGROUND[theme]
}

function rememberPlace(window: BrowserWindow, file: string): void {
  let timer: NodeJS.Timeout | undefined
  const save = (): void => {
    clearTimeout(timer)
    if (window.isDestroyed() || window.isMinimized()) return
    const { x, y, width, height } = window.getNormalBounds()
    const { theme } = readWindowState(file)
    writeWindowState(file, { place: { x, y }, width, height, maximised: window.isMaximized(), theme })
  }
  const later = (): void => {
    clearTimeout(timer)
    timer = setTimeout(save, SAVE_AFTER_MS)
  }
  window.on('resize', later)
  window.on('move', later)
  window.on('maximize', later)
  window.on('unmaximize', later)
  window.on('close', save)
}
