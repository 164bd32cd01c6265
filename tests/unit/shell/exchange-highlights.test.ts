/** Highlights into files and out of one, as the dialogs answer. */
import { mkdtemp, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  distinctNames,
  exportEachArticle,
  exportHighlights,
  importHighlights,
} from '../../../electron/shell/exchange-highlights'
import type { HighlightFiles } from '../../../electron/shell/exchange-highlights'
import type { HighlightFile } from '../../../electron/engine/highlight-exchange'
import { endAll, quickWorks } from '../../support/quick-works'

const NOW = new Date('2026-11-25T09:00:00Z')
let folder = ''
let taken: HighlightFile[] = []
const works = quickWorks()
/** Whether the reader ends the export between the two articles. */
let ended = false

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-exchange-'))
  taken = []
  ended = false
})
afterEach(() => rm(folder, { recursive: true }))

function files(...chosen: readonly (string | null)[]): HighlightFiles {
  const choose = () => Promise.resolve(chosen[0] ?? null)
  const chooseFiles = () => Promise.resolve(chosen[0] === null ? null : chosen.map(String))
  const pieces = function* () {
    yield { title: 'Tides', text: 'one' }
    if (ended) endAll(works)
    yield { title: 'tides', text: 'two' }
  }
  const leaving = () => ({ highlights: 3, titles: ['Tides', 'tides'], pieces: pieces() })
  return {
    engine: {
      works,
      exchange: {
        leaving,
        leavingEach: leaving,
        take: (read) => {
          taken.push(...read)
          return Promise.resolve({ added: 1, changed: 0, known: 0, missing: [], refused: [] })
        },
      },
    },
    dialogs: { chooseTarget: choose, chooseFiles, chooseFolder: choose },
  }
}

it('writes a file an article into a new folder each time, and replaces nothing', async () => {
  const first = await exportEachArticle(files(folder), NOW)
  expect(first).toMatchObject({ highlights: 3, files: 2 })
  expect(await readdir(first?.folder ?? '')).toEqual(['Tides.md', 'tides 2.md'])
  expect(await readFile(join(first?.folder ?? '', 'tides 2.md'), 'utf8')).toBe('two')
  await exportEachArticle(files(folder), NOW)
  expect((await readdir(folder)).sort()).toEqual([
    'Offprint highlights 2026-11-25',
    'Offprint highlights 2026-11-25 (2)',
  ])
})

it('writes all into one file, and leaves nothing of an export that the reader ends', async () => {
  const file = join(folder, 'highlights.md')
  expect(await exportHighlights(files(file), 'md')).toEqual({ highlights: 3, file })
  expect(await readFile(file, 'utf8')).toBe('onetwo')
  ended = true
  await expect(exportHighlights(files(file), 'md')).rejects.toMatchObject({ code: 'cancelled' })
  await expect(exportEachArticle(files(folder), NOW)).rejects.toMatchObject({ code: 'cancelled' })
  expect(await readdir(folder)).toEqual(['highlights.md'])
  expect(await readFile(file, 'utf8')).toBe('onetwo')
})

it('gives every title a name of its own that every system takes', () => {
  const names = distinctNames(['a/b', 'a:b', 'A b', '../..', '', 'con', 'x'.repeat(300), 'x'.repeat(301)])
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(8)
  for (const name of names) expect(name).toMatch(/^[^/\\:]{1,90}\.md$/)
  expect(names).not.toContain('con.md')
})

it('hands the files over as they are, and nothing when the dialog was closed', async () => {
  const [one, other] = [join(folder, 'highlights.json'), join(folder, 'Tides.md')]
  await writeFile(one, '[]')
  await writeFile(other, '---')
  expect(await importHighlights(files(one, other))).toMatchObject({ added: 1 })
  expect(await importHighlights(files(null))).toBeNull()
  expect(taken.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
    ['highlights.json', '[]'],
    ['Tides.md', '---'],
  ])
})

it('refuses files over 50 MB together, a folder and a missing file with a sentence, before the engine hears of them', async () => {
  const huge = join(folder, 'huge.json')
  await writeFile(huge, '')
  await truncate(huge, 25_000_001)
  await expect(importHighlights(files(huge, huge))).rejects.toMatchObject({ code: 'too_large' })
  await expect(importHighlights(files(folder))).rejects.toMatchObject({ code: 'not_a_file' })
  await expect(importHighlights(files(join(folder, 'gone')))).rejects.toMatchObject({ code: 'disk' })
  expect(taken).toEqual([])
})
