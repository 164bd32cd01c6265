/** Reads the program's own arguments: options, a command to run without a window, or addresses and files to open. */
import { resolve } from 'node:path'
import { SYNC_WISH, WINDOW_WISH } from './open-address'

export interface Launch {
  /** Set when a command is to run hidden: its words, options included. */
  readonly command: readonly string[] | null
  /** `--library DIR`, absolute; null for the app's own. */
  readonly libraryFolder: string | null
  readonly network: 'on' | 'off'
  /** `--safe-mode`: nothing that could keep the app from starting is used, see docs/security.md. */
  readonly safeMode: boolean
  /** Addresses and files the desktop wants opened, and `--sync` or `--new-window` where it wants that. */
  readonly open: readonly string[]
}

const OWN_OPTIONS = new Set(['--library', '--network'])
const ASKING = new Set(['--help', '--version'])
const SAFE_MODE = '--safe-mode'
// The launcher (scripts/linux/offprint) has the same rule.
const COMMAND = /^[a-z][a-z-]*$/

/** `args` are process.argv without the executable (and without the app's path when not packaged). */
export function readLaunch(args: readonly string[], cwd: string): Launch {
  const { options, words, own } = sortArguments(args)
  const [first] = words
  const isCommand = first !== undefined && (ASKING.has(first) || COMMAND.test(first))
  const library = options.get('--library')
  return {
    command: isCommand ? own : null,
    libraryFolder: library ? resolve(cwd, library) : null,
    network: options.get('--network') === 'off' ? 'off' : 'on',
    safeMode: !isCommand && args.includes(SAFE_MODE),
    open: isCommand ? [] : words,
  }
}

interface SortedArguments {
  readonly options: ReadonlyMap<string, string>
  readonly words: readonly string[]
  /** All that is meant for a command: without Chromium's switches. */
  readonly own: readonly string[]
}

/** What stands behind `--` is ours; where there is none, unknown options in front of the first word are Chromium's. */
function sortArguments(args: readonly string[]): SortedArguments {
  const end = args.indexOf('--')
  const given = end < 0 ? args : args.slice(end + 1)
  const options = new Map<string, string>()
  const words: string[] = []
  const own: string[] = []
  for (let at = 0; at < given.length; at++) {
    const argument = given[at] ?? ''
    const [name = '', value] = splitOption(argument)
    if (OWN_OPTIONS.has(name)) {
      const read = value ?? given[++at] ?? ''
      options.set(name, read)
      own.push(name, read)
      continue
    }
    if (isWord(argument)) words.push(argument)
    if (end >= 0 || words.length > 0) own.push(argument)
  }
  return { options, words, own }
}

function isWord(argument: string): boolean {
  return (
    ASKING.has(argument) || argument === SYNC_WISH || argument === WINDOW_WISH || !argument.startsWith('-')
  )
}

function splitOption(argument: string): readonly string[] {
  const at = argument.startsWith('--') ? argument.indexOf('=') : -1
  return at < 0 ? [argument] : [argument.slice(0, at), argument.slice(at + 1)]
}
