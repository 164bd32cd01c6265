/**
 * The text of every JSON file of the library: one line of head with format, kind and a checksum, then the data, then the
 * closing brace. It is plain JSON for any other program, and a flipped bit or a cut end never passes for data.
 */
import { createHash } from 'node:crypto'

/** The library's format; a number is added only together with a migration. */
export const LIBRARY_FORMAT = 1

const HEAD = /^\{"formatVersion":(\d{1,9}),"kind":"([a-z-]{1,40})","check":"([0-9a-f]{16})","data":$/
const LONGEST_HEAD = 160
const TAIL = Buffer.from('\n}\n')

/** How one kind of file is written and read. `decode` gets the data's bytes and answers null when their shape is wrong. */
export interface FileCodec<T> {
  readonly kind: string
  /**
   * mirror: the copy holds the same as the file, so that losing either loses nothing. previous: the copy is what the file
   * held before its last change, which costs no second write.
   */
  readonly copies: 'mirror' | 'previous'
  /** What it means for the reader that file and copy are gone: "all settings have their first values". */
  readonly lost: string
  readonly empty: () => T
  readonly encode: (data: T) => string | Buffer
  readonly decode: (data: Buffer) => T | null
  /** What can still be read of damaged bytes, laid over the copy (null when that is lost too). */
  readonly salvage?: (damaged: Buffer, copy: T | null) => T | null
  /** Accept a file whose checksum is wrong but whose data is of the right shape: people edit it by hand. */
  readonly editable?: boolean
  /** Of an editable file with a wrong checksum: false for data that no hand would write, so that the copy is taken. */
  readonly isEdit?: (data: unknown) => boolean
}

export type ParsedFile<T> =
  /** edited: not as we wrote it, but of a shape that a hand may have given it. */
  | { readonly state: 'ok'; readonly data: T; readonly edited: boolean }
  | { readonly state: 'damaged' }
  | { readonly state: 'newer'; readonly formatVersion: number }

export function checkOf(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex').slice(0, 16)
}

/** The head line, without its line end; the data starts one byte after it. */
export function fileHead(kind: string, data: Uint8Array): string {
  return `{"formatVersion":${String(LIBRARY_FORMAT)},"kind":"${kind}","check":"${checkOf(data)}","data":`
}

export function encodeFile<T>(codec: FileCodec<T>, value: T): Buffer {
  const encoded = codec.encode(value)
  const data = typeof encoded === 'string' ? Buffer.from(encoded) : encoded
  return Buffer.concat([Buffer.from(fileHead(codec.kind, data) + '\n'), data, TAIL])
}

/** Where the data of a file lies; null when the bytes do not start with a head. Its checksum is not looked at. */
export function fileParts(bytes: Buffer): {
  readonly formatVersion: number
  readonly kind: string
  readonly check: string
  readonly data: Buffer
} | null {
  const end = bytes.subarray(0, LONGEST_HEAD).indexOf(10)
  if (end < 0) return null
  const match = HEAD.exec(bytes.toString('latin1', 0, end))
  if (!match) return null
  const [, formatVersion = '', kind = '', check = ''] = match
  return { formatVersion: Number(formatVersion), kind, check, data: bytes.subarray(end + 1, -TAIL.length) }
}

export function parseFile<T>(codec: FileCodec<T>, bytes: Buffer): ParsedFile<T> {
  const parts = fileParts(bytes)
  if (parts?.kind !== codec.kind) return codec.editable ? parseEdited(codec, bytes) : { state: 'damaged' }
  if (parts.formatVersion > LIBRARY_FORMAT) return { state: 'newer', formatVersion: parts.formatVersion }
  const data = wholeData(bytes, codec.kind, codec.decode)
  if (data === null) return codec.editable ? parseEdited(codec, bytes) : { state: 'damaged' }
  return { state: 'ok', data, edited: false }
}

/** What `decode` makes of the data of a whole file of this kind and format; null for any other bytes. */
export function wholeData<R>(bytes: Buffer, kind: string, decode: (data: Buffer) => R | null): R | null {
  const parts = fileParts(bytes)
  if (parts?.kind !== kind || parts.formatVersion > LIBRARY_FORMAT) return null
  const whole = bytes.subarray(-TAIL.length).equals(TAIL) && checkOf(parts.data) === parts.check
  return whole ? decode(parts.data) : null
}

function parseEdited<T>(codec: FileCodec<T>, bytes: Buffer): ParsedFile<T> {
  const file = parseJson(bytes)
  if (!isObject(file) || file['kind'] !== codec.kind) return { state: 'damaged' }
  const { formatVersion } = file
  if (typeof formatVersion === 'number' && formatVersion > LIBRARY_FORMAT)
    return { state: 'newer', formatVersion }
  if (codec.isEdit && !codec.isEdit(file['data'])) return { state: 'damaged' }
  const data = codec.decode(Buffer.from(JSON.stringify(file['data'] ?? null)))
  return data === null ? { state: 'damaged' } : { state: 'ok', data, edited: true }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value, or undefined when the bytes are not JSON. */
export function parseJson(bytes: Buffer | string): unknown {
  try {
    return JSON.parse(bytes.toString())
  } catch {
    // Damage is an answer here, not an error: the caller turns to the copy.
    return undefined
  }
}
