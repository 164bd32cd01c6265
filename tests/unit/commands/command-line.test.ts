import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { LibraryStore } from '../../../electron/library/library-store'
import { SearchIndex } from '../../../electron/search/search-index'
import { bundleCommandLine, type RunCommand } from '../../support/bundled-command-line'
import { FEED_ARTICLES, relatedOf, startNewsSite, type NewsSite } from '../../support/site/news-site'

/** The whole main job without a window, on the loopback site: subscribe, sync, lose the network, read, search, mark, export. */

// Every call is a process of its own, and some tests make six.
vi.setConfig({ testTimeout: 90_000 })

const LIGHTHOUSE = FEED_ARTICLES[0]!

let folder = ''
let site: NewsSite
let command: RunCommand
const ids = new Map<string, string>()

const online: RunCommand = (...args) => command('--library', join(folder, 'library'), '--json', ...args)
const offline: RunCommand = (...args) => online('--network', 'off', ...args)
const idOf = (title: string): string => ids.get(title) ?? `no article "${title}"`

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'offprint-command-line-'))
  command = (await bundleCommandLine()).run
  site = await startNewsSite()
}, 60_000)

afterAll(async () => {
  await site.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('the command line with a network', () => {
  it('subscribes to each address in order, and a bad one ends nothing', async () => {
    const { code, lines } = await online('add', ...site.feeds, `${site.base}/nowhere`)
    expect(code).toBe(1)
    expect(lines.slice(0, 4).map((line) => line['feedUrl'])).toEqual(site.feeds)
    expect(lines[4]).toMatchObject({ url: `${site.base}/nowhere`, error: { code: 'http_error' } })
  })

  it('answers with the feed it has when it is asked to add it again', async () => {
    const { code, lines } = await online('add', site.feeds[0]!)
    expect(code).toBe(0)
    expect((await online('feeds')).lines).toHaveLength(4)
    expect(lines[0]).toHaveProperty('feedId')
  })

  it('syncs everything in one pass', async () => {
    const { code, lines } = await online('sync')
    expect(code).toBe(0)
    expect(lines[0]).toMatchObject({ feeds: 4, ok: 4, failed: 0, newArticles: FEED_ARTICLES.length })
  })

  it('finds nothing new when nothing changed', async () => {
    const { lines } = await online('sync', '--force')
    expect(lines[0]).toMatchObject({ notModified: 4, newArticles: 0, updatedArticles: 0 })
  })
})

describe('the command line with the network off', () => {
  it('lists every article as ready', async () => {
    const { code, lines } = await offline('articles', '--ready')
    expect(code).toBe(0)
    for (const line of lines) ids.set(String(line['title']), String(line['articleId']))
    expect([...ids.keys()].sort()).toEqual(FEED_ARTICLES.map(({ title }) => title).sort())
  })

  it('lists page by page without a gap or an overlap', async () => {
    const first = await offline('articles', '--limit', '3')
    const cursor = /--after (\S+)/.exec(first.stderr)?.[1] ?? ''
    const rest = await offline('articles', '--after', cursor)
    const listed = [...first.lines, ...rest.lines].map((line) => line['articleId'])
    expect(listed).toEqual((await offline('articles')).lines.map((line) => line['articleId']))
  })

  it.each(FEED_ARTICLES.map((article) => [article.title, article] as const))(
    'prints the whole of "%s"',
    async (title, article) => {
      const { code, lines } = await offline('article', idOf(title))
      expect(code).toBe(0)
      const whole = lines[0] as {
        text: string
        keyPoints: { text: string; from: string }[]
        images: { media: string | null; caption: string | null; credit: string | null }[]
        related: { title: string; articleId: string | null; from: string; ready: boolean }[]
        section: string[]
      }
      for (const paragraph of article.paragraphs) expect(whole.text).toContain(paragraph)
      expect(whole.keyPoints.map(({ text }) => text)).toEqual([...article.keyPoints])
      expect(whole.keyPoints.every(({ from }) => from === 'publisher')).toBe(true)
      expect(whole.images.map(({ caption, credit }) => ({ caption, credit }))).toEqual(
        article.pictures.map(({ caption, credit }) => ({ caption, credit: credit.replace('Photo: ', '') })),
      )
      expect(whole.images.every(({ media }) => media !== null)).toBe(true)
      const published = whole.related.filter(({ from }) => from === 'publisher')
      expect(published.map((link) => link.title)).toEqual(relatedOf(article).map((link) => link.title))
      expect(published.every(({ articleId, ready }) => articleId !== null && ready)).toBe(true)
      expect(whole.section).toEqual([article.section])
    },
  )

  it.each(FEED_ARTICLES.map(({ title, rareWord }) => [rareWord, title]))(
    'finds the word "%s" of a body',
    async (word, title) => {
      const { lines } = await offline('search', word)
      expect(lines.map((line) => line['title'])).toEqual([title])
      expect(String(lines[0]?.['snippet']).toLowerCase()).toContain(word.toLowerCase())
    },
  )

  it('marks, and lists by what was marked', async () => {
    const id = idOf(LIGHTHOUSE.title)
    expect((await offline('mark', id, '--star', '--read')).lines).toEqual([{ changed: 1 }])
    expect((await offline('mark', id, '--star')).lines).toEqual([{ changed: 0 }])
    expect((await offline('articles', '--starred')).lines.map((line) => line['articleId'])).toEqual([id])
    const unread = await offline('articles', '--unread')
    expect(unread.lines).toHaveLength(FEED_ARTICLES.length - 1)
    expect((await offline('search', `${LIGHTHOUSE.rareWord} is:starred`)).lines).toHaveLength(1)
    expect((await offline('search', `${LIGHTHOUSE.rareWord} is:unread`)).lines).toHaveLength(0)
  })

  it('highlights a passage and exports it', async () => {
    const id = idOf(LIGHTHOUSE.title)
    const quote = LIGHTHOUSE.paragraphs[0]!.slice(4, 40)
    const { code, lines } = await offline('highlight', id, '--quote', quote, '--note', 'look this up')
    expect(code).toBe(0)
    const text = String((await offline('article', id)).lines[0]?.['text'])
    expect(text.slice(Number(lines[0]?.['start']), Number(lines[0]?.['end']))).toBe(quote)
    const file = join(folder, 'highlights.md')
    expect((await offline('highlights', '--export', 'md', file)).code).toBe(0)
    const listed = (await offline('highlights')).lines
    expect(listed).toMatchObject([{ quote, note: 'look this up', articleTitle: LIGHTHOUSE.title }])
  })

  it('searches in a library that another process has open, and changes nothing there', async () => {
    const place = join(folder, 'library')
    const holder = await LibraryStore.open(place, { now: () => new Date() })
    const index = join(place, 'index')
    const held = await SearchIndex.open(join(index, 'search.db'))
    const before = readdirSync(index).map((name) => statSync(join(index, name)).mtimeMs)
    const { code, lines, stderr } = await offline('search', LIGHTHOUSE.rareWord)
    expect(code, stderr).toBe(0)
    expect(lines.map((line) => line['articleId'])).toEqual([idOf(LIGHTHOUSE.title)])
    expect(readdirSync(index).map((name) => statSync(join(index, name)).mtimeMs)).toEqual(before)
    held.close()
    await holder.close()
  })

  it('refuses to fetch, saying so', async () => {
    const { code, lines } = await offline('add', 'http://127.0.0.1:9/feed')
    expect(code).toBe(1)
    expect(lines[0]).toMatchObject({ error: { code: 'network_off' } })
    const sync = await offline('sync', '--force')
    expect(sync.lines[0]).toMatchObject({ failed: 4, newArticles: 0 })
    expect((await offline('feeds')).lines).toHaveLength(4)
  })

  it('is whole, and comes back whole from a backup', async () => {
    expect((await offline('doctor')).lines[0]).toMatchObject({ ok: true, problems: [] })
    const file = join(folder, 'backup.zip')
    expect((await offline('backup', file)).code).toBe(0)
    const other = join(folder, 'restored')
    const restored = await command('--library', other, '--json', 'restore', file)
    expect(restored.lines).toEqual([{ articles: FEED_ARTICLES.length, feeds: 4 }])
    const starred = await command('--library', other, '--json', 'articles', '--starred')
    expect(starred.lines.map((line) => line['title'])).toEqual([LIGHTHOUSE.title])
  })

  it('imports what it exports', async () => {
    const file = join(folder, 'feeds.opml')
    expect((await offline('export-opml', file)).lines).toEqual([{ feeds: 4 }])
    const other = join(folder, 'imported')
    const imported = await command('--library', other, '--json', 'import', file)
    expect(imported.lines).toEqual([{ added: 4, known: 0, failed: [] }])
    const again = await command('--library', other, '--json', 'import', file)
    expect(again.lines).toEqual([{ added: 0, known: 4, failed: [] }])
  })
})

describe('the command line used wrongly', () => {
  it.each([
    ['no command', []],
    ['a command that is none', ['dance']],
    ['an option that is none', ['feeds', '--sideways']],
    ['an argument too many', ['feeds', 'x']],
    ['an argument too few', ['article']],
    ['mark without a status', ['mark', 'a'.repeat(32)]],
    ['a depth that is none', ['sync', '--depth', 'deep']],
    ['a network that is none', ['feeds', '--network', 'maybe']],
  ])('ends with 2 for %s and prints nothing on standard output', async (_what, args) => {
    const { code, stdout, stderr } = await command('--library', join(folder, 'wrong'), ...args)
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/^offprint/)
  })

  it('answers a missing article with one error object and 1', async () => {
    const { code, lines } = await offline('article', 'f'.repeat(32))
    expect(code).toBe(1)
    expect(lines).toEqual([{ error: { code: 'no_article', message: expect.any(String) as string } }])
  })

  it('goes on after a file that is not there', async () => {
    const file = join(folder, 'page.html')
    writeFileSync(file, '<p onclick="x()">Hello</p>')
    const { code, lines } = await command('sanitise', '--json', join(folder, 'missing.html'), file)
    expect(code).toBe(0)
    expect(lines).toMatchObject([{ ok: false, error: { code: 'not_found' } }, { html: '<p>Hello</p>' }])
  })

  it.each([
    ['a list that is not there', ['import', 'no-list.opml'], 'not_found'],
    ['a list that is a folder', ['import', '.'], 'not_a_file'],
    ['a folder to write into that is not there', ['export-opml', 'no-folder/feeds.opml'], 'not_found'],
  ])('says what to do about %s', async (_what, [name, file], code) => {
    const answer = await offline(name!, join(folder, file!))
    expect(answer.code).toBe(1)
    expect(answer.lines).toMatchObject([{ error: { code } }])
    expect(JSON.stringify(answer.lines)).not.toMatch(/EN[A-Z]+|EISDIR/)
  })
})
