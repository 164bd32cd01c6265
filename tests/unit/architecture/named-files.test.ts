/** Files and folders that the documents name are there: a document that speaks of what was renamed leads the reader astray. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')

const DOCUMENTS = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'renderer/README.md'],
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md') && !name.startsWith('guide'))
    .map((name) => `docs/${name}`),
]

/** Folders of ours; everything in them by its path, folders too. */
const PLACES = [
  'assets',
  'benchmarks',
  'contract',
  'docs',
  'electron',
  'renderer',
  'scripts',
  'tests',
  '.github',
]
const ALL = [
  ...PLACES,
  ...readdirSync(ROOT),
  ...PLACES.flatMap((place) =>
    readdirSync(join(ROOT, place), { recursive: true, encoding: 'utf8' }).map((name) => `${place}/${name}`),
  ),
].map((path) => `/${path.replaceAll('\\', '/')}`)

/** Documents leave out what is plain: the name is the end of a path, with or without its ending. */
const ENDINGS = ['', '.ts', '.tsx', '.mjs', '.md', '.test.ts', '.e2e.ts', '.bench.mjs']

/** A name of ours: folders of the tree, or an ending that only sources and documents have. */
const PATH =
  /^(?:(?:contract|electron|renderer|assets|tests|benchmarks|scripts|docs|shell|feeds|articles|exports|highlights|rules|sync|library|search|workers|engine|commands|e2e|unit|property|security|installed|support|steps)\/[\w./-]*|[\w./-]+\.(?:ts|tsx|mjs|md))$/

/** Stands for many names. */
const PATTERN = /NNNN|-N\b|NAME/

const BLOCK = /^```[a-z]*\n([^]*?)^```/gm

function namesIn(text: string): string[] {
  const spans = [...text.replace(BLOCK, '').matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span)
  const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, target = '']) => target)
  const blocks = [...text.matchAll(BLOCK)].flatMap(([, block = '']) => block.split(/\s+/))
  return [...new Set([...spans, ...links, ...blocks])].filter(
    (name) => PATH.test(name) && !PATTERN.test(name),
  )
}

function isThere(name: string): boolean {
  const end = `/${name.replace(/^(\.\.?\/)+|\/$/g, '')}`
  return ENDINGS.some((ending) => ALL.some((path) => path.endsWith(`${end}${ending}`)))
}

describe.each(DOCUMENTS)('%s', (document) => {
  it('names only files and folders that are there', () => {
    const text = readFileSync(join(ROOT, document), 'utf8')
    expect(namesIn(text).filter((name) => !isThere(name))).toEqual([])
  })
})

describe('the names', () => {
  const named = (document: string): string[] => namesIn(readFileSync(join(ROOT, document), 'utf8'))

  it('are found in running text, tables, links and blocks', () => {
    expect(named('docs/data-flow.md')).toEqual(
      expect.arrayContaining(['sync/fetch-feed', 'articles/sanitise-html']),
    )
    expect(named('docs/security.md')).toContain('electron/shell/')
    expect(named('README.md')).toContain('docs/cli.md')
  })

  it('are missed when there is no such file', () => {
    expect(isThere('sync/fetch-feeds')).toBe(false)
  })
})

describe('docs/architecture.md', () => {
  const tree = /^```\n([^]*?)^```/m.exec(readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8'))?.[1] ?? ''
  // Those of the engine stand under it, one or two a line.
  const folders = [...tree.matchAll(/(^|\n| {2,})([\w-]+)\/ {2}/g)].map(
    ([, before = '', name = '']) => `${before.startsWith(' ') ? 'electron/' : ''}${name}`,
  )

  it('shows every folder of the project and of the engine, and no other', () => {
    const of = (place: string): string[] =>
      readdirSync(join(ROOT, place), { withFileTypes: true })
        .filter((one) => one.isDirectory() && !/^(\.|node_modules$|dist$|release$|docs$)/.test(one.name))
        .map(({ name }) => join(place, name))
    expect([...folders].sort()).toEqual([...of('.'), ...of('electron')].sort())
  })
})
