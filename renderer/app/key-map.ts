/** Which key means which command. Keys that type text are left alone while the reader is typing. */
import { wording } from '../text/wording'
import type { CommandName } from './commands'

export interface KeyStroke {
  readonly key: string
  readonly shift: boolean
  readonly control: boolean
  readonly alt: boolean
}

const PLAIN: Record<string, CommandName> = {
  j: 'look-next',
  k: 'look-previous',
  n: 'next-article',
  p: 'previous-article',
  Enter: 'open-selected',
  ' ': 'page-down',
  o: 'open-in-browser',
  s: 'toggle-star',
  m: 'toggle-read',
  v: 'toggle-saved',
  h: 'highlight',
  '/': 'search',
  r: 'sync',
  a: 'add-feed',
  '?': 'show-shortcuts',
  Escape: 'escape',
  ',': 'show-settings',
  '+': 'text-larger',
  '=': 'text-larger',
  '-': 'text-smaller',
}
const SHIFTED: Record<string, CommandName> = {
  ' ': 'page-up',
  A: 'mark-all-read',
  '?': 'show-shortcuts',
  '+': 'text-larger',
}
const AFTER_G: Record<string, CommandName> = {
  a: 'go-all',
  u: 'go-unread',
  s: 'go-starred',
  v: 'go-saved',
  t: 'go-today',
  r: 'go-ready',
  h: 'show-highlights',
}

const CONTROL: Record<string, CommandName> = { k: 'palette', f: 'find' }

/** How long the second key of a pair may take. */
export const PAIR_PAUSE_MS = 1500

/** Reads keys one after the other; remembers a first `g`. */
export function createKeyReader(now: () => number): (stroke: KeyStroke) => CommandName | null {
  let pairUntil = 0
  return ({ key, shift, control, alt }) => {
    if (control) return alt || shift ? null : (CONTROL[key.toLowerCase()] ?? null)
    if (alt) return null
    if (now() < pairUntil) {
      pairUntil = 0
      const paired = AFTER_G[key]
      if (paired) return paired
    }
    if (key === 'g' && !shift) {
      pairUntil = now() + PAIR_PAUSE_MS
      return null
    }
    return (shift ? SHIFTED[key] : PLAIN[key]) ?? null
  }
}

export interface ShortcutLine {
  readonly keys: readonly string[]
  readonly what: string
}

const text = wording.shortcuts

/** The sheet of keys, in the order it is shown. Two entries in `keys` are pressed one after the other. */
export const SHORTCUTS: readonly { readonly title: string; readonly lines: readonly ShortcutLine[] }[] = [
  {
    title: text.groups.moving,
    lines: [
      { keys: ['J'], what: text.moveDown },
      { keys: ['K'], what: text.moveUp },
      { keys: ['N'], what: text.openNext },
      { keys: ['P'], what: text.openPrevious },
      { keys: ['Enter'], what: text.open },
      { keys: ['Space'], what: text.pageDown },
      { keys: ['Shift Space'], what: text.pageUp },
    ],
  },
  {
    title: text.groups.article,
    lines: [
      { keys: ['S'], what: text.star },
      { keys: ['M'], what: text.read },
      { keys: ['V'], what: text.save },
      { keys: ['H'], what: text.highlight },
      { keys: ['O'], what: text.openInBrowser },
      { keys: ['Ctrl F'], what: wording.find.label },
      { keys: ['+'], what: text.larger },
      { keys: ['−'], what: text.smaller },
    ],
  },
  {
    title: text.groups.lists,
    lines: [
      { keys: ['G', 'T'], what: wording.views.today },
      { keys: ['G', 'A'], what: wording.views.all },
      { keys: ['G', 'U'], what: wording.views.unread },
      { keys: ['G', 'S'], what: wording.views.starred },
      { keys: ['G', 'V'], what: wording.views.saved },
      { keys: ['G', 'H'], what: wording.views.highlighted },
      { keys: ['G', 'R'], what: wording.views.ready },
    ],
  },
  {
    title: text.groups.everywhere,
    lines: [
      { keys: ['/'], what: text.search },
      { keys: ['R'], what: text.sync },
      { keys: ['A'], what: text.addFeed },
      { keys: ['Shift A'], what: text.markAll },
      { keys: [','], what: text.settings },
      { keys: ['Ctrl K'], what: text.palette },
      { keys: ['?'], what: text.help },
      { keys: ['Esc'], what: text.escape },
    ],
  },
]
