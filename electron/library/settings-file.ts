/** The reader's settings; a value that is missing, unknown or of the wrong kind falls back to its first value, alone. */
import { EDITION_SIZES } from '../../contract/edition'
import type { Settings } from '../../contract/settings'
import { DEFAULT_SETTINGS } from '../../contract/settings'
import { isObject, parseJson } from './file-text'
import type { FileCodec } from './file-text'
import { JsonFile } from './json-file'
import type { LibraryFiles } from './json-file'

const CHOICES: Partial<Record<keyof Settings, readonly unknown[]>> = {
  theme: ['system', 'light', 'dark', 'sepia'],
  typeface: ['serif', 'sans', 'system'],
  alignment: ['language', 'start', 'justified'],
  hyphenation: ['language', 'always', 'never'],
  density: ['comfortable', 'compact'],
  feedOrder: ['name', 'own'],
  language: ['system', 'en', 'de'],
  notifications: ['off', 'rules', 'all'],
  updateChannel: ['stable', 'beta'],
  edition: ['off', ...EDITION_SIZES],
}

/** [least, most]: outside of these the window could not be used to set them right again. */
const LIMITS: Partial<Record<keyof Settings, readonly [number, number]>> = {
  syncIntervalMinutes: [0, 10_080],
  textSize: [10, 40],
  textWidth: [30, 140],
  lineHeight: [1, 3],
  sidebarWidth: [120, 800],
  listWidth: [160, 1200],
  keepDays: [0, 36_500],
  keepArticles: [0, 1_000_000],
  budgetMb: [0, 10_000_000],
}

const isText = (value: unknown): value is string => typeof value === 'string'

/** Values that are lists or tables. */
const SHAPES: Partial<Record<keyof Settings, (value: unknown) => boolean>> = {
  savedSearches: (value) =>
    Array.isArray(value) && value.every((one) => isObject(one) && isText(one['name']) && isText(one['text'])),
  keys: (value) => isObject(value) && Object.values(value).every(isText),
}

/** Settings from anything: each value on its own, or its first value. */
export function readSettings(value: unknown): Settings {
  const stored = isObject(value) ? value : {}
  const keys = Object.keys(DEFAULT_SETTINGS) as (keyof Settings)[]
  const pairs = keys.map((key) => [key, isValid(key, stored[key]) ? stored[key] : DEFAULT_SETTINGS[key]])
  return Object.fromEntries(pairs) as unknown as Settings
}

function isKnown(key: string): key is keyof Settings {
  return Object.hasOwn(DEFAULT_SETTINGS, key)
}

function isValid(key: keyof Settings, value: unknown): boolean {
  const choices = CHOICES[key]
  if (choices) return choices.includes(value)
  const shape = SHAPES[key]
  if (shape) return shape(value)
  if (typeof value !== typeof DEFAULT_SETTINGS[key]) return false
  if (typeof value !== 'number') return true
  const [least, most] = LIMITS[key] ?? [-Infinity, Infinity]
  return value >= least && value <= most
}

const CODEC: FileCodec<Settings> = {
  kind: 'settings',
  copies: 'mirror',
  lost: 'all settings have their first values',
  editable: true,
  // A flipped bit in a name would lose one setting in silence.
  isEdit: (data) =>
    isObject(data) && Object.entries(data).every(([key, value]) => isKnown(key) && isValid(key, value)),
  empty: () => DEFAULT_SETTINGS,
  encode: (settings) => JSON.stringify(settings, null, 2),
  decode: (data) => {
    const value = parseJson(data)
    return isObject(value) ? readSettings(value) : null
  },
}

export function settingsFile(library: LibraryFiles): JsonFile<Settings> {
  return new JsonFile(library, 'settings.json', CODEC)
}

/** Durable when it resolves; on failure everything is as before. */
export async function changeSettings(file: JsonFile<Settings>, change: Partial<Settings>): Promise<Settings> {
  const before = file.data
  const after = readSettings({ ...before, ...change })
  file.data = after
  try {
    await file.save()
  } catch (error) {
    // Only when nobody changed it since; otherwise the other's save tells its own caller.
    if (file.data === after) file.data = before
    throw error
  }
  return file.data
}
