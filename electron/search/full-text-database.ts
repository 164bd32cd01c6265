/**
 * The one door of node-sqlite3-wasm: opens a file of derived data, runs statements, and tells damage from other failures. A file that
 * cannot be used is replaced by an empty one and the caller told, because everything in it can be made again from the library.
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Database, Statement } from 'node-sqlite3-wasm'

export type Value = string | number | Uint8Array | null
export type Row = Readonly<Record<string, Value>>

/** kept: the file was there and is of this version; made: there was none; replaced: there was one that could not be used. */
export type DatabaseState = 'kept' | 'made' | 'replaced'

export interface OpenOptions {
  readonly file: string
  /** Statements that make an empty file ready. */
  readonly schema: string
  /** A file with another number (SQLite's `user_version`) is replaced. */
  readonly version: number
}

/** The file is damaged; open it again to get an empty one. */
export class DatabaseDamaged extends Error {
  override readonly name = 'DatabaseDamaged'
}

interface Library {
  readonly Database: typeof Database
}

// Exclusive comes first: without it a kept file in write-ahead mode cannot be read. 8 KB pages halve the depth of FTS5's
// trees against 4 KB; the largest ones write too much for a small change.
const SETTINGS = `PRAGMA locking_mode = exclusive; PRAGMA page_size = 8192; PRAGMA auto_vacuum = incremental;`
// With exclusive locking, write-ahead needs no shared memory, which this build has not. A kill loses nothing that was committed.
// At 100,000 articles a cache of 16 MB answers and fills no faster than one of 8, for the system has the file's pages too.
// The log is written back every 32 MB: at SQLite's own 8 MB a first sync waits for the disk three times as often, and writes a sixth more.
const AFTER_OPEN = `PRAGMA synchronous = normal; PRAGMA cache_size = -8000; PRAGMA journal_size_limit = 4194304;
  PRAGMA wal_autocheckpoint = 4000;`
const DAMAGE =
  /malformed|not a database|corrupt|disk image|constraint failed|missing row|no such table|invalid fts5/i

/** Files this thread has open: opening one twice would write over each other. */
const open = new Set<string>()

export class FullTextDatabase {
  private readonly statements = new Map<string, Statement>()
  private depth = 0

  private constructor(
    private readonly database: Database,
    private readonly file: string,
    readonly state: DatabaseState,
  ) {}

  /**
   * Opens `file`, making it and its folder where absent. The caller must hold the library's lock: what a killed process left behind is
   * cleared away without asking whose it was. Rejects where the disk refuses, or the WebAssembly file is not beside the program.
   */
  static async open({ file, schema, version }: OpenOptions): Promise<FullTextDatabase> {
    const path = resolve(file)
    if (open.has(path)) throw new Error(`${path} is open already`)
    const library = await loadLibrary()
    mkdirSync(dirname(path), { recursive: true })
    // The library locks by making this folder; a killed process leaves it, and every later open would find the file locked.
    rmSync(`${path}.lock`, { recursive: true, force: true })
    const existed = existsSync(path)
    const kept = existed ? tryKept(library, path, version) : null
    if (kept) {
      open.add(path)
      return new FullTextDatabase(kept, path, 'kept')
    }
    removeDatabaseFiles(path)
    const database = new library.Database(path)
    try {
      prepare(database)
      database.exec(`BEGIN; ${schema}; PRAGMA user_version = ${String(version)}; COMMIT`)
    } catch (error) {
      database.close()
      throw error
    }
    open.add(path)
    return new FullTextDatabase(database, path, existed ? 'replaced' : 'made')
  }

  all(sql: string, values: readonly Value[] = []): Row[] {
    return this.guard(() => this.prepared(sql).all([...values]) as Row[])
  }

  get(sql: string, values: readonly Value[] = []): Row | null {
    return this.all(sql, values)[0] ?? null
  }

  /** Returns the number of rows changed. */
  run(sql: string, values: readonly Value[] = []): number {
    return this.guard(() => this.prepared(sql).run([...values]).changes)
  }

  /** All of `work` or nothing of it. */
  transaction<T>(work: () => T): T {
    if (this.depth > 0) return work()
    this.guard(() => {
      this.database.exec('BEGIN')
    })
    this.depth++
    try {
      const value = work()
      this.guard(() => {
        this.database.exec('COMMIT')
      })
      return value
    } catch (error) {
      if (this.database.inTransaction) this.database.exec('ROLLBACK')
      throw error
    } finally {
      this.depth--
    }
  }

  /** For a caller that finds something in the file that cannot be. */
  require(whole: boolean, what: string): void {
    if (!whole) throw new DatabaseDamaged(what)
  }

  /** Writes all to the main file and lets it go. */
  close(): void {
    if (!open.delete(this.file)) return
    for (const statement of this.statements.values()) finalize(statement)
    this.statements.clear()
    this.database.close()
  }

  private prepared(sql: string): Statement {
    const known = this.statements.get(sql)
    if (known) return known
    const statement = this.database.prepare(sql)
    this.statements.set(sql, statement)
    return statement
  }

  private guard<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      throw isDamage(error) ? new DatabaseDamaged(messageOf(error), { cause: error }) : error
    }
  }
}

function finalize(statement: Statement): void {
  try {
    statement.finalize()
  } catch (error) {
    // SQLite repeats here what the statement's last step failed with, which its caller has had already.
    if (!(error instanceof Error) || error.name !== 'SQLite3Error') throw error
  }
}

/** Removes the file and everything that belongs to it. */
export function removeDatabaseFiles(file: string): void {
  for (const suffix of ['', '-wal', '-journal', '-shm'])
    rmSync(file + suffix, { recursive: true, force: true })
  rmSync(`${file}.lock`, { recursive: true, force: true })
}

function tryKept(library: Library, path: string, version: number): Database | null {
  let database: Database | null = null
  try {
    database = new library.Database(path, { fileMustExist: true })
    prepare(database)
    const found = database.get('PRAGMA user_version') as Row | null
    if (found?.['user_version'] === version) return database
    database.close()
    return null
  } catch (error) {
    if (database?.isOpen) database.close()
    // A directory in its place, a damaged header, a foreign file: all are replaced. A disk that fails will fail again there.
    if (isDamage(error) || /could not open/i.test(messageOf(error))) return null
    throw error
  }
}

function prepare(database: Database): void {
  database.exec(SETTINGS)
  database.all('PRAGMA journal_mode = wal')
  database.exec(AFTER_OPEN)
}

async function loadLibrary(): Promise<Library> {
  // Here and not at the top: the commands that never search need not load a megabyte of WebAssembly. The namespace has the
  // classes on `default` where Node imports the CommonJS file itself, and beside it in our bundle.
  const loaded = (await import('node-sqlite3-wasm')) as Library & { readonly default?: Library }
  return loaded.default ?? loaded
}

function isDamage(error: unknown): boolean {
  return DAMAGE.test(messageOf(error))
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
