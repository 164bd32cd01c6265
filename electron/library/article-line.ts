/**
 * One article as one line of its feed's file: `["crc","id",time,marks,{record}]`. The fixed start lets a library open by
 * scanning bytes, without parsing a single record; the checksum lets one line be read alone and saved from a damaged file.
 */
import type { ArticleId } from '../../contract/article-id'
import type { ArticleRecord } from './records'
import { crc32Hex } from './crc32'
import { isObject, parseJson } from './file-text'
import { isReady } from './is-ready'

export const MARK_READY = 1
export const MARK_RELATED = 2

// Byte positions in a line.
const CRC_AT = 2
const CHECKED_AT = 12
const ID_AT = 13
const ID_LENGTH = 32
const TIME_AT = ID_AT + ID_LENGTH + 2
const QUOTE = 34
const COMMA = 44
const ZERO = 48
const NINE = 57

// A feed with a wrong clock or a wish for attention dates its articles into the future; they must not stay on top for ever.
const FUTURE_MS = 24 * 60 * 60 * 1000

/** What the catalogue needs of a line. */
export interface PlacedLine {
  /** 16 bytes. */
  readonly id: Buffer
  /** Milliseconds since 1970; the list's order. */
  readonly time: number
  readonly marks: number
  /** Its place in the file, in bytes. */
  readonly offset: number
  readonly length: number
}

/** Fields that are usually empty are left out of the file: at 100,000 articles this is a third of it. */
const DEFAULTS = {
  guid: null,
  url: null,
  author: null,
  published: null,
  updated: null,
  excerpt: '',
  categories: [],
  enclosures: [],
  thumbnail: null,
  commentsUrl: null,
  commentsFeedUrl: null,
  commentCount: null,
  language: null,
  words: 0,
  pending: false,
  missing: [],
} as const satisfies Partial<ArticleRecord>

export function sortTime(record: ArticleRecord): number {
  const arrived = Date.parse(record.arrived)
  const published = record.published === null ? NaN : Date.parse(record.published)
  if (Number.isNaN(arrived)) return Number.isNaN(published) || published < 0 ? 0 : published
  return Number.isNaN(published) || published < 0 || published > arrived + FUTURE_MS ? arrived : published
}

export function encodeLine(record: ArticleRecord): Buffer {
  const stored: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(record)) if (isStored(key, value)) stored[key] = value
  const marks = (isReady(record) ? MARK_READY : 0) | (record.kind === 'related' ? MARK_RELATED : 0)
  const json = JSON.stringify(stored)
  const checked = Buffer.from(`"${record.articleId}",${String(sortTime(record))},${String(marks)},${json}]`)
  return Buffer.concat([Buffer.from(`["${crc32Hex(checked)}",`), checked])
}

function isStored(key: string, value: unknown): boolean {
  if (key === 'articleId' || key === 'feedId') return false
  if (!(key in DEFAULTS)) return true
  const usual = DEFAULTS[key as keyof typeof DEFAULTS]
  return Array.isArray(usual) ? !Array.isArray(value) || value.length > 0 : value !== usual
}

/** Reads the fixed start of a line that lies at `offset`; null when it is not a line. The checksum is not looked at. */
export function placeLine(line: Buffer, offset: number): PlacedLine | null {
  if (line[ID_AT - 1] !== QUOTE || line[ID_AT + ID_LENGTH] !== QUOTE) return null
  const id = Buffer.from(line.toString('latin1', ID_AT, ID_AT + ID_LENGTH), 'hex')
  const time = digits(line, TIME_AT)
  const marks = digits(line, time.end + 1)
  if (id.length !== ID_LENGTH / 2 || line[time.end] !== COMMA || line[marks.end] !== COMMA) return null
  return { id, time: time.value, marks: marks.value, offset, length: line.length }
}

function digits(line: Buffer, start: number): { readonly value: number; readonly end: number } {
  let value = 0
  let end = start
  for (; ; end++) {
    const byte = line[end]
    if (byte === undefined || byte < ZERO || byte > NINE) break
    value = value * 10 + (byte - ZERO)
  }
  return { value, end }
}

/** Whether the line is as it was written. */
export function isWholeLine(line: Buffer): boolean {
  return (
    line.length > TIME_AT &&
    line.toString('latin1', CRC_AT, CRC_AT + 8) === crc32Hex(line.subarray(CHECKED_AT))
  )
}

/** The record of a whole line; null when the line is damaged. */
export function decodeLine(line: Buffer, feedId: string): ArticleRecord | null {
  if (!isWholeLine(line)) return null
  const value = parseJson(line)
  const stored: unknown = Array.isArray(value) ? value[4] : undefined
  if (!isObject(stored) || typeof stored['title'] !== 'string') return null
  const articleId = line.toString('latin1', ID_AT, ID_AT + ID_LENGTH) as ArticleId
  // Whole by its checksum: these are the very fields that `encodeLine` was given.
  return { ...DEFAULTS, ...stored, articleId, feedId } as unknown as ArticleRecord
}
