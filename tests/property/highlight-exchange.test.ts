/** Any highlights come back exactly from their own export, into the library they came from and into another one. */
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { CONTEXT_LENGTH, HIGHLIGHT_COLORS, type Highlight } from '../../contract/highlight'
import { HighlightExchange } from '../../electron/engine/highlight-exchange'
import { LibraryView } from '../../electron/engine/library-view'
import type { LibraryStore } from '../../electron/library/library-store'
import { TASKS } from '../../electron/workers/run-task'
import type { TaskRunner } from '../../electron/workers/tasks'
import { strangeWords } from '../support/strange-words'
import { endAll, quickWorks } from '../support/quick-works'
import {
  NOON,
  hastyDisk,
  openLibrary,
  removeFolder,
  sampleArticles,
  sampleBody,
  sampleFeed,
  temporaryFolder,
} from '../unit/library/sample-library'

const ARTICLES = sampleArticles('harbour', 3)
const TEXT = sampleBody(ARTICLES[0]!.articleId).body.text
const tasks = { run: (name: keyof typeof TASKS, input: never) => TASKS[name](input) } as unknown as TaskRunner
const folders: string[] = []

afterAll(async () => {
  for (const folder of folders) await removeFolder(folder)
})

async function freshLibrary(articles = ARTICLES): Promise<LibraryStore> {
  const folder = await temporaryFolder()
  folders.push(folder)
  const library = await openLibrary(folder, { disk: hastyDisk })
  await library.addFeed(sampleFeed('harbour'))
  for (const { articleId } of articles) await library.saveBody(sampleBody(articleId))
  await library.saveArticles('harbour', articles)
  return library
}

function exchangeOf(library: LibraryStore): HighlightExchange {
  const now = () => NOON
  const view = new LibraryView(library, now, {
    nearest: () => Promise.resolve([]),
    storyParts: () => [],
  })
  return new HighlightExchange({ library, view, tasks, now, changed: () => undefined })
}

const fileOf = (text: string) => ({ name: 'highlights', bytes: Buffer.from(text) })
const take = (library: LibraryStore, ...texts: readonly string[]) =>
  quickWorks().run('import-highlights', (steps) => exchangeOf(library).take(texts.map(fileOf), steps))
const sorted = (library: LibraryStore) =>
  [...library.highlights()].sort((a, b) => a.highlightId.localeCompare(b.highlightId))

const time = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
const highlight = fc
  .record({
    article: fc.nat(2),
    start: fc.nat(TEXT.length - 60),
    length: fc.integer({ min: 20, max: 50 }),
    color: fc.constantFrom(...HIGHLIGHT_COLORS),
    note: fc.option(strangeWords),
    strange: strangeWords,
    created: time,
    updated: time,
    orphan: fc.boolean(),
    id: fc.uuid(),
  })
  .map(({ article, start, length, color, note, strange, created, updated, orphan, id }): Highlight => {
    const { articleId } = ARTICLES[article]!
    const text = sampleBody(articleId).body.text
    const quote = orphan ? `«${id}» was taken out, and so was: ${strange}` : text.slice(start, start + length)
    return {
      highlightId: id,
      articleId,
      quote,
      prefix: text.slice(Math.max(0, start - CONTEXT_LENGTH), start),
      suffix: text.slice(start + length, start + length + CONTEXT_LENGTH),
      start,
      end: start + quote.length,
      color,
      note,
      created,
      updated,
      anchor: orphan ? 'orphan' : 'exact',
    }
  })

/** Ways out of the library, each as the texts of the files that it writes. */
const WAYS: readonly (readonly [string, (library: LibraryStore) => readonly string[]])[] = [
  ['as JSON', (library) => [exchangeOf(library).text('json')]],
  ['as Markdown', (library) => [exchangeOf(library).text('md')]],
  [
    'as Markdown, a file an article',
    (library) => [...exchangeOf(library).leavingEach().pieces].map(({ text }) => text),
  ],
  [
    'as Markdown, by a system that breaks lines with CR and LF',
    (library) => [exchangeOf(library).text('md').replaceAll('\n', '\r\n')],
  ],
]

describe.each(WAYS)('highlights exported %s', (_, textsOf) => {
  it('come back exactly, once, and are known where they are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(highlight, { minLength: 1, maxLength: 12, selector: ({ created }) => created }),
        async (highlights) => {
          const [from, to] = [await freshLibrary(), await freshLibrary()]
          for (const one of highlights) await from.saveHighlight(one)
          const texts = textsOf(from)
          const known = { added: 0, changed: 0, known: highlights.length, missing: [], refused: [] }
          expect(await take(from, ...texts)).toEqual(known)
          expect(await take(to, ...texts)).toEqual({ ...known, added: highlights.length, known: 0 })
          expect(sorted(to)).toEqual(sorted(from))
          expect(await take(to, ...texts)).toEqual(known)
          expect(sorted(to)).toEqual(sorted(from))
          await from.close()
          await to.close()
        },
      ),
      { numRuns: 25 },
    )
  })
})

describe('an import', () => {
  const quote = TEXT.slice(10, 50)
  const made: Highlight = {
    highlightId: 'first',
    articleId: ARTICLES[0]!.articleId,
    quote,
    prefix: TEXT.slice(0, 10),
    suffix: TEXT.slice(50, 90),
    start: 10,
    end: 50,
    color: 'pink',
    note: null,
    created: NOON.toISOString(),
    updated: NOON.toISOString(),
    anchor: 'exact',
  }

  it('keeps what came before the reader ended it, and counts what it did not look at', async () => {
    const [from, to] = [await freshLibrary(), await freshLibrary()]
    for (const [at, { articleId }] of ARTICLES.entries())
      await from.saveHighlight({ ...made, articleId, highlightId: `of-${String(at)}` })
    const works = quickWorks()
    const file = fileOf(exchangeOf(from).text('json'))
    const report = await works.run('import-highlights', (steps) =>
      exchangeOf(to).take([file], {
        ...steps,
        tell: (done) => {
          if (done === 1) endAll(works)
        },
      }),
    )
    expect(report).toEqual({ added: 2, changed: 0, known: 0, missing: [], refused: [], left: 1 })
    expect(to.highlights()).toHaveLength(2)
    await from.close()
    await to.close()
  })

  async function exported(): Promise<string> {
    const library = await freshLibrary()
    await library.saveHighlight(made)
    const text = exchangeOf(library).text('json')
    await library.close()
    return text
  }

  it('finds an article of another id by its address, and its passage by its words', async () => {
    const other = { ...ARTICLES[0]!, articleId: ARTICLES[1]!.articleId }
    const library = await freshLibrary([])
    const body = sampleBody(other.articleId)
    await library.saveBody({ ...body, body: { ...body.body, text: `Corrected. ${TEXT}` } })
    await library.saveArticles('harbour', [other])
    expect(await take(library, await exported())).toMatchObject({ added: 1, missing: [] })
    expect(library.highlights()).toMatchObject([
      { articleId: other.articleId, quote, start: 21, anchor: 'moved' },
    ])
    await library.close()
  })

  it('names every article it has not, with how many highlights it left out', async () => {
    const library = await freshLibrary([ARTICLES[1]!])
    const { title, url } = ARTICLES[0]!
    expect(await take(library, await exported())).toEqual({
      added: 0,
      changed: 0,
      known: 0,
      missing: [{ title, url, highlights: 1 }],
      refused: [],
    })
    expect(library.highlights()).toEqual([])
    await library.close()
  })

  it('adds nothing the second time from a file without ids', async () => {
    const library = await freshLibrary()
    const text = (await exported()).replace('"highlightId": "first",', '')
    expect(await take(library, text)).toMatchObject({ added: 1 })
    expect(await take(library, text)).toMatchObject({ added: 0, known: 1 })
    await library.close()
  })

  it('changes nothing for a file that is damaged at its end', async () => {
    const library = await freshLibrary()
    const [article] = JSON.parse(await exported()) as [{ highlights: object[] }]
    const text = JSON.stringify([article, { ...article, highlights: [{ quote: 7 }] }])
    await expect(take(library, text)).rejects.toMatchObject({ code: 'no_highlights' })
    expect(library.highlights()).toEqual([])
    await library.close()
  })

  it('takes over a note that was edited in Markdown, once, and keeps it through a restart', async () => {
    const library = await freshLibrary()
    await library.saveHighlight({ ...made, note: 'Mine' })
    const text = exchangeOf(library).text('md').replace('\nMine\n', '\nMine, edited\n')
    expect(await take(library, text)).toMatchObject({ added: 0, changed: 1, known: 0 })
    expect(await take(library, text)).toMatchObject({ added: 0, changed: 0, known: 1 })
    await library.close()
    const again = await openLibrary(folders.at(-1)!)
    expect(again.highlights()).toEqual([{ ...made, note: 'Mine, edited', updated: NOON.toISOString() }])
    await again.close()
  })

  it('takes what is whole of several files, and names the others with what is wrong', async () => {
    const library = await freshLibrary()
    const text = await exported()
    expect(await take(library, '# Notes', text, text.slice(0, -9))).toEqual({
      added: 1,
      changed: 0,
      known: 0,
      missing: [],
      refused: [
        { name: 'highlights', problem: expect.stringMatching(/^The file holds no highlights/) as string },
        { name: 'highlights', problem: expect.stringMatching(/^The file is no JSON/) as string },
      ],
    })
    await expect(take(library, '# Notes', '')).rejects.toMatchObject({ code: 'no_highlights' })
    await library.close()
  })

  it('keeps what came before the process was killed, and the same import then adds the rest', async () => {
    const folder = await temporaryFolder()
    folders.push(folder)
    const first = await openLibrary(folder)
    await first.addFeed(sampleFeed('harbour'))
    await first.saveBody(sampleBody(ARTICLES[0]!.articleId))
    await first.saveArticles('harbour', ARTICLES)
    const more = Array.from({ length: 8 }, (_, at) => ({
      ...made,
      highlightId: `h${String(at)}`,
      created: new Date(NOON.getTime() + at).toISOString(),
    }))
    const source = await freshLibrary()
    for (const one of more) await source.saveHighlight(one)
    const text = exchangeOf(source).text('json')
    const stop = new Error('killed')
    let left = 5
    const dying = new Proxy(first, {
      get: (target, name) => {
        if (name === 'saveHighlight')
          return (one: Highlight) => (left-- > 0 ? target.saveHighlight(one) : Promise.reject(stop))
        const value: unknown = Reflect.get(target, name, target)
        return typeof value === 'function' ? (value.bind(target) as unknown) : value
      },
    })
    await expect(take(dying, text)).rejects.toBe(stop)
    // Copied as a kill leaves it: nothing is folded, the journal alone holds the five.
    const { cp } = await import('node:fs/promises')
    const copy = `${folder}-killed`
    folders.push(copy)
    await cp(folder, copy, { recursive: true, filter: (path) => !path.endsWith('lock') })
    const second = await openLibrary(copy)
    expect(second.highlights()).toHaveLength(5)
    expect(await take(second, text)).toMatchObject({ added: 3, known: 5, missing: [] })
    for (const library of [first, second, source]) await library.close()
  })
})
