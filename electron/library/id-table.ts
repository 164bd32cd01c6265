/** Article names to row numbers without a string each: at 100,000 articles two megabytes instead of ten, and no garbage. */
import type { ArticleId } from '../../contract/article-id'

export const ID_BYTES = 16
const EMPTY = 0

/** Rows are numbered 0, 1, 2 ... in the order they are added; removing is done by building a new table. */
export class IdTable {
  size = 0
  private ids: Buffer
  /** Row number plus one at the place the name hashes to; 0 is free. */
  private places: Uint32Array

  constructor(capacity = 1024) {
    this.ids = Buffer.alloc(capacity * ID_BYTES)
    this.places = new Uint32Array(placesFor(capacity))
  }

  /** Row of the name, -1 when it is not there. */
  find(id: ArticleId): number {
    return this.findBytes(Buffer.from(id, 'hex'))
  }

  findBytes(id: Buffer): number {
    for (let place = this.home(id, 0); ; place = (place + 1) & (this.places.length - 1)) {
      const taken = this.places[place] ?? EMPTY
      if (taken === EMPTY) return -1
      if (this.isAt(taken - 1, id)) return taken - 1
    }
  }

  /** Adds a name that is not there and returns its row. */
  add(id: Buffer): number {
    if ((this.size + 1) * ID_BYTES > this.ids.length) this.grow()
    const row = this.size++
    id.copy(this.ids, row * ID_BYTES, 0, ID_BYTES)
    this.place(row)
    return row
  }

  /** Fills an empty table with different names, which lie one after the other. */
  fill(names: Buffer): void {
    this.size = names.length / ID_BYTES
    const capacity = Math.max(this.size, this.ids.length / ID_BYTES)
    this.ids = Buffer.alloc(capacity * ID_BYTES)
    names.copy(this.ids)
    this.places = new Uint32Array(placesFor(capacity))
    for (let row = 0; row < this.size; row++) this.place(row)
  }

  /** The names of these rows, one after the other. */
  bytesOf(rows: Uint32Array): Buffer {
    const bytes = Buffer.allocUnsafe(rows.length * ID_BYTES)
    for (const [at, row] of rows.entries())
      this.ids.copy(bytes, at * ID_BYTES, row * ID_BYTES, (row + 1) * ID_BYTES)
    return bytes
  }

  idOf(row: number): ArticleId {
    return this.ids.toString('hex', row * ID_BYTES, (row + 1) * ID_BYTES) as ArticleId
  }

  /** Negative when the first row's name comes before the second's. */
  compareRows(a: number, b: number): number {
    return this.ids.compare(this.ids, b * ID_BYTES, (b + 1) * ID_BYTES, a * ID_BYTES, (a + 1) * ID_BYTES)
  }

  compareTo(row: number, id: Buffer): number {
    return this.ids.compare(id, 0, ID_BYTES, row * ID_BYTES, (row + 1) * ID_BYTES)
  }

  /** Word by word: a call into the runtime for each comparison was a tenth of the time that opening a library takes. */
  private isAt(row: number, id: Buffer): boolean {
    for (let at = 0; at < ID_BYTES; at += 4)
      if (this.ids.readUInt32LE(row * ID_BYTES + at) !== id.readUInt32LE(at)) return false
    return true
  }

  private grow(): void {
    const larger = Buffer.alloc(this.ids.length * 2)
    this.ids.copy(larger)
    this.ids = larger
    this.places = new Uint32Array(placesFor(larger.length / ID_BYTES))
    for (let row = 0; row < this.size; row++) this.place(row)
  }

  private place(row: number): void {
    let place = this.home(this.ids, row * ID_BYTES)
    while ((this.places[place] ?? EMPTY) !== EMPTY) place = (place + 1) & (this.places.length - 1)
    this.places[place] = row + 1
  }

  // Names are digests already; the mixing is for names that were made otherwise (imports, tests) and begin alike.
  private home(bytes: Buffer, offset: number): number {
    const mixed = Math.imul(
      bytes.readUInt32LE(offset) ^ Math.imul(bytes.readUInt32LE(offset + 12), 0x9e3779b1),
      0x85ebca6b,
    )
    return (mixed ^ (mixed >>> 15)) & (this.places.length - 1)
  }
}

function placesFor(capacity: number): number {
  let places = 16
  while (places < capacity * 2) places *= 2
  return places
}
