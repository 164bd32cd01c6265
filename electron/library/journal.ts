/**
 * The append-only record of what the reader did (statuses, highlights). A click is one short line and one fsync; the large
 * files are written later, in peace. Lines carry length and checksum, so that a torn end is known for one.
 */
import * as path from 'node:path'
import type { AppendFile } from './disk'
import { crc32Hex } from './crc32'
import { parseJson } from './file-text'
import { isUnreadable, requireWritable } from './json-file'
import type { LibraryFiles } from './json-file'
import { asLibraryError } from './library-error'
import type { LibraryError } from './library-error'
import { keepCopyAside, setAside } from './set-aside'

const FOLDER = 'journal'
const SEGMENT = /^(\d{8})\.log$/
const LINE_END = 10
// "<length, 8 hex> <crc, 8 hex> "
const PREFIX = /^([0-9a-f]{8}) ([0-9a-f]{8}) $/
const PREFIX_LENGTH = 18
const WHOLE_PREFIX = '00000000 00000000 '

interface Waiting {
  readonly line: Buffer
  readonly done: () => void
  readonly failed: (error: LibraryError) => void
}

/** Entries of one segment in their order; `skipped` counts whole lines that were damaged, a torn last line not among them. */
export function readSegment(bytes: Buffer): {
  readonly entries: readonly unknown[]
  readonly skipped: number
} {
  const entries: unknown[] = []
  let skipped = 0
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(LINE_END, start)
    // The last append was cut off: nobody was told that it was done.
    if (end < 0) return { entries, skipped: isCutLine(bytes.subarray(start)) ? skipped : skipped + 1 }
    const entry = readLine(bytes.subarray(start, end))
    if (entry === undefined) skipped += end > start ? 1 : 0
    else entries.push(entry)
    start = end + 1
  }
  return { entries, skipped }
}

/** Whether the bytes are the beginning of a line, which is all that a kill can leave. */
function isCutLine(rest: Buffer): boolean {
  const prefix = rest.toString('latin1', 0, PREFIX_LENGTH)
  const match = PREFIX.exec(prefix + WHOLE_PREFIX.slice(prefix.length))
  return match !== null && (rest.length < 8 || rest.length <= PREFIX_LENGTH + parseInt(match[1] ?? '', 16))
}

function readLine(line: Buffer): unknown {
  const match = PREFIX.exec(line.toString('latin1', 0, PREFIX_LENGTH))
  if (!match) return undefined
  const json = line.subarray(PREFIX_LENGTH)
  if (parseInt(match[1] ?? '', 16) !== json.length || match[2] !== crc32Hex(json)) return undefined
  return parseJson(json)
}

/** One line, its end included. JSON text never holds a raw line end, so a line is always one entry. */
export function journalLine(entry: object): Buffer {
  const json = Buffer.from(JSON.stringify(entry))
  const length = json.length.toString(16).padStart(8, '0')
  return Buffer.concat([Buffer.from(`${length} ${crc32Hex(json)} `), json, Buffer.from('\n')])
}

export class Journal {
  /** Bytes in all segments, those not yet folded into the files. */
  bytes = 0
  /** True when something of it could not be read: to be folded soon, so that it is told once. */
  damaged = false
  private segment: AppendFile | null = null
  private number = 0
  private waiting: Waiting[] = []
  private running: Promise<void> | null = null
  private readonly library: LibraryFiles

  constructor(library: LibraryFiles) {
    this.library = library
  }

  /** Calls `replay` for every entry that is still to be folded into the files, oldest first. */
  async load(replay: (entry: unknown) => void): Promise<void> {
    for (const number of await this.segments()) {
      const isGap = this.number > 0 && number > this.number + 1
      this.number = number
      if (isGap) this.tell(number - 1, 'was missing: marks and highlights of its time may be lost')
      const bytes = await this.readOrSetAside(number)
      if (bytes === null) continue
      const { entries, skipped } = readSegment(bytes)
      for (const entry of entries) replay(entry)
      this.bytes += bytes.length
      if (skipped === 0) continue
      const kept = await this.keepAside(number, keepCopyAside)
      const lost = `${String(skipped)} of the last changes to read marks, stars or highlights could not be read, all others were`
      this.tell(number, `was damaged: ${lost}${kept}`)
    }
  }

  /** False while entries are on their way to the disk. */
  get idle(): boolean {
    return this.running === null
  }

  /** Resolves when the entry is on the disk. Entries that wait together share one fsync. Rejects with `LibraryError`. */
  append(entry: object): Promise<void> {
    return new Promise((done, failed) => {
      requireWritable(this.library, 'the change')
      this.waiting.push({ line: journalLine(entry), done, failed })
      this.running ??= this.drain().finally(() => {
        this.running = null
      })
    })
  }

  /**
   * Begins a new segment and returns a function that removes the older ones; call it when everything they say is durable
   * in the files. Until then a start replays them again, which changes nothing: the last entry for a thing wins.
   */
  async rotate(): Promise<() => Promise<void>> {
    while (this.running) await this.running
    // Without a pause from here to the next await: an append that comes now must find no segment and begin a new one.
    const { segment, number: last, bytes: folded } = this
    this.segment = null
    await segment?.close()
    const before = (await this.segments()).filter((number) => number <= last)
    return async () => {
      for (const number of before) await this.library.disk.remove(this.fileOf(number))
      this.bytes -= folded
    }
  }

  async close(): Promise<void> {
    await this.running
    await this.segment?.close()
    this.segment = null
  }

  private async drain(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting
      this.waiting = []
      try {
        const segment = await this.open()
        const bytes = Buffer.concat(batch.map(({ line }) => line))
        await segment.append(bytes)
        this.bytes += bytes.length
        for (const { done } of batch) done()
      } catch (error) {
        await this.leaveSegment()
        const reason = asLibraryError(error, 'storing a change')
        for (const { failed } of batch) failed(reason)
      }
    }
  }

  /** A segment whose last append failed may end in half a line; a torn end is silent, the same in the middle is damage. */
  private async leaveSegment(): Promise<void> {
    const { segment } = this
    this.segment = null
    await segment?.close().catch(() => {
      // The append's own error is the one to tell.
    })
  }

  private async open(): Promise<AppendFile> {
    if (this.segment) return this.segment
    const { disk, folder } = this.library
    await disk.makeFolder(path.join(folder, FOLDER))
    // Always a fresh segment: one from before may end in half a line. Counted only when it is there: a gap means a loss.
    const segment = await disk.openAppend(this.fileOf(this.number + 1))
    this.number += 1
    this.segment = segment
    await disk.syncFolder(path.join(folder, FOLDER))
    return segment
  }

  private async readOrSetAside(number: number): Promise<Buffer | null> {
    try {
      return await this.library.disk.read(this.fileOf(number))
    } catch (error) {
      if (!isUnreadable(error)) throw error
      const kept = await this.keepAside(number, setAside)
      this.tell(number, `could not be read: marks and highlights of its time may be lost${kept}`)
      return null
    }
  }

  private tell(number: number, what: string): void {
    this.damaged = true
    const message = `A part of the journal (${name(number)}) ${what}.`
    this.library.notice({ file: `${FOLDER}/${name(number)}`, message })
  }

  private async keepAside(number: number, keep: typeof setAside): Promise<string> {
    if (this.library.readOnly) return ''
    try {
      return `; the damaged file is kept as ${await keep(this.library, this.fileOf(number))}`
    } catch (error) {
      return `; ${asLibraryError(error, 'keeping it').message}`
    }
  }

  private async segments(): Promise<number[]> {
    const names = await this.library.disk.list(path.join(this.library.folder, FOLDER))
    return names
      .flatMap((file) => SEGMENT.exec(file)?.[1] ?? [])
      .map(Number)
      .sort((a, b) => a - b)
  }

  private fileOf(number: number): string {
    return path.join(this.library.folder, FOLDER, name(number))
  }
}

function name(number: number): string {
  return `${String(number).padStart(8, '0')}.log`
}
