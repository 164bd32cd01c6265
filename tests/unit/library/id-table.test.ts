import { describe, expect, it } from 'vitest'
import { IdTable } from '../../../electron/library/id-table'
import { articleIdOf } from './sample-library'

describe('IdTable', () => {
  it('finds every name it was given and no other, also names that begin or end alike', () => {
    const table = new IdTable(4)
    const names = Array.from({ length: 3000 }, (_, at) =>
      at % 3 === 0
        ? articleIdOf(String(at))
        : `${'0'.repeat(12)}${at.toString(16).padStart(8, '0')}${'f'.repeat(12)}`,
    ).map((name) => name as ReturnType<typeof articleIdOf>)
    for (const name of names) {
      expect(table.find(name)).toBe(-1)
      table.add(Buffer.from(name, 'hex'))
    }
    for (const [row, name] of names.entries()) {
      expect(table.find(name)).toBe(row)
      expect(table.idOf(row)).toBe(name)
    }
    expect(table.find(articleIdOf('another'))).toBe(-1)
  })

  it('orders rows as their names are ordered', () => {
    const table = new IdTable()
    const [low, high] = ['0'.repeat(32), 'f'.repeat(32)].map((name) => table.add(Buffer.from(name, 'hex')))
    expect(table.compareRows(low!, high!)).toBeLessThan(0)
    expect(table.compareTo(high!, Buffer.from('8'.repeat(32), 'hex'))).toBeGreaterThan(0)
  })
})
