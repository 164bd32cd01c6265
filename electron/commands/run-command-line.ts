/** Reads the arguments, runs one command and answers with its exit code: 0 done, 1 could not, 2 wrong use. */
import { parseArgs } from 'node:util'
import { appErrorOf } from '../app-failure'
import { Engine } from '../engine'
import { ARTICLE_COMMANDS } from './article-commands'
import { WrongUse, type Command, type CommandContext } from './command'
import { FEED_COMMANDS } from './feed-commands'
import { FILE_COMMANDS } from './file-commands'
import { HIGHLIGHT_COMMANDS } from './highlight-commands'
import { proxyFromEnvironment, type FindProxy } from '../sync/proxy'
import { sync } from './sync-command'
import { UPKEEP_COMMANDS } from './upkeep-commands'

const COMMANDS: Readonly<Record<string, Command>> = {
  ...FEED_COMMANDS,
  sync,
  ...ARTICLE_COMMANDS,
  ...HIGHLIGHT_COMMANDS,
  ...UPKEEP_COMMANDS,
  ...FILE_COMMANDS,
}

const COMMON_OPTIONS = {
  json: { type: 'boolean' },
  library: { type: 'string' },
  network: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

export interface CommandLinePlaces {
  /** Folder of `worker.cjs`, `search-worker.cjs` and `assets/`. */
  readonly bundle: string
  /** Library used when `--library` is not given. */
  readonly defaultLibrary: string
  readonly version: string
}

export async function runCommandLine(args: readonly string[], places: CommandLinePlaces): Promise<number> {
  const name = commandName(args)
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command || name === undefined) return unknownCommand(name, args)
  const session = new CommandSession(places)
  try {
    const context = session.read(name, command, args)
    return context === null ? 0 : await command.run(context)
  } catch (error) {
    if (error instanceof WrongUse) {
      process.stderr.write(`offprint ${name}: ${error.message}\nusage: offprint ${name} ${command.usage}\n`)
      return 2
    }
    session.fail(error)
    return 1
  } finally {
    await session.close()
  }
}

/** The first word that is neither an option nor the value of a common one. */
function commandName(args: readonly string[]): string | undefined {
  const takesValue = (at: number): boolean => args[at] === '--library' || args[at] === '--network'
  return args.find((argument, at) => !argument.startsWith('-') && !takesValue(at - 1))
}

function unknownCommand(name: string | undefined, args: readonly string[]): number {
  if (name === 'help' || args.includes('--help') || args.includes('-h')) {
    process.stdout.write(helpText())
    return 0
  }
  const problem = name === undefined ? 'name a command' : `there is no command "${name}"`
  process.stderr.write(`offprint: ${problem}; see: offprint help\n`)
  return 2
}

function helpText(): string {
  const lines = Object.entries(COMMANDS).map(
    ([name, { usage, summary }]) => `  ${`${name} ${usage}`.trim()}\n      ${summary}\n`,
  )
  return 'usage: offprint <command> [--library DIR] [--network off] [--json]\n\n' + lines.join('')
}

/** One run: the arguments as read, the library once opened, the way answers are printed. */
class CommandSession {
  private opened: Promise<Engine> | null = null
  private json = false
  private readonly cancel = new AbortController()

  constructor(private readonly places: CommandLinePlaces) {
    process.once('SIGINT', () => {
      this.cancel.abort()
    })
  }

  /** Null when only help was asked for. */
  read(name: string, command: Command, args: readonly string[]): CommandContext | null {
    const { values, positionals } = parse(command, args)
    this.json = values['json'] === true
    if (values['help'] === true) {
      process.stdout.write(`usage: offprint ${name} ${command.usage}\n${command.summary}\n`)
      return null
    }
    const operands = positionals.slice(1)
    const [least, most = Infinity] = command.operands
    if (operands.length < least) throw new WrongUse(`it wants at least ${String(least)} argument`)
    if (operands.length > most) throw new WrongUse(`it takes no argument "${operands[most] ?? ''}"`)
    const option = (key: string): string | undefined => {
      const value = values[key]
      return typeof value === 'string' ? value : undefined
    }
    const network = option('network') ?? 'on'
    if (network !== 'on' && network !== 'off')
      throw new WrongUse(`--network takes on or off, not "${network}"`)
    return {
      operands,
      flag: (key) => values[key] === true,
      option,
      print: (object, line) => process.stdout.write((this.json ? JSON.stringify(object) : line) + '\n'),
      write: (text) => process.stdout.write(text),
      note: (line) => process.stderr.write(line + '\n'),
      engine: ({ readOnly } = { readOnly: false }) =>
        this.open({
          readOnly,
          libraryFolder: option('library') ?? this.places.defaultLibrary,
          network,
          readsOnly: command.readsOnly === true,
        }),
      signal: this.cancel.signal,
    }
  }

  fail(error: unknown): void {
    const { code, message } = appErrorOf(error)
    if (this.json) process.stdout.write(JSON.stringify({ error: { code, message } }) + '\n')
    else process.stderr.write(`offprint: ${message}\n`)
  }

  async close(): Promise<void> {
    // A library that could not be opened was reported by the command that wanted it.
    const engine = await this.opened?.catch(() => null)
    await engine?.close()
  }

  private open(wanted: WantedLibrary): Promise<Engine> {
    this.opened ??= this.openEngine(wanted).then((engine) => {
      for (const notice of engine.info().notices) process.stderr.write(notice + '\n')
      return engine
    })
    return this.opened
  }

  private async openEngine(wanted: WantedLibrary): Promise<Engine> {
    const { libraryFolder, network, readOnly, readsOnly } = wanted
    const { bundle, version } = this.places
    const findProxy: FindProxy = (url) => Promise.resolve(proxyFromEnvironment(url, process.env))
    const options = { libraryFolder, network, version, bundle, readOnly, findProxy }
    try {
      return await Engine.open(options)
    } catch (error) {
      if (!readsOnly || appErrorOf(error).code !== 'library_in_use') throw error
      return Engine.open({ ...options, readOnly: true })
    }
  }
}

interface WantedLibrary {
  readonly libraryFolder: string
  readonly network: 'on' | 'off'
  readonly readOnly: boolean
  /** The command changes nothing: a library in use is opened for reading. */
  readonly readsOnly: boolean
}

function parse(
  command: Command,
  args: readonly string[],
): { values: Record<string, unknown>; positionals: string[] } {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ...COMMON_OPTIONS, ...command.options },
    })
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error))
  }
}
