/** The articles of one feed as a lowdb file of lines; knows where in the file each line lies, so that one can be read alone. */
import type { ArticleRecord } from './records'
import type { FileCodec } from './file-text'
import { fileHead, isObject, parseJson } from './file-text'
import { decodeLine, encodeLine, isWholeLine, placeLine } from './article-line'
import type { PlacedLine } from './article-line'

export interface ArticleLines {
  readonly feedId: string
  /** Article name -> its line. */
  readonly lines: Map<string, Buffer>
}

const KIND = 'articles'
const LINE_END = 10
const COMMA = 44
const BETWEEN = Buffer.from(',\n')
const END = Buffer.from('\n]}')
const HEAD_BYTES = fileHead(KIND, Buffer.alloc(0)).length + 1

function firstLine(feedId: string): Buffer {
  return Buffer.from(`{"feedId":${JSON.stringify(feedId)},"articles":[\n`)
}

/** Calls `visit` with every article line and its offset in `data`. */
function eachLine(data: Buffer, visit: (line: Buffer, offset: number) => void): void {
  for (let start = data.indexOf(LINE_END) + 1; start > 0 && start < data.length;) {
    const next = data.indexOf(LINE_END, start)
    const end = next < 0 ? data.length : next
    const trimmed = data[end - 1] === COMMA ? end - 1 : end
    if (data[start] === 91) visit(data.subarray(start, trimmed), start)
    start = end + 1
  }
}

function idOf(line: Buffer): string {
  return line.toString('latin1', 13, 45)
}

export function articleCodec(
  feedId: string,
  onEncode: (placed: readonly PlacedLine[]) => void,
): FileCodec<ArticleLines> {
  return {
    kind: KIND,
    copies: 'previous',
    lost: 'the articles come back with the next sync as far as their feed still has them, with their marks and highlights',
    empty: () => ({ feedId, lines: new Map() }),
    encode: (value) => {
      const lines = [...value.lines.values()]
      onEncode(placeLines(feedId, lines))
      const parts: Buffer[] = [firstLine(feedId)]
      for (const [at, line] of lines.entries()) parts.push(...(at > 0 ? [BETWEEN, line] : [line]))
      return Buffer.concat([...parts, END])
    },
    decode: (data) => {
      const lines = new Map<string, Buffer>()
      eachLine(data, (line) => lines.set(idOf(line), line))
      return { feedId, lines }
    },
    salvage: (damaged, copy) => {
      const lines = new Map(copy?.lines)
      eachLine(damaged, (line) => {
        if (isWholeLine(line)) lines.set(idOf(line), line)
      })
      return lines.size === 0 && copy === null ? null : { feedId, lines }
    },
  }
}

function placeLines(feedId: string, lines: readonly Buffer[]): PlacedLine[] {
  const placed: PlacedLine[] = []
  let offset = HEAD_BYTES + firstLine(feedId).length
  for (const line of lines) {
    const place = placeLine(line, offset)
    if (place) placed.push(place)
    offset += line.length + BETWEEN.length
  }
  return placed
}

/** The places of all lines of a feed's data, as `parseFile` hands it out. */
export function placedLines(data: Buffer): PlacedLine[] {
  const placed: PlacedLine[] = []
  eachLine(data, (line, offset) => {
    const place = placeLine(line, offset + HEAD_BYTES)
    if (place) placed.push(place)
  })
  return placed
}

/** Whose articles a file holds; null when even its first line is damaged. */
export function feedIdOf(data: Buffer): string | null {
  const value = parseJson(data.toString('utf8', 0, Math.max(0, data.indexOf(LINE_END))) + ']}')
  return isObject(value) && typeof value['feedId'] === 'string' ? value['feedId'] : null
}

export function setRecords(file: ArticleLines, records: readonly ArticleRecord[]): void {
  for (const record of records) file.lines.set(record.articleId, encodeLine(record))
}

export function recordsOf(file: ArticleLines): ArticleRecord[] {
  return [...file.lines.values()].flatMap((line) => decodeLine(line, file.feedId) ?? [])
}

/** Finds one article's whole line in a file's bytes, damaged or not. */
export function findRecord(bytes: Buffer, articleId: string, feedId: string): ArticleRecord | null {
  let found: ArticleRecord | null = null
  eachLine(bytes, (line) => {
    if (idOf(line) === articleId) found ??= decodeLine(line, feedId)
  })
  return found
}
