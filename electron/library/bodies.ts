/**
 * The stored texts, one compressed file an article. Written by rename without fsync: a kill loses nothing, a power cut may
 * lose the last seconds, which the checksum shows and a start after such a cut looks for (see docs/storage.md).
 */
import * as path from 'node:path'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import type { ArticleId } from '../../contract/article-id'
import { parseArticleId } from '../../contract/article-id'
import { compressText } from './compress-text'
import { diskCode } from './disk'
import { checkOf, isObject, parseJson } from './file-text'
import { requireWritable } from './json-file'
import type { LibraryFiles } from './json-file'
import { asLibraryError } from './library-error'
import { LoopTurns } from './loop-turns'
import { setAside } from './set-aside'
import { isMediaName } from './media'
import type { BodyRecord } from './records'

const FOLDER = 'bodies'
const EXTENSION = '.body'
const HEAD = /^offprint-body 1 ([0-9a-f]{16}) (media=(\S*) related=(\S*))$/
const LINE_END = 10
const decompress = promisify(brotliDecompress)

// A body is at most what a feed may send, several times over; a damaged or forged file must not blow up the memory.
const DECOMPRESSION = { maxOutputLength: 256 * 1024 * 1024 }

/** What a stored body needs on this disk to be shown whole. */
export interface BodyReferences {
  readonly media: readonly string[]
  readonly related: readonly ArticleId[]
}

const NOTHING: BodyReferences = { media: [], related: [] }

export type BodyState = 'ok' | 'missing' | 'damaged'

export class Bodies {
  private readonly library: LibraryFiles
  private readonly folders = new Set<string>()
  private readonly turns = new LoopTurns()
  private counter = 0

  constructor(library: LibraryFiles) {
    this.library = library
  }

  /** Null when it is not here or damaged; the caller treats both as still to be fetched. */
  async read(articleId: ArticleId): Promise<BodyRecord | null> {
    let bytes: Buffer
    try {
      bytes = await this.library.disk.read(this.fileOf(articleId))
    } catch (error) {
      if (['EMFILE', 'ENFILE', ''].includes(diskCode(error))) throw error
      return null
    }
    const payload = wholePayload(bytes)
    if (payload === null) return null
    const record = parseJson(await decompress(payload, DECOMPRESSION))
    // Whole by its checksum: it is what `write` was given.
    return isObject(record) && record['articleId'] === articleId ? (record as unknown as BodyRecord) : null
  }

  /** Resolves when a kill can no longer lose it. Rejects with `LibraryError`. */
  async write(record: BodyRecord): Promise<void> {
    const { disk } = this.library
    requireWritable(this.library, 'the text')
    const file = this.fileOf(record.articleId)
    while (this.turns.isOver) await this.turns.next()
    const payload = await compressText(Buffer.from(JSON.stringify(record)))
    // Two writes of one article at once must not share a temporary file.
    const temporary = `${file}.${String(this.counter++)}.tmp`
    try {
      await this.makeFolder(path.dirname(file))
      await this.put(temporary, file, withHead(payload, record))
    } catch (error) {
      await disk.remove(temporary).catch(() => {
        // The first error is the one to tell; `doctor` removes what is left over.
      })
      throw asLibraryError(error, 'storing the text of an article')
    }
  }

  async remove(articleId: ArticleId): Promise<void> {
    await this.library.disk.remove(this.fileOf(articleId))
  }

  /** Moves a damaged text out of the way; nothing happens when it is not there. */
  async setAside(articleId: ArticleId): Promise<void> {
    const file = this.fileOf(articleId)
    if (this.library.disk.facts(file) !== null) await setAside(this.library, file)
  }

  /** Whether the body is here and whole, by its checksum. */
  async check(articleId: ArticleId): Promise<BodyState> {
    try {
      const bytes = await this.library.disk.read(this.fileOf(articleId))
      return wholePayload(bytes) === null ? 'damaged' : 'ok'
    } catch (error) {
      return diskCode(error) === 'ENOENT' ? 'missing' : 'damaged'
    }
  }

  /** What a body refers to, from its head alone; nothing when it cannot be read. */
  references(articleId: ArticleId): BodyReferences {
    try {
      // A head of 60 pictures is 5 KB; longer ones are read again, whole.
      const start = this.library.disk.readPartSync(this.fileOf(articleId), 0, 8192)
      return headOf(start) ?? headOf(this.library.disk.readSync(this.fileOf(articleId))) ?? NOTHING
    } catch (error) {
      if (['EMFILE', 'ENFILE', ''].includes(diskCode(error))) throw error
      return NOTHING
    }
  }

  /** All articles that have a body file. */
  async list(): Promise<ArticleId[]> {
    const { disk, folder } = this.library
    const found: ArticleId[] = []
    for (const part of await disk.list(path.join(folder, FOLDER)))
      for (const name of await disk.list(path.join(folder, FOLDER, part))) {
        const id = name.endsWith(EXTENSION) ? parseArticleId(name.slice(0, -EXTENSION.length)) : null
        if (id !== null) found.push(id)
      }
    return found
  }

  fileOf(articleId: ArticleId): string {
    return path.join(this.library.folder, FOLDER, articleId.slice(0, 2), articleId + EXTENSION)
  }

  private async put(temporary: string, file: string, bytes: Buffer): Promise<void> {
    const { disk } = this.library
    try {
      await disk.place(temporary, file, bytes)
    } catch (error) {
      if (!['EISDIR', 'ENOTEMPTY', 'EPERM'].includes(diskCode(error))) throw error
      // Something that is no file lies there.
      await setAside(this.library, file)
      await disk.place(temporary, file, bytes)
    }
  }

  private async makeFolder(folder: string): Promise<void> {
    if (this.folders.has(folder)) return
    await this.library.disk.makeFolder(folder)
    this.folders.add(folder)
  }
}

function withHead(payload: Buffer, record: BodyRecord): Buffer {
  const media = [...new Set(record.media.flatMap((image) => image.media ?? []))].filter(isMediaName)
  const related = [...new Set(record.related.flatMap((link) => link.articleId ?? []))]
  const references = `media=${media.join(',')} related=${related.join(',')}`
  const check = checkOfBody(references, payload)
  return Buffer.concat([Buffer.from(`offprint-body 1 ${check} ${references}\n`), payload])
}

function checkOfBody(references: string, payload: Buffer): string {
  return checkOf(Buffer.concat([Buffer.from(references + '\n'), payload]))
}

interface BodyHead extends BodyReferences {
  readonly check: string
  readonly checked: string
  readonly end: number
}

function headOf(bytes: Buffer): BodyHead | null {
  const end = bytes.indexOf(LINE_END)
  const match = end < 0 ? null : HEAD.exec(bytes.toString('latin1', 0, end))
  if (!match) return null
  const [, check = '', checked = '', media = '', related = ''] = match
  const names = (list: string): string[] => (list === '' ? [] : list.split(','))
  return {
    check,
    checked,
    end,
    media: names(media),
    related: names(related).flatMap((id) => parseArticleId(id) ?? []),
  }
}

function wholePayload(bytes: Buffer): Buffer | null {
  const head = headOf(bytes)
  if (head === null) return null
  const payload = bytes.subarray(head.end + 1)
  return checkOfBody(head.checked, payload) === head.check ? payload : null
}
