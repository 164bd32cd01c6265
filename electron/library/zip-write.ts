/** Writes a zip file as a stream of pieces, with zip64 where there are many or large files. Names are UTF-8; the format is PKWARE's APPNOTE 6.3. */
import { deflateRawSync } from 'node:zlib'
import { crc32 } from './crc32'

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const END_64 = 0x06064b50
const LOCATOR_64 = 0x07064b50
const STORED = 0
const DEFLATED = 8
const UTF8_NAMES = 0x0800
const VERSION = 20
const VERSION_64 = 45
const MOST_16 = 0xffff
const MOST_32 = 0xffffffff

interface ZipEntry {
  readonly name: Buffer
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
  /** MS-DOS time and date, each 16 bits. */
  readonly stamp: number
}

/** Turns files into the bytes of a zip, to be written in the order they are returned. */
export class ZipWriter {
  /** Bytes returned so far. */
  length = 0
  private readonly entries: ZipEntry[] = []
  private readonly stamp: number

  /** All files carry the same time. */
  constructor(now: Date) {
    this.stamp = dosTime(now)
  }

  /** `name` with forward slashes; `compress` for what is not compressed already. Files of 4 GB and more are refused. */
  file(name: string, bytes: Buffer, compress: boolean): Buffer {
    if (bytes.length >= MOST_32) throw new RangeError(`zip: ${name} is larger than 4 GB`)
    const data = compress ? deflateRawSync(bytes) : bytes
    const entry: ZipEntry = {
      name: Buffer.from(name),
      method: compress ? DEFLATED : STORED,
      crc: crc32(bytes),
      packed: data.length,
      size: bytes.length,
      offset: this.length,
      stamp: this.stamp,
    }
    this.entries.push(entry)
    return this.out([localHead(entry), data])
  }

  /** The directory at the end; nothing may follow. */
  end(): Buffer {
    const start = this.length
    const directory = Buffer.concat(this.entries.map(centralHead))
    const { length } = this.entries
    const large = length >= MOST_16 || start + directory.length >= MOST_32
    return this.out([
      directory,
      ...(large ? end64(length, directory.length, start) : []),
      end(length, directory.length, start),
    ])
  }

  private out(pieces: readonly Buffer[]): Buffer {
    const bytes = Buffer.concat(pieces)
    this.length += bytes.length
    return bytes
  }
}

function dosTime(at: Date): number {
  const time = (at.getHours() << 11) | (at.getMinutes() << 5) | (at.getSeconds() >> 1)
  const date = (Math.max(0, at.getFullYear() - 1980) << 9) | ((at.getMonth() + 1) << 5) | at.getDate()
  return ((date << 16) | time) >>> 0
}

function localHead({ name, method, crc, packed, size, stamp }: ZipEntry): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(LOCAL, 0)
  head.writeUInt16LE(VERSION, 4)
  head.writeUInt16LE(UTF8_NAMES, 6)
  head.writeUInt16LE(method, 8)
  head.writeUInt32LE(stamp, 10)
  head.writeUInt32LE(crc, 14)
  head.writeUInt32LE(packed, 18)
  head.writeUInt32LE(size, 22)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, name])
}

function centralHead({ name, method, crc, packed, size, offset, stamp }: ZipEntry): Buffer {
  const far = offset >= MOST_32
  const head = Buffer.alloc(46)
  head.writeUInt32LE(CENTRAL, 0)
  head.writeUInt16LE(far ? VERSION_64 : VERSION, 4)
  head.writeUInt16LE(far ? VERSION_64 : VERSION, 6)
  head.writeUInt16LE(UTF8_NAMES, 8)
  head.writeUInt16LE(method, 10)
  head.writeUInt32LE(stamp, 12)
  head.writeUInt32LE(crc, 16)
  head.writeUInt32LE(packed, 20)
  head.writeUInt32LE(size, 24)
  head.writeUInt16LE(name.length, 28)
  head.writeUInt16LE(far ? 12 : 0, 30)
  head.writeUInt32LE(far ? MOST_32 : offset, 42)
  if (!far) return Buffer.concat([head, name])
  const extra = Buffer.alloc(12)
  extra.writeUInt16LE(1, 0)
  extra.writeUInt16LE(8, 2)
  extra.writeBigUInt64LE(BigInt(offset), 4)
  return Buffer.concat([head, name, extra])
}

function end64(entries: number, size: number, start: number): Buffer[] {
  const record = Buffer.alloc(56)
  record.writeUInt32LE(END_64, 0)
  record.writeBigUInt64LE(44n, 4)
  record.writeUInt16LE(VERSION_64, 12)
  record.writeUInt16LE(VERSION_64, 14)
  record.writeBigUInt64LE(BigInt(entries), 24)
  record.writeBigUInt64LE(BigInt(entries), 32)
  record.writeBigUInt64LE(BigInt(size), 40)
  record.writeBigUInt64LE(BigInt(start), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(LOCATOR_64, 0)
  locator.writeBigUInt64LE(BigInt(start + size), 8)
  locator.writeUInt32LE(1, 16)
  return [record, locator]
}

function end(entries: number, size: number, start: number): Buffer {
  const record = Buffer.alloc(22)
  record.writeUInt32LE(END, 0)
  record.writeUInt16LE(Math.min(entries, MOST_16), 8)
  record.writeUInt16LE(Math.min(entries, MOST_16), 10)
  record.writeUInt32LE(Math.min(size, MOST_32), 12)
  record.writeUInt32LE(Math.min(start, MOST_32), 16)
  return record
}
