/** The articles' files, one a feed, and the catalogue's knowledge of them. Records are read from the disk when asked for, a line each. */
import * as path from 'node:path'
import type { ArticleId } from '../../contract/article-id'
import { articleCodec, findRecord, placedLines, recordsOf, setRecords } from './article-file'
import type { ArticleLines } from './article-file'
import { decodeLine, MARK_READY, MARK_RELATED } from './article-line'
import type { PlacedLine } from './article-line'
import { KEPT } from './catalogue'
import type { Catalogue } from './catalogue'
import { diskCode } from './disk'
import { feedFileName } from './feed-file-name'
import { fileParts, parseFile, wholeData } from './file-text'
import type { FileStamps } from './file-stamps'
import { JsonFile } from './json-file'
import type { LibraryFiles } from './json-file'
import type { ArticleRecord } from './records'

const FOLDER = 'articles'
// A sync asks for one feed's articles several times within seconds; more than a few feeds at once are never at work.
const FILES_KEPT = 24

/** Bytes that are read in less than a millisecond; through other threads a small file takes as long as a large one. */
const AT_ONE_STROKE = 256 * 1024

interface OpenFile {
  readonly file: JsonFile<ArticleLines>
  /** Places of the lines as they were last written. */
  placed: readonly PlacedLine[]
  users: number
}

export class Articles {
  private readonly library: LibraryFiles
  private readonly catalogue: Catalogue
  private readonly stamps: FileStamps
  private readonly open = new Map<string, Promise<OpenFile>>()
  /** Feeds whose file or copy was there when they were read; true where the file was whole. */
  private readonly loaded = new Map<string, boolean>()

  constructor(library: LibraryFiles, catalogue: Catalogue, stamps: FileStamps) {
    this.library = library
    this.catalogue = catalogue
    this.stamps = stamps
  }

  /** The catalogue has a feed's articles already, as its whole file has them. */
  adopt(feedId: string): void {
    this.loaded.set(feedId, true)
  }

  /** Puts all articles of a feed into the catalogue; mends the file first when it is damaged. */
  async load(feedId: string): Promise<void> {
    this.stamps.note(this.fileOf(feedId))
    const scanned = this.scan(feedId)
    this.loaded.set(feedId, scanned !== null)
    this.register(feedId, scanned ?? (await this.mended(feedId)))
  }

  /** False for a feed of which articles may be missing, and for one of which none ever came. */
  isWhole(feedId: string): boolean {
    return this.loaded.get(feedId) ?? false
  }

  /** Whether a file or a copy of it was there when the library was opened: what was wrong with them has been told. */
  wasRead(feedId: string): boolean {
    return this.loaded.has(feedId)
  }

  /** Whether a file of the feed's articles is on the disk. */
  isThere(feedId: string): boolean {
    return this.library.disk.facts(this.fileOf(feedId)) !== null
  }

  /** The record of a catalogue row; null when its file has just been damaged. */
  read(row: number): ArticleRecord | null {
    const feedId = this.catalogue.feedIdOf(row)
    const { offset, length } = this.catalogue.placeOf(row)
    const articleId = this.catalogue.ids.idOf(row)
    try {
      const line = this.library.disk.readPartSync(this.fileOf(feedId), offset, length)
      const record = decodeLine(line, feedId)
      if (record?.articleId === articleId) return record
    } catch (error) {
      if (diskCode(error) === '') throw error
    }
    return this.search(feedId, articleId)
  }

  /** Every record of a feed, in the order they came. */
  readAll(feedId: string): readonly ArticleRecord[] {
    const file = this.fileOf(feedId)
    for (const name of [file, `${file}.bak`]) {
      const bytes = this.bytesOf(name)
      const parsed = bytes && parseFile(articleCodec(feedId, ignore), bytes)
      if (parsed?.state === 'ok') return recordsOf(parsed.data)
    }
    return []
  }

  /** Adds and replaces records: one durable write. Calls made while a write is under way share the next one. */
  async save(feedId: string, records: readonly ArticleRecord[]): Promise<void> {
    await this.change(feedId, ({ data }) => {
      setRecords(data, records)
    })
  }

  /** Takes records out of a feed's file: one durable write. */
  async remove(feedId: string, articleIds: readonly ArticleId[]): Promise<void> {
    await this.change(feedId, ({ data }) => {
      for (const articleId of articleIds) data.lines.delete(articleId)
    })
    for (const articleId of articleIds) {
      const row = this.catalogue.find(articleId)
      if (row >= 0 && this.catalogue.feedIdOf(row) === feedId) this.catalogue.remove(row)
    }
  }

  /** Reads a feed's file again from the disk, mending it from its lines and its copy. */
  async mend(feedId: string): Promise<void> {
    this.open.delete(feedId)
    await this.change(feedId, () => {
      // Writing it again is all there is to do: opening it has put together what could be read.
    })
  }

  /** What was kept of a removed feed belongs to it again. */
  readopt(feedId: string): void {
    for (const row of this.catalogue.rowsOf(feedId))
      this.catalogue.setFlags(row, this.catalogue.flagsOf(row) & ~KEPT)
  }

  /** Removes the file of a feed that has no articles left. */
  async removeFile(feedId: string): Promise<void> {
    const opened = await this.open.get(feedId)
    // A write that is under way would bring the file back.
    opened?.file.data.lines.clear()
    await opened?.file.save()
    this.open.delete(feedId)
    const { disk } = this.library
    const file = this.fileOf(feedId)
    await disk.remove(`${file}.bak`)
    await disk.remove(file)
    await disk.syncFolder(path.dirname(file))
  }

  fileOf(feedId: string): string {
    return path.join(this.library.folder, FOLDER, `${feedFileName(feedId)}.json`)
  }

  private async change(feedId: string, edit: (file: JsonFile<ArticleLines>) => void): Promise<void> {
    const opened = await this.opened(feedId)
    opened.users++
    try {
      edit(opened.file)
      await opened.file.save()
      this.stamps.note(this.fileOf(feedId))
      this.register(feedId, opened.placed)
    } catch (error) {
      // What was not written must not be written by the next save either: its caller was told that it failed.
      this.open.delete(feedId)
      throw error
    } finally {
      opened.users--
    }
  }

  private register(feedId: string, placed: readonly PlacedLine[]): void {
    const feed = this.catalogue.feedNumber(feedId)
    for (const { id, time, marks, offset, length } of placed) {
      const ready = (marks & MARK_READY) !== 0
      this.catalogue.put(feed, { id, time, ready, related: (marks & MARK_RELATED) !== 0, offset, length })
    }
  }

  private opened(feedId: string): Promise<OpenFile> {
    const known = this.open.get(feedId)
    // Taken out and put back: the map's order is the order of last use.
    this.open.delete(feedId)
    const opened = known ?? this.openFile(feedId)
    this.open.set(feedId, opened)
    if (this.open.size > FILES_KEPT) void this.forgetOldest()
    return opened
  }

  private async openFile(feedId: string): Promise<OpenFile> {
    let opened: OpenFile | null = null
    const codec = articleCodec(feedId, (placed) => {
      if (opened) opened.placed = placed
    })
    opened = {
      file: new JsonFile(this.library, `${FOLDER}/${feedFileName(feedId)}.json`, codec),
      placed: [],
      users: 0,
    }
    const small = (this.library.disk.facts(this.fileOf(feedId))?.bytes ?? Infinity) <= AT_ONE_STROKE
    if (!small || !opened.file.loadWhole()) await opened.file.load()
    return opened
  }

  private async forgetOldest(): Promise<void> {
    for (const [feedId, promise] of [...this.open].slice(0, this.open.size - FILES_KEPT)) {
      const opened = await promise.catch(() => null)
      // A file that failed to open is forgotten too; whoever asked for it got the error.
      if (opened === null || (opened.users === 0 && this.open.get(feedId) === promise))
        this.open.delete(feedId)
    }
  }

  /** Read at one stroke: a thousand small files one after the other take a third of the time that a thousand promises do. */
  private scan(feedId: string): readonly PlacedLine[] | null {
    let bytes: Buffer
    try {
      bytes = this.library.disk.readSync(this.fileOf(feedId))
    } catch (error) {
      if (['EMFILE', 'ENFILE', ''].includes(diskCode(error))) throw error
      // Missing is ordinary for a feed without articles; a copy without its file is looked at by `mended`.
      return diskCode(error) === 'ENOENT' && this.library.disk.facts(`${this.fileOf(feedId)}.bak`) === null
        ? []
        : null
    }
    // A file of a newer format is refused by `mended`, which opens it in earnest.
    return wholeData(bytes, 'articles', placedLines)
  }

  private async mended(feedId: string): Promise<readonly PlacedLine[]> {
    const { file, placed } = await this.opened(feedId)
    if (placed.length > 0 || file.data.lines.size === 0) return placed
    // Opened for reading only, nothing was written: the places are those of a file that does not exist, and reading
    // a record falls back to searching the copy.
    return placedLines(Buffer.concat([Buffer.from('\n'), ...[...file.data.lines.values()].map(withEnd)]))
  }

  private search(feedId: string, articleId: ArticleId): ArticleRecord | null {
    const file = this.fileOf(feedId)
    for (const name of [file, `${file}.bak`]) {
      const bytes = this.bytesOf(name)
      const data = bytes && (fileParts(bytes)?.data ?? bytes)
      const record = data && findRecord(data, articleId, feedId)
      if (record) return record
    }
    return null
  }

  private bytesOf(file: string): Buffer | null {
    try {
      return this.library.disk.readSync(file)
    } catch (error) {
      if (diskCode(error) === '') throw error
      return null
    }
  }
}

function withEnd(line: Buffer): Buffer {
  return Buffer.concat([line, Buffer.from('\n')])
}

function ignore(): void {
  // Reading needs no places.
}
