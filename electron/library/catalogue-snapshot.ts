/**
 * The catalogue of the last run in one derived file, so that a start reads the files of those feeds only that changed since. A feed's rows
 * are taken from it when its files are the very ones that they were made from; the file may be lost, old or damaged without harm.
 */
import { endianness } from 'node:os'
import * as path from 'node:path'
import type { CatalogueColumns } from './catalogue'
import { diskCode } from './disk'
import { feedFileName } from './feed-file-name'
import { checkOf, isObject, LIBRARY_FORMAT, parseJson } from './file-text'
import type { FileStamp } from './file-stamps'
import type { LibraryFiles } from './json-file'
import type { LibraryParts } from './library-parts'

const FILE = ['index', 'catalogue.bin']
/** Raised when the columns or what they mean change. */
const VERSION = 1
const ID_BYTES = 16
const LINE_END = 10

/** A feed and the stamps of its files: articles, statuses and the mirror of these. */
type StampedFeed = readonly [feedId: string, ...stamps: FileStamp[]]

interface Snapshot {
  readonly feeds: readonly StampedFeed[]
  readonly columns: CatalogueColumns
}

type Adopting = Pick<LibraryParts, 'files' | 'feeds' | 'catalogue' | 'articles' | 'stamps'>

/** Fills the empty catalogue as far as it can and returns the feeds whose files need not be read. */
export function adoptSnapshot({ files, feeds, catalogue, articles, stamps }: Adopting): ReadonlySet<string> {
  const snapshot = read(files)
  if (snapshot === null) return new Set()
  const unchanged = snapshot.feeds.map(([feedId, ...known]) => {
    if (feeds.get(feedId) === null) return null
    const names = filesOf(files, feedId)
    const now = names.map((name) => stamps.now(name))
    if (now.some((stamp, at) => stamp !== known[at])) return null
    for (const [at, name] of names.entries()) stamps.begin(name, now[at] ?? '')
    return feedId
  })
  catalogue.adopt(snapshot.columns, unchanged)
  const adopted = new Set(unchanged.filter((feedId) => feedId !== null))
  for (const feedId of adopted) articles.adopt(feedId)
  return adopted
}

/** Never rejects: without the file, or with an older one, the next start reads more. */
export async function keepSnapshot(parts: LibraryParts): Promise<void> {
  const { files, feeds, articles, statuses, stamps, catalogue } = parts
  if (files.readOnly || files.fence.closed || !stamps.changed) return
  const whole = feeds
    .all()
    .map(({ feedId }) => feedId)
    .filter((feedId) => articles.isWhole(feedId) && !statuses.waits(feedId))
  const stamped = whole.map((feedId): StampedFeed => [
    feedId,
    ...filesOf(files, feedId).map((name) => stamps.of(name)),
  ])
  const file = path.join(files.folder, ...FILE)
  const temporary = `${file}.tmp`
  try {
    await files.disk.makeFolder(path.dirname(file))
    await files.disk.write(temporary, encode({ feeds: stamped, columns: catalogue.columnsOf(whole) }), false)
    await files.disk.rename(temporary, file)
  } catch (error) {
    // A full or failing disk is told by what the reader would miss, which this is not.
    if (diskCode(error) === '') throw error
  }
}

function filesOf({ folder }: LibraryFiles, feedId: string): string[] {
  const name = `${feedFileName(feedId)}.json`
  return [
    path.join(folder, 'articles', name),
    path.join(folder, 'statuses', name),
    path.join(folder, 'statuses', `${name}.bak`),
  ]
}

function encode({ feeds, columns }: Snapshot): Buffer {
  const { ids, times, changes, feeds: owners, flags, offsets, lengths } = columns
  const data = Buffer.concat([
    ids,
    ...[times, changes, owners, flags, offsets, lengths].map(({ buffer, byteOffset, byteLength }) =>
      Buffer.from(buffer, byteOffset, byteLength),
    ),
  ])
  const facts = JSON.stringify({ rows: owners.length, feeds })
  const head = { ...kindOfFile(), check: checkOf(facts + checkOf(data)) }
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n${facts}\n`), data])
}

/** Of another version, machine or format the bytes mean something else. */
function kindOfFile(): Readonly<Record<string, unknown>> {
  return { catalogue: VERSION, format: LIBRARY_FORMAT, order: endianness() }
}

function read({ disk, folder }: LibraryFiles): Snapshot | null {
  try {
    return decode(disk.readSync(path.join(folder, ...FILE)))
  } catch (error) {
    if (diskCode(error) === '') throw error
    return null
  }
}

function decode(bytes: Buffer): Snapshot | null {
  const headEnd = bytes.indexOf(LINE_END)
  const factsEnd = bytes.indexOf(LINE_END, headEnd + 1)
  if (headEnd < 0 || factsEnd < 0) return null
  const head = parseJson(bytes.toString('utf8', 0, headEnd))
  const facts = bytes.toString('utf8', headEnd + 1, factsEnd)
  const data = bytes.subarray(factsEnd + 1)
  const kind = Object.entries(kindOfFile())
  if (!isObject(head) || kind.some(([name, value]) => head[name] !== value)) return null
  if (head['check'] !== checkOf(facts + checkOf(data))) return null
  // Whole by its checksum: what follows is as it was written.
  const { rows, feeds } = JSON.parse(facts) as { rows: number; feeds: StampedFeed[] }
  return { feeds, columns: columnsFrom(data, rows) }
}

function columnsFrom(data: Buffer, rows: number): CatalogueColumns {
  let at = rows * ID_BYTES
  // A copy each: a column of numbers must begin at a multiple of their size.
  const next = (bytesEach: number): ArrayBuffer => {
    const copy = new Uint8Array(data.subarray(at, (at += rows * bytesEach))).slice().buffer
    return copy
  }
  return {
    ids: data.subarray(0, rows * ID_BYTES),
    times: new Float64Array(next(8)),
    changes: new Float64Array(next(8)),
    feeds: new Uint32Array(next(4)),
    flags: new Uint16Array(next(2)),
    offsets: new Uint32Array(next(4)),
    lengths: new Uint32Array(next(4)),
  }
}
