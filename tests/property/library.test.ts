import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { readSegment, journalLine } from '../../electron/library/journal'
import {
  LibraryModel,
  MODEL_FEEDS,
  disagreements,
  operationAt,
  perform,
  stateOf,
} from '../unit/library/library-model'
import { hastyDisk, openLibrary, removeFolder, temporaryFolder } from '../unit/library/sample-library'

describe('the library', () => {
  it('is what a plain model says after any operations, before and after it is opened again', async () => {
    const run = fc.asyncProperty(
      fc.integer({ min: 1, max: 1e6 }),
      fc.integer({ min: 5, max: 40 }),
      async (seed, length) => {
        const folder = await temporaryFolder()
        try {
          const model = new LibraryModel()
          let library = await openLibrary(folder, { disk: hastyDisk })
          for (let at = 0; at < length; at++) {
            const operation = operationAt(seed, at)
            await perform(library, operation)
            model.apply(operation)
            if (at % 13 !== 12) continue
            await library.close()
            library = await openLibrary(folder, { disk: hastyDisk })
          }
          expect(stateOf(library)).toEqual(model.state())
          expect(disagreements(library)).toEqual([])
          await library.close()
          library = await openLibrary(folder, { disk: hastyDisk })
          expect(stateOf(library)).toEqual(model.state())
          expect(disagreements(library)).toEqual([])
          expect((await library.upkeep.doctor({ repair: false })).problems).toEqual([])
          await library.close()
        } finally {
          await removeFolder(folder)
        }
      },
    )
    await fc.assert(run, { numRuns: 4 })
  }, 60_000)

  it('reads every whole line of a journal that was cut or flipped anywhere, and never makes one up', () => {
    const entry = fc.record({
      kind: fc.constant('status'),
      at: fc.nat(),
      note: fc.string({ unit: 'grapheme' }),
    })
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), fc.nat(), fc.nat(255), (entries, place, flip) => {
        const bytes = Buffer.concat(entries.map(journalLine))
        expect(readSegment(bytes).entries).toEqual(entries)
        const known = entries.map((one) => JSON.stringify(one))
        const cut = readSegment(bytes.subarray(0, place % (bytes.length + 1)))
        expect(cut.entries).toEqual(entries.slice(0, cut.entries.length))
        expect(cut.skipped).toBe(0)
        const flipped = Buffer.from(bytes)
        if (bytes.length > 0) flipped[place % bytes.length] = (flipped[place % bytes.length] ?? 0) ^ flip
        const read = readSegment(flipped).entries.map((one) => JSON.stringify(one))
        expect(read.length).toBeGreaterThanOrEqual(entries.length - 2)
        for (const one of read) expect(known).toContain(one)
      }),
    )
  })

  it('has operations of every kind for its model', () => {
    const kinds = new Set(Array.from({ length: 500 }, (_, at) => operationAt(1, at).do))
    expect(kinds.size).toBe(11)
    expect(MODEL_FEEDS).toContain('con')
  })
})
