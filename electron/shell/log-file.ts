/** A small log on this disk only, for the reader to look into or to send by hand. Secrets are taken out before a line is written. */
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { redact } from './redact'

export type LogFields = Readonly<Record<string, string | number | boolean | null>>

export interface Log {
  info(message: string, fields?: LogFields): void
  warn(message: string, fields?: LogFields): void
  error(message: string, fields?: LogFields): void
}

// One old file is kept beside it: at most twice this on disk.
const MAX_BYTES = 1_000_000
const MAX_FIELD = 4_000

export interface LogFileOptions {
  readonly file: string
  readonly home: string
  readonly now: () => Date
}

/** Lines are JSON. Writing is synchronous so that the last line before a crash is there. */
export function openLogFile({ file, home, now }: LogFileOptions): Log {
  let usable = true
  const write = (level: string, message: string, fields: LogFields = {}): void => {
    if (!usable) return
    const safe: Record<string, unknown> = { at: now().toISOString(), level, message }
    for (const [name, value] of Object.entries(fields)) {
      safe[name] = typeof value === 'string' ? redact(value.slice(0, MAX_FIELD), home) : value
    }
    try {
      rotate(file)
      appendFileSync(file, JSON.stringify(safe) + '\n', { mode: 0o600 })
    } catch {
      // A full or read-only disk must not stop the reader from reading; there is nowhere to say it but here.
      usable = false
    }
  }
  try {
    mkdirSync(dirname(file), { recursive: true })
  } catch {
    // The same: no folder, no log, but an app.
    usable = false
  }
  return {
    info: (message, fields) => {
      write('info', message, fields)
    },
    warn: (message, fields) => {
      write('warn', message, fields)
    },
    error: (message, fields) => {
      write('error', message, fields)
    },
  }
}

function rotate(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > MAX_BYTES) renameSync(file, `${file}.1`)
}

/** What the log says of an error: where it was thrown, when that is known. */
export function detailOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
