/** Reads the zip files that `zip-write.ts` makes, and ordinary ones; checks every file's checksum. Anything odd is refused, not guessed at. */
import { inflateRawSync } from 'node:zlib'
import { crc32 } from './crc32'
import { LibraryError } from './library-error'

/** Reads `length` bytes at `offset` of the zip, fewer at its end. */
export type ReadAt = (offset: number, length: number) => Buffer

export interface ZippedFile {
  /** As written in the zip: the caller checks it before it becomes a path. */
  readonly name: string
  readonly size: number
  readonly packed: number
  readonly method: number
  readonly crc: number
  readonly offset: number
}

const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const END = 0x06054b50
const LOCATOR_64 = 0x07064b50
const END_BYTES = 22
const LONGEST_COMMENT = 0xffff
const MOST_32 = 0xffffffff

function bad(why: string): LibraryError {
  return new LibraryError('bad_backup', `The backup cannot be read: ${why}. Nothing was changed.`)
}

/** The files of a zip of `length` bytes. Throws `LibraryError` `bad_backup`. */
export function zippedFiles(readAt: ReadAt, length: number): readonly ZippedFile[] {
  const { entries, size, start } = directoryOf(readAt, length)
  const directory = readAt(start, size)
  const files: ZippedFile[] = []
  let at = 0
  while (files.length < entries) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== CENTRAL)
      throw bad('its directory is damaged')
    const name = directory.readUInt16LE(at + 28)
    const extra = directory.readUInt16LE(at + 30)
    const comment = directory.readUInt16LE(at + 32)
    const offset = directory.readUInt32LE(at + 42)
    files.push({
      name: directory.toString('utf8', at + 46, at + 46 + name),
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      packed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      offset:
        offset < MOST_32 ? offset : farOffset(directory.subarray(at + 46 + name, at + 46 + name + extra)),
    })
    at += 46 + name + extra + comment
  }
  return files
}

/** A file's bytes. Throws `LibraryError` `bad_backup` when they are not those that were packed. */
export function unzip(readAt: ReadAt, file: ZippedFile): Buffer {
  const head = readAt(file.offset, 30)
  if (head.length < 30 || head.readUInt32LE(0) !== LOCAL) throw bad(`${file.name} is damaged`)
  const data = readAt(file.offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28), file.packed)
  const bytes = file.method === 0 ? data : inflate(data, file)
  if (bytes.length !== file.size || crc32(bytes) !== file.crc) throw bad(`${file.name} is damaged`)
  return bytes
}

function inflate(data: Buffer, file: ZippedFile): Buffer {
  if (file.method !== 8) throw bad(`${file.name} is packed in a way we do not know`)
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, file.size) })
  } catch {
    // zlib's own words would tell the reader nothing more.
    throw bad(`${file.name} is damaged`)
  }
}

function farOffset(extra: Buffer): number {
  if (extra.length < 12 || extra.readUInt16LE(0) !== 1) throw bad('its directory is damaged')
  return Number(extra.readBigUInt64LE(4))
}

function directoryOf(
  readAt: ReadAt,
  length: number,
): { readonly entries: number; readonly size: number; readonly start: number } {
  const tailStart = Math.max(0, length - END_BYTES - LONGEST_COMMENT)
  const tail = readAt(tailStart, length - tailStart)
  let at = tail.length - END_BYTES
  while (at >= 0 && tail.readUInt32LE(at) !== END) at--
  if (at < 0) throw bad('it is no zip file, or its end is missing')
  const far = at >= 20 && tail.readUInt32LE(at - 20) === LOCATOR_64
  const found = far
    ? directory64(readAt(Number(tail.readBigUInt64LE(at - 12)), 56))
    : {
        entries: tail.readUInt16LE(at + 10),
        size: tail.readUInt32LE(at + 12),
        start: tail.readUInt32LE(at + 16),
      }
  if (found.start + found.size > length) throw bad('its directory is damaged')
  return found
}

function directory64(record: Buffer): { entries: number; size: number; start: number } {
  if (record.length < 56) throw bad('its directory is damaged')
  return {
    entries: Number(record.readBigUInt64LE(32)),
    size: Number(record.readBigUInt64LE(40)),
    start: Number(record.readBigUInt64LE(48)),
  }
}
