/** Files that a stranger hands the reader: lists of feeds, exports of highlights, rules, saved searches. They are read as text, within limits, or refused whole. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { Subscriptions } from '../../electron/engine/subscriptions'
import { parseOpml, writeOpml } from '../../electron/feeds/opml'
import { readHighlightExport } from '../../electron/highlights/read-export'
import { readHighlightFile } from '../../electron/highlights/read-file'
import { ruleMatcher } from '../../electron/rules/rule-matcher'
import { TASKS } from '../../electron/workers/run-task'
import { NOON, openLibrary, removeFolder, temporaryFolder } from '../unit/library/sample-library'

const NEST = 10_000

afterEach(() => {
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})

describe('a list of feeds', () => {
  const feed = (url: string, name = 'x'): string => `<outline type="rss" text="${name}" xmlUrl="${url}"/>`

  it('nested ten thousand deep is read to the depth that people use, and can be written again', () => {
    const deep = `<opml><body>${'<outline text="f">'.repeat(NEST)}${feed('https://a.example/deep')}${'</outline>'.repeat(NEST)}${feed('https://a.example/after')}</body></opml>`
    const list = parseOpml(deep)
    if (!list.ok) throw new Error(list.error.message)
    expect(list.feeds.map(({ url, folder }) => [url, folder.length])).toEqual([
      ['https://a.example/deep', 40],
      ['https://a.example/after', 0],
    ])
    const again = parseOpml(writeOpml('again', list.feeds))
    expect(again.ok && new Set(again.feeds)).toEqual(new Set(list.feeds))
  })

  it('with entities that multiply, or that name a file, stays what it says letter by letter', () => {
    const bombs = Array.from(
      { length: 20 },
      (_, at) => `<!ENTITY e${String(at + 1)} "${`&e${String(at)};`.repeat(10)}">`,
    )
    const head = `<?xml version="1.0"?><!DOCTYPE opml [<!ENTITY e0 "boom">${bombs.join('')}<!ENTITY file SYSTEM "file:///etc/passwd">]>`
    const list = parseOpml(
      `${head}<opml><head><title>&e20;</title></head><body>${feed('https://a.example/f', '&e20; &file;')}</body></opml>`,
    )
    if (!list.ok) throw new Error(list.error.message)
    expect(list.feeds.map(({ title }) => title)).toEqual(['&e20; &file;'])
    expect(list.title).toBe('&e20;')
  })

  it('subscribes to nothing but web addresses, and gives markup in names no other meaning than its letters', async () => {
    const folder = await temporaryFolder()
    const library = await openLibrary(folder)
    const urls = [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'data:text/xml,<rss/>',
      'smb://host/share',
      'app://offprint/index.html',
      'media://library/x',
      'https://a.example/good',
    ]
    const entries = urls.map((url) => feed(url.replaceAll('<', '&lt;'), '&lt;img src=x onerror=alert(1)&gt;'))
    // Nothing but the reading of the list is there: an import may ask for no network and no login.
    const tasks = { run: (name: 'read-opml', bytes: Uint8Array) => TASKS[name](bytes) }
    const subscriptions = new Subscriptions(library, { tasks } as never, () => NOON, {} as never)
    const steps = { tell: () => undefined, next: () => Promise.resolve(true) } as never
    const report = await subscriptions.importOpml(
      Buffer.from(`<opml><body>${entries.join('')}</body></opml>`),
      steps,
    )
    expect(report).toMatchObject({ added: 1, failed: urls.slice(0, -1).map((url) => ({ url })) })
    expect(library.feeds().map(({ url, title }) => [url, title])).toEqual([
      ['https://a.example/good', '<img src=x onerror=alert(1)>'],
    ])
    await library.close()
    await removeFolder(folder)
  })
})

describe('an export of highlights', () => {
  const good = {
    highlightId: 'h1',
    quote: 'words',
    prefix: '',
    suffix: '',
    note: null,
    color: 'yellow',
    start: 0,
    end: 5,
    anchor: 'exact',
    created: '2026-11-25T09:00:00.000Z',
    updated: '2026-11-25T09:00:00.000Z',
  }
  const fileOf = (highlight: unknown, article: object = {}): string =>
    JSON.stringify([
      { title: 't', url: null, articleId: 'a'.repeat(32), ...article, highlights: [highlight] },
    ])

  it('is read when it is one', () => {
    expect(readHighlightExport(fileOf(good))).toMatchObject({
      articles: [{ highlights: [{ quote: 'words' }] }],
    })
  })

  it('with one thing wrong is refused whole', () => {
    const wrong: readonly object[] = [
      { highlightId: '../../settings' },
      { highlightId: '__proto__\u0000' },
      { quote: 'x'.repeat(200_001) },
      { note: { toString: 'evil' } },
      { color: 'url(https://evil.example/)' },
      { anchor: 'constructor' },
      { start: -1 },
      { start: 9, end: 1 },
      { end: 1e300 },
      { created: 'when?' },
    ]
    for (const change of wrong)
      expect(
        readHighlightExport(fileOf({ ...good, ...change })),
        JSON.stringify(change).slice(0, 80),
      ).toHaveProperty('problem')
    for (const article of [{ title: ['t'] }, { url: 7 }, { title: 'x'.repeat(20_001) }])
      expect(readHighlightExport(fileOf(good, article))).toHaveProperty('problem')
  })

  it('nested without end, cut off, or with fields nobody asked for, does nothing', () => {
    for (const text of ['['.repeat(1_000_000), '[{"title":', '{}', 'null', '', '\u0000'])
      expect(readHighlightExport(text)).toHaveProperty('problem')
    const poison = fileOf(good).replace('"quote"', '"__proto__":{"polluted":true},"articleIds":1,"quote"')
    const read = readHighlightExport(poison)
    if (!('articles' in read)) throw new Error(read.problem)
    expect(Object.keys(read.articles[0]?.highlights[0] ?? {}).sort()).toEqual(Object.keys(good).sort())
  })

  it('names an article by something that is no id: it finds none', () => {
    for (const articleId of ['../../../etc/passwd', 'a'.repeat(31), `${'a'.repeat(32)}/..`])
      expect(readHighlightExport(fileOf(good, { articleId }))).toMatchObject({
        articles: [{ articleId: null }],
      })
  })
})

describe('Markdown of highlights', () => {
  const fileOf = (data: string, quote = '> words', mark = '<!-- offprint yellow h1 -->'): string =>
    `${mark}\n\n${quote}\n\n<!-- offprint import-data 1,\n{"title":"t"}\n${data}\n-->\n`
  const good = '{"id":"h1","color":"yellow","created":"2026-11-25","start":0,"end":5,"prefix":"","suffix":""}'

  it('is read when it is one, by named fields only', () => {
    for (const more of ['"__proto__":{"polluted":true},', '"constructor":1,', '"articleId":"x","edits":1,']) {
      const read = readHighlightFile(fileOf(good.replace('{', `{${more}`)))
      if (!('articles' in read)) throw new Error(read.problem)
      const [highlight] = read.articles[0]?.highlights ?? []
      expect(highlight).toMatchObject({ quote: 'words', edits: { note: false, color: false } })
      expect(Object.keys(highlight ?? {})).not.toContain('articleId')
    }
  })

  it('with one thing wrong is refused whole', () => {
    for (const [from, to] of [
      ['"start":0', '"start":-1'],
      ['"end":5', '"end":1e300'],
      ['"2026-11-25"', '"when?"'],
      ['"prefix":""', `"prefix":"${'x'.repeat(1_001)}"`],
      ['"id":"h1"', '"id":["h1","h2"]'],
      ['{', '['],
      ['"created":"2026-11-25",', '"__proto__":{"created":"2026-11-25"},'],
    ] as const)
      expect(readHighlightFile(fileOf(good.replace(from, to))), from).toHaveProperty('problem')
    expect(readHighlightFile(fileOf(good, '> words', '<!-- offprint ../../x h1 -->'))).toHaveProperty(
      'problem',
    )
    expect(readHighlightFile(fileOf(good, `> ${'x'.repeat(200_001)}`))).toHaveProperty('problem')
  })

  it('as large as it may be is read in time that grows with its size only', () => {
    const many = 30_000
    const marks = '<!-- offprint yellow h1 -->\n> words\n'.repeat(many)
    for (const text of [
      marks,
      `${marks}<!-- offprint import-data 1,\n{"title":"t"}\n${good}\n-->\n`,
      '\\<'.repeat(1_000_000),
      '<!-- offprint import-data 1,\n'.repeat(many),
      fileOf(good, `> ${'\\'.repeat(199_999)}`),
      fileOf(good, `> words\n\n${'\\'.repeat(199_999)}`),
    ])
      expect(readHighlightFile(text)).toBeTypeOf('object')
  })
})

describe('rules and saved searches in the library’s files', () => {
  const opened = async (data: Readonly<Record<string, unknown>>) => {
    const folder = await temporaryFolder()
    await (await openLibrary(folder)).close()
    for (const [kind, value] of Object.entries(data)) {
      const text = `{"formatVersion":1,"kind":"${kind}","check":"0000000000000000","data":\n${JSON.stringify(value)}\n}\n`
      for (const name of [`${kind}.json`, `${kind}.json.bak`]) await writeFile(join(folder, name), text)
    }
    const library = await openLibrary(folder)
    const found = { rules: library.rules(), settings: library.settings() }
    await library.close()
    await removeFolder(folder)
    return found
  }
  const rule = {
    ruleId: 'r',
    enabled: true,
    conditions: [{ field: 'title', value: 'x', not: false }],
    actions: ['star'],
  }

  it('know no field, action or shape but ours', async () => {
    expect(await opened({ rules: [rule], settings: { theme: 'dark' } })).toMatchObject({
      rules: [rule],
      settings: { theme: 'dark' },
    })
    const hostile = [
      { ...rule, actions: ['star', 'run'] },
      { ...rule, conditions: [{ field: '__proto__', value: 'x', not: false }] },
      { ...rule, conditions: [{ field: 'title', value: { source: '(a+)+$' }, not: false }] },
      { ...rule, conditions: { length: 1e9 } },
    ]
    for (const one of hostile) expect((await opened({ rules: [one] })).rules, JSON.stringify(one)).toEqual([])
    const { settings } = await opened({ settings: { savedSearches: [{ name: 'x', text: { toString: 1 } }] } })
    expect(settings.savedSearches).toEqual([])
  })

  it('take words of a rule as words, never as a pattern', () => {
    const matches = ruleMatcher([
      { ...rule, conditions: [{ field: 'words', value: '(a+)+$, .*, [x', not: false }], actions: ['star'] },
    ] as never)
    const subject = {
      feedId: 'f',
      title: `${'a'.repeat(60_000)}!`,
      excerpt: '',
      author: null,
      categories: [],
    }
    expect([...matches(subject)]).toEqual([])
  })
})
