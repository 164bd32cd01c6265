/** What the window may send, request by request. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isRequestName, requestSchemas } from '../../../electron/shell/request-schemas'

const ID = 'a'.repeat(32)
const QUERY = { view: 'unread', feedId: null, folder: null, order: 'newest' }

const accepts = (name: keyof typeof requestSchemas, ...args: unknown[]): boolean =>
  requestSchemas[name].safeParse(args).success

describe('request schemas', () => {
  it('take no field that nobody asked for, in any of them', () => {
    const text = readFileSync('electron/shell/request-schemas.ts', 'utf8')
    // These drop or pass on unknown fields; strictObject refuses them.
    expect(text.match(/\bz\.(object|looseObject|any|unknown)\b|\.(passthrough|loose|catchall)\(/g)).toBeNull()
    const view = {
      query: QUERY,
      middle: 'articles',
      pane: 'list',
      selectedId: null,
      openId: null,
      listPlace: null,
    }
    const whole = { ...view, closedFolders: [], positions: [] }
    expect(accepts('view.keep', whole)).toBe(true)
    expect(accepts('view.keep', { ...whole, file: '../../feeds.json' })).toBe(false)
  })

  it('take a dropped list of feeds as bytes, and no film', () => {
    expect(accepts('feeds.importDropped', new Uint8Array(20_000_000))).toBe(true)
    expect(accepts('feeds.importDropped', new Uint8Array(20_000_001))).toBe(false)
    expect(accepts('feeds.importDropped', '<opml/>')).toBe(false)
  })

  it('accept what the window really sends', () => {
    expect(accepts('app.info')).toBe(true)
    expect(accepts('articles.list', QUERY, null, 50)).toBe(true)
    expect(accepts('articles.list', { ...QUERY, folder: ['News', 'Asia'] }, 'cursor', 50)).toBe(true)
    expect(accepts('articles.mark', [ID], { read: true })).toBe(true)
    expect(accepts('settings.change', { theme: 'sepia', textSize: 21 })).toBe(true)
    expect(accepts('feeds.change', 'f1', { folder: [] })).toBe(true)
    expect(accepts('highlights.change', 'h1', { note: null })).toBe(true)
    expect(accepts('feeds.change', 'f1', { intervalMinutes: null, textSource: 'page' })).toBe(true)
    expect(accepts('feeds.arrange', ['f1'], [{ feedId: 'f1', folder: ['News', 'Sea'] }])).toBe(true)
    expect(accepts('feeds.arrange', ['f1'], [{ feedId: 'f1', folder: [''] }])).toBe(false)
    expect(accepts('feeds.arrange', ['f1'], [{ feedId: 'f1', folder: [], url: 'file:///' }])).toBe(false)
    expect(accepts('feeds.setLogin', 'https://a.example/', { user: 'ann', password: 'x' })).toBe(true)
    expect(accepts('feeds.setLogin', 'https://a.example/', null)).toBe(true)
    expect(accepts('sync.start', [])).toBe(true)
    expect(accepts('library.previewPurge', { keepDays: 90, keepArticles: 0, budgetMb: 500 })).toBe(true)
    expect(accepts('library.previewPurge', { keepDays: -1, keepArticles: 0, budgetMb: 500 })).toBe(false)
    expect(accepts('library.move', true)).toBe(true)
    expect(accepts('library.move', '/etc')).toBe(false)
  })

  it('accept a highlight as it was, so that its removal can be undone', () => {
    const highlight = {
      highlightId: 'h1',
      articleId: ID,
      quote: 'a passage',
      prefix: '',
      suffix: '',
      start: 3,
      end: 12,
      color: 'green',
      note: null,
      created: '2026-01-01T00:00:00.000Z',
      updated: '2026-01-01T00:00:00.000Z',
      anchor: 'moved',
    }
    expect(accepts('highlights.restore', highlight)).toBe(true)
    expect(accepts('highlights.restore', { ...highlight, color: 'red' })).toBe(false)
  })

  it('refuse too few and too many arguments', () => {
    expect(accepts('articles.get')).toBe(false)
    expect(accepts('articles.get', ID, ID)).toBe(false)
    expect(accepts('app.info', 'more')).toBe(false)
  })

  it('refuse fields that are not in the contract', () => {
    expect(accepts('settings.change', { theme: 'dark', libraryFolder: '/etc' })).toBe(false)
    expect(accepts('feeds.change', 'f1', { url: 'http://192.168.1.1/' })).toBe(false)
    expect(accepts('feeds.setLogin', 'https://a.example/', { user: 'an:n', password: 'x' })).toBe(false)
    expect(accepts('articles.mark', [ID], { read: true, starred: 1 })).toBe(false)
    expect(accepts('articles.list', { ...QUERY, sql: '1' }, null, 50)).toBe(false)
  })

  it('refuse an undefined in place of an absent field, which would erase a stored value', () => {
    expect(accepts('settings.change', { theme: undefined })).toBe(false)
    expect(accepts('articles.mark', [ID], { read: undefined })).toBe(false)
  })

  it('refuse article ids that could be a path', () => {
    for (const bad of ['../../etc/passwd', 'A'.repeat(32), `${ID}\n`, '']) {
      expect(accepts('articles.get', bad)).toBe(false)
    }
  })

  it('refuse sizes that would fill the memory', () => {
    expect(accepts('articles.list', QUERY, null, 1e9)).toBe(false)
    expect(accepts('feeds.add', 'x'.repeat(10_000), [])).toBe(false)
    expect(accepts('search.query', 'x'.repeat(30_000), 10, 10)).toBe(false)
  })

  it('know no names that every object has', () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 7, null]) {
      expect(isRequestName(name)).toBe(false)
    }
    expect(isRequestName('app.info')).toBe(true)
  })
})
