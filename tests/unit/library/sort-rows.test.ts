import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { sortRows } from '../../../electron/library/sort-rows'

describe('sortRows', () => {
  it('sorts many rows as comparing each with each does, whatever their times', () => {
    const time = fc.oneof(
      fc.integer({ min: 0, max: 5000 }),
      fc.integer({ min: 0, max: 2_000_000_000_000 }),
      fc.constant(8_640_000_000_000_000),
    )
    fc.assert(
      fc.property(fc.array(time, { minLength: 501, maxLength: 900 }), (times) => {
        const timeOf = (row: number): number => times[row] ?? 0
        const compare = (a: number, b: number): number => timeOf(a) - timeOf(b) || b - a
        const rows = Uint32Array.from(times.keys())
        const expected = [...rows].sort(compare)
        sortRows(rows, { timeOf, compare })
        expect([...rows]).toEqual(expected)
      }),
      { numRuns: 30 },
    )
  })
})
