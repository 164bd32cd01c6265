/**
 * The one door of lowdb. A `Low` instance over our own adapter: checked when read, written so that a kill or a power cut
 * leaves the old or the new file, always with a copy to go back to; a damaged file is kept aside and the reader is told.
 */
import * as path from 'node:path'
import { Low } from 'lowdb'
import type { LibraryNotice } from './records'
import { diskCode, replaceFile } from './disk'
import type { Disk } from './disk'
import { encodeFile, parseFile, wholeData } from './file-text'
import type { FileCodec } from './file-text'
import { asLibraryError, LibraryError } from './library-error'
import { setAside } from './set-aside'

/** What every file of one open library shares. */
export interface LibraryFiles {
  readonly disk: Disk
  /** The library's folder, absolute. */
  readonly folder: string
  readonly readOnly: boolean
  /** Closed once another library has taken this one's place in the folder: what still comes for this one is refused. */
  readonly fence: { closed: boolean }
  readonly now: () => Date
  readonly notice: (notice: LibraryNotice) => void
}

/** Throws `LibraryError` where nothing may be written; `what` was to be stored: "the picture". */
export function requireWritable({ readOnly, fence }: LibraryFiles, what: string): void {
  if (readOnly)
    throw new LibraryError('read_only', `The library is open for reading only: ${what} was not stored.`)
  if (fence.closed)
    throw new LibraryError(
      'replaced',
      `A backup has taken the place of the library: ${what} was not stored; do it once more.`,
    )
}

/** missing: neither file nor copy is there. lost: both were there in some form and none could be read. */
export type FileState = 'ok' | 'missing' | 'restored' | 'lost'

type ReadResult<T> =
  | { readonly state: 'ok'; readonly data: T; readonly edited: boolean }
  | { readonly state: 'missing' | 'damaged'; readonly bytes: Buffer | null }

// Other codes (too many open files, no memory) say nothing of the file itself and must not set it aside.
const UNREADABLE = new Set(['EACCES', 'EPERM', 'EIO', 'EISDIR', 'ENOTDIR', 'EINVAL'])
// Something that is no file lies under a name that we write to.
const IN_THE_WAY = new Set(['EISDIR', 'ERR_FS_EISDIR', 'ENOTEMPTY', 'EEXIST', 'EPERM'])

/** True when a read failed for what lies on the disk, not for want of handles or memory. */
export function isUnreadable(error: unknown): boolean {
  return UNREADABLE.has(diskCode(error))
}

export class JsonFile<T> {
  private readonly low: Low<T>
  private readonly library: LibraryFiles
  private readonly codec: FileCodec<T>
  private readonly file: string
  private state: FileState = 'missing'
  /** False while what lies under the file's name must not become the copy. */
  private trusted = true
  private writing: Promise<void> | null = null
  private queued: Promise<void> | null = null

  /** `name` is the path inside the library, with forward slashes. */
  constructor(library: LibraryFiles, name: string, codec: FileCodec<T>) {
    this.library = library
    this.codec = codec
    this.file = path.join(library.folder, name)
    this.low = new Low<T>(
      { read: () => this.readData(), write: (data) => this.writeData(data) },
      codec.empty(),
    )
  }

  get data(): T {
    return this.low.data
  }

  set data(data: T) {
    this.low.data = data
  }

  /** Reads the file, its copy when it is damaged, or starts empty; tells the reader of anything but the ordinary. */
  async load(): Promise<FileState> {
    await this.low.read()
    return this.state
  }

  /** As `load`, at one stroke, when file and mirror are as they should be; false, with nothing done, when `load` has to look. */
  loadWhole(): boolean {
    const { disk } = this.library
    try {
      const bytes = disk.readSync(this.file)
      const data = wholeData(bytes, this.codec.kind, this.codec.decode)
      if (data === null || (this.codec.copies === 'mirror' && disk.facts(this.copy)?.bytes !== bytes.length))
        return false
      this.low.data = data
      this.state = 'ok'
      return true
    } catch (error) {
      if (diskCode(error) === '') throw error
      return false
    }
  }

  /** Durable when it resolves. Calls made while a write is under way share the next one. Rejects with `LibraryError`. */
  save(): Promise<void> {
    if (this.writing === null) {
      this.writing = this.low.write().finally(() => {
        this.writing = null
      })
      return this.writing
    }
    this.queued ??= this.writing
      .catch(() => {
        // Whoever asked for that write was told; this one stands for itself.
      })
      .then(() => {
        this.queued = null
        return this.save()
      })
    return this.queued
  }

  /** What lies on the disk is damaged: the next write must not make it the copy. */
  distrust(): void {
    this.trusted = false
  }

  /** Removes the file and its copy. */
  async remove(): Promise<void> {
    try {
      await this.library.disk.remove(this.copy)
      await this.library.disk.remove(this.file)
    } catch (error) {
      throw asLibraryError(error, `removing ${this.name}`)
    }
  }

  private get copy(): string {
    return `${this.file}.bak`
  }

  private async readData(): Promise<T> {
    const main = await this.readOne(this.file)
    this.state = 'ok'
    if (main.state === 'ok') {
      if (main.edited) await this.takeEdit(main.data)
      else await this.keepMirror()
      return main.data
    }
    const copy = await this.readOne(this.copy)
    if (main.state === 'missing' && copy.state === 'missing') {
      this.state = 'missing'
      return this.codec.empty()
    }
    const salvaged = main.bytes && this.codec.salvage?.(main.bytes, copy.state === 'ok' ? copy.data : null)
    const data = salvaged ?? (copy.state === 'ok' ? copy.data : null)
    this.state = data === null ? 'lost' : 'restored'
    await this.mend(main.state, copy.state, data)
    return data ?? this.codec.empty()
  }

  /** An edit by hand counts; since a damage may look like one, what was there before is kept, and the reader is told. */
  private async takeEdit(data: T): Promise<void> {
    const told = `${this.name} was changed outside Offprint and counts as it is now`
    let kept = ''
    if (!this.library.readOnly)
      try {
        if (this.library.disk.facts(this.copy) !== null)
          kept = `; what it was before is kept as ${await setAside(this.library, this.copy)}`
        await this.writeData(data)
      } catch (error) {
        kept += `. ${asLibraryError(error, `writing ${this.name}`).message}`
      }
    this.library.notice({ file: this.name, message: `${told}${kept}.` })
  }

  /** A mirror that is missing or of another size is made again: a kill may have come between the two writes. */
  private async keepMirror(): Promise<void> {
    const { disk, readOnly } = this.library
    if (readOnly || this.codec.copies !== 'mirror') return
    if (disk.facts(this.copy)?.bytes === disk.facts(this.file)?.bytes) return
    try {
      const bytes = await disk.read(this.file)
      await this.write(() => replaceFile(disk, this.copy, bytes))
    } catch (error) {
      // The file itself is whole: a full disk must not keep the library from opening.
      const { message } = asLibraryError(error, `copying ${this.name}`)
      this.library.notice({ file: this.name, message })
    }
  }

  private async readOne(file: string): Promise<ReadResult<T>> {
    let bytes: Buffer
    try {
      bytes = await this.library.disk.read(file)
    } catch (error) {
      if (diskCode(error) === 'ENOENT') return { state: 'missing', bytes: null }
      if (isUnreadable(error)) return { state: 'damaged', bytes: null }
      throw asLibraryError(error, `reading ${this.name}`)
    }
    const parsed = parseFile(this.codec, bytes)
    if (parsed.state === 'newer')
      throw new LibraryError(
        'library_too_new',
        `${this.name} was written by a newer Offprint (format ${String(parsed.formatVersion)}); open the library with that version.`,
      )
    return parsed.state === 'ok' ? parsed : { state: 'damaged', bytes }
  }

  private async mend(
    main: 'missing' | 'damaged',
    copy: 'ok' | 'missing' | 'damaged',
    data: T | null,
  ): Promise<void> {
    const what = main === 'missing' ? 'was missing' : 'was damaged'
    const kept: string[] = []
    const failed: string[] = []
    if (!this.library.readOnly) {
      this.trusted = false
      try {
        if (main === 'damaged') kept.push(await setAside(this.library, this.file))
        if (copy === 'damaged') kept.push(await setAside(this.library, this.copy))
        if (data !== null) await this.writeData(data)
      } catch (error) {
        // On a full disk the library opens all the same: what was read is in memory, and its copy was not touched.
        failed.push(asLibraryError(error, `writing ${this.name}`).message)
      }
    }
    const where = kept.length === 0 ? '' : `; the damaged file is kept as ${kept.join(' and ')}`
    const message = `${this.name} ${what}${this.outcome(copy, data)}${where}.`
    this.library.notice({ file: this.name, message: [message, ...failed].join(' ') })
  }

  private outcome(copy: 'ok' | 'missing' | 'damaged', data: T | null): string {
    if (data === null) return ` and no good copy of it was left: ${this.codec.lost}`
    if (copy !== 'ok')
      return ` and no good copy of it was left; what could be read of it was kept, and for the rest ${this.codec.lost}`
    if (this.codec.copies === 'mirror') return ' and was restored from its copy: nothing is lost'
    return this.codec.salvage
      ? ' and was put together from what could be read of it and from its copy: what is missing comes back with the next sync'
      : ' and was restored from its copy: only its very last change may be missing'
  }

  private async writeData(data: T): Promise<void> {
    const { disk } = this.library
    requireWritable(this.library, this.name)
    const mirrored = this.codec.copies === 'mirror'
    const bytes = encodeFile(this.codec, data)
    try {
      const backup = mirrored || !this.trusted ? {} : { backup: this.copy }
      await this.write(() => replaceFile(disk, this.file, bytes, backup))
      this.trusted = true
      if (mirrored) await this.write(() => replaceFile(disk, this.copy, bytes))
    } catch (error) {
      throw asLibraryError(error, `writing ${this.name}`)
    }
  }

  /** Once more when something that is no file lay in the way and could be set aside. */
  private async write(replace: () => Promise<void>): Promise<void> {
    try {
      await replace()
    } catch (error) {
      if (!IN_THE_WAY.has(diskCode(error)) || !(await this.clearTheWay())) throw error
      await replace()
    }
  }

  private async clearTheWay(): Promise<boolean> {
    const folder = path.dirname(this.file)
    const names = ['', '.tmp', '.bak', '.bak.tmp'].map((end) => path.basename(this.file) + end)
    const { folders } = await this.library.disk.entries(folder)
    const inTheWay = folders.filter((name) => names.includes(name))
    for (const name of inTheWay) {
      const kept = await setAside(this.library, path.join(folder, name))
      const message = `A folder lay where a copy of ${this.name} belongs; it is kept as ${kept}, and the copy was made again: nothing is lost.`
      this.library.notice({ file: this.name, message })
    }
    return inTheWay.length > 0
  }

  private get name(): string {
    return path.relative(this.library.folder, this.file).replaceAll('\\', '/')
  }
}
