/** Turns the reader's choices into attributes and properties of a document: the window's and the article's frame. */
import type { Settings } from '../../contract/settings'

export type ShownTheme = 'light' | 'dark' | 'sepia'

const DARK = '(prefers-color-scheme: dark)'

export function shownTheme(theme: Settings['theme'], systemIsDark: boolean): ShownTheme {
  if (theme !== 'system') return theme
  return systemIsDark ? 'dark' : 'light'
}

export function systemIsDark(window: Window): boolean {
  return window.matchMedia(DARK).matches
}

/** Calls back whenever the system changes between light and dark. Returns the end of it. */
export function followSystemTheme(window: Window, tell: (isDark: boolean) => void): () => void {
  const query = window.matchMedia(DARK)
  const listener = () => {
    tell(query.matches)
  }
  query.addEventListener('change', listener)
  return () => {
    query.removeEventListener('change', listener)
  }
}

/** A column's width is told in characters: how wide one is on average, in em. */
const CHARACTER: Readonly<Record<Settings['typeface'], number>> = { serif: 0.46, sans: 0.51, system: 0.51 }

export function applyLook(document: Document, settings: Settings, theme: ShownTheme): void {
  const root = document.documentElement
  root.dataset['theme'] = theme
  root.dataset['density'] = settings.density
  root.dataset['typeface'] = settings.typeface
  root.dataset['alignment'] = settings.alignment
  root.dataset['hyphenation'] = settings.hyphenation
  root.style.setProperty('--article-size', `${String(settings.textSize)}px`)
  root.style.setProperty(
    '--article-width',
    `${String(Math.round(settings.textWidth * settings.textSize * CHARACTER[settings.typeface]))}px`,
  )
  root.style.setProperty('--article-leading', String(settings.lineHeight))
}
