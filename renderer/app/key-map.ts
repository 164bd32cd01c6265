/** Which key means which command: the first keys with the reader's own changes. Keys that type text are left alone while the reader is typing. */
import type { CommandName } from './commands'
import { DEFAULT_KEYS } from './default-keys'
import { keyCaps, strokeName } from './key-stroke'
import type { KeyStroke } from './key-stroke'

/** Command name -> key, empty for none; as the settings keep it. */
export type KeyChanges = Readonly<Record<string, string>>

export type KeyMap = ReadonlyMap<string, CommandName>

const COMMANDS = Object.keys(DEFAULT_KEYS) as CommandName[]

/** How long the second key of a pair may take. */
export const PAIR_PAUSE_MS = 1500

export function keysOf(command: CommandName, changes: KeyChanges): readonly string[] {
  const own = changes[command]
  if (own === undefined) return DEFAULT_KEYS[command]
  return own === '' ? [] : [own]
}

/** As a menu or a tooltip shows it, undefined for none: "G T", "Shift A". */
export function shownKey(command: CommandName, changes: KeyChanges): string | undefined {
  const [first] = keysOf(command, changes)
  return first === undefined
    ? undefined
    : keyCaps(first)
        .map((caps) => caps.join(' '))
        .join(' ')
}

/** `shownKey` for the keys the reader has now. */
export const keyShower =
  ({ settings }: { readonly settings: { readonly keys: KeyChanges } }) =>
  (command: CommandName): string | undefined =>
    shownKey(command, settings.keys)

export function keyMap(changes: KeyChanges): KeyMap {
  return new Map(COMMANDS.flatMap((command) => keysOf(command, changes).map((key) => [key, command])))
}

/** The map of the settings as they are now, made again only when they change. */
export function currentKeys(store: {
  readonly getState: () => { readonly settings: { readonly keys: KeyChanges } }
}): () => KeyMap {
  let changes: KeyChanges | null = null
  let map: KeyMap = new Map()
  return () => {
    const { keys } = store.getState().settings
    if (keys !== changes) map = keyMap(keys)
    changes = keys
    return map
  }
}

/** "G" alone would swallow every pair that begins with it. */
const clash = (one: string, other: string): boolean =>
  one === other || one.startsWith(`${other} `) || other.startsWith(`${one} `)

/** The other commands that could not be reached any more if `command` had this key. */
export function keyOwners(key: string, changes: KeyChanges, command: CommandName): readonly CommandName[] {
  return COMMANDS.filter(
    (other) => other !== command && keysOf(other, changes).some((one) => clash(one, key)),
  )
}

/** The changes after `command` was given this key (empty for none), and whoever had it lost it. */
export function withKey(changes: KeyChanges, command: CommandName, key: string): KeyChanges {
  const next: Record<string, string> = { ...changes, [command]: key }
  if (key === '') return next
  for (const owner of keyOwners(key, changes, command)) {
    next[owner] = keysOf(owner, changes).find((one) => !clash(one, key)) ?? ''
  }
  return next
}

/** Reads keys one after the other; remembers the first of a pair. */
export function createKeyReader(
  now: () => number,
  map: () => KeyMap,
): (stroke: KeyStroke) => CommandName | null {
  let first = ''
  let pairUntil = 0
  return (stroke) => {
    const name = strokeName(stroke)
    if (name === null) return null
    const keys = map()
    const begun = now() < pairUntil ? first : ''
    pairUntil = 0
    const paired = begun === '' ? undefined : keys.get(`${begun} ${name}`)
    if (paired) return paired
    const command = keys.get(name)
    if (command) return command
    if ([...keys.keys()].some((key) => key.startsWith(`${name} `))) {
      first = name
      pairUntil = now() + PAIR_PAUSE_MS
    }
    return null
  }
}
