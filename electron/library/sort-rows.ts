/** Sorts rows by time: a hundred thousand in a few milliseconds, because numbers are sorted instead of compared one by one. */

export interface RowOrder {
  /** Milliseconds since 1970. */
  timeOf(row: number): number
  compare(a: number, b: number): number
}

const FEW = 500
// A key holds seconds above and the row below: 33 + 20 bits are what a double counts exactly.
const ROWS = 2 ** 20
const LAST_SECOND = 2 ** 33

/** Sorts in place, oldest first. */
export function sortRows(rows: Uint32Array, order: RowOrder): void {
  const keys = rows.length > FEW ? keysOf(rows, order) : null
  if (keys === null) {
    rows.sort((a, b) => order.compare(a, b))
    return
  }
  keys.sort()
  for (const [at, key] of keys.entries()) rows[at] = key % ROWS
  sortWithinSeconds(rows, keys, order)
}

/** Null when a row or a time does not fit into a key. */
function keysOf(rows: Uint32Array, order: RowOrder): Float64Array | null {
  const keys = new Float64Array(rows.length)
  for (const [at, row] of rows.entries()) {
    const second = Math.floor(order.timeOf(row) / 1000)
    if (row >= ROWS || second < 0 || second >= LAST_SECOND) return null
    keys[at] = second * ROWS + row
  }
  return keys
}

function sortWithinSeconds(rows: Uint32Array, keys: Float64Array, order: RowOrder): void {
  const secondAt = (at: number): number => Math.floor((keys[at] ?? Infinity) / ROWS)
  for (let start = 0; start < rows.length;) {
    let end = start + 1
    while (secondAt(end) === secondAt(start)) end++
    if (end - start > 1) rows.subarray(start, end).sort((a, b) => order.compare(a, b))
    start = end
  }
}
