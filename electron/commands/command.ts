/** What a command of the command line is, and what it is given. `docs/cli.md` has the contract. */
import type { ParseArgsConfig } from 'node:util'
import type { Engine } from '../engine'

export interface CommandContext {
  /** Arguments that are no options. */
  readonly operands: readonly string[]
  readonly flag: (name: string) => boolean
  readonly option: (name: string) => string | undefined
  /** Prints one answer on standard output: the object with `--json`, else the line for people. */
  readonly print: (object: object, line: string) => void
  /** Prints text on standard output as it is; for commands whose answer is a document. */
  readonly write: (text: string) => void
  /** Says something on standard error. */
  readonly note: (line: string) => void
  /** Opens the library once, for reading alone where wanted; closed when the command ends. */
  readonly engine: (how?: { readonly readOnly: boolean }) => Promise<Engine>
  readonly signal: AbortSignal
}

export interface Command {
  /** Arguments as shown in the help, without the command's name. */
  readonly usage: string
  readonly summary: string
  readonly options?: NonNullable<ParseArgsConfig['options']>
  /** Least and most operands; most defaults to no limit. */
  readonly operands: readonly [number, number?]
  /** Changes nothing, and so also works beside an Offprint that has the library open. */
  readonly readsOnly?: true
  /** Exit code: 0 done, 1 could not. Throw `WrongUse` for 2. */
  readonly run: (context: CommandContext) => Promise<number>
}

/** The command was called with arguments it cannot take; exit code 2. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse'
}

/** A whole number of at least `least`, or wrong use. */
export function wholeNumber(name: string, text: string | undefined, first: number, least = 1): number {
  if (text === undefined) return first
  const value = Number(text)
  if (!Number.isInteger(value) || value < least)
    throw new WrongUse(`--${name} takes a whole number of at least ${String(least)}, not "${text}"`)
  return value
}
