import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAppStore } from '../../../renderer/store/app-store'
import type { AppStore } from '../../../renderer/store/app-store'
import { startStore } from '../../../renderer/store/follow-events'
import { FIRST_QUERY } from '../../../contract/article-query'
import { NOW, articleId, makeArticles, rowOf } from './fake-articles'
import { FakeBridge } from './fake-bridge'

const FERRY = articleId(1)
const ALL = { ...FIRST_QUERY, view: 'all' } as const

let bridge: FakeBridge
let store: AppStore
let stop: () => void

async function start(given = new FakeBridge()): Promise<void> {
  bridge = given
  store = createAppStore(bridge, () => NOW)
  stop = await startStore(store, bridge)
}

beforeEach(async () => {
  vi.useFakeTimers()
  await start()
})
afterEach(() => {
  stop()
  vi.useRealTimers()
})

const settle = () => vi.advanceTimersByTimeAsync(1000)
const state = () => store.getState()

function openDetail() {
  const { article } = state()
  if (article.state !== 'ready') throw new Error('No article is open.')
  return article.detail
}

describe('the start', () => {
  it('has the first list before it asks for the feeds', () => {
    const asked = bridge.asked.map(({ name }) => name)
    expect(asked.indexOf('articles.list')).toBeGreaterThan(-1)
    expect(asked.indexOf('articles.list')).toBeLessThan(asked.indexOf('feeds.list'))
    expect(state()).toMatchObject({ loaded: true, feedsKnown: true })
  })

  it('shows its rows while the feeds are still on their way, and says of no feed that it is missing', async () => {
    stop()
    const given = new FakeBridge()
    store = createAppStore(given, () => NOW)
    const seen: unknown[] = []
    store.subscribe(({ loaded, layout, feeds, feedsKnown }) => {
      if (loaded && feeds.length === 0) seen.push({ rows: layout.ids.length > 0, feedsKnown })
    })
    stop = await startStore(store, given)
    expect(seen[0]).toEqual({ rows: true, feedsKnown: false })
  })

  it('looks for feeds before anything else is shown to who has never started it', async () => {
    stop()
    await start(new FakeBridge({ feeds: [], articles: [], settings: { firstRunDone: false } }))
    expect(state()).toMatchObject({ firstRun: true, feedsKnown: true })
    const asked = bridge.asked.map(({ name }) => name)
    expect(asked.indexOf('feeds.list')).toBeLessThan(asked.indexOf('articles.list'))
  })
})

describe('storage', () => {
  const LIMITS = { keepDays: 90, keepArticles: 0, budgetMb: 10_000 }

  it('shows what limits would let go of, and stores them only when the reader says so', async () => {
    await state().previewPurge(LIMITS)
    expect(state().purgePreview).toMatchObject({ articles: 412, feeds: 31 })
    expect(bridge.settings.keepDays).toBe(0)
    await state().keepWithin(LIMITS)
    expect(bridge.settings).toMatchObject(LIMITS)
    expect(bridge.asked.at(-1)?.name).toBe('library.purge')
    expect(state().toasts.at(-1)?.message).toBe(
      '412 articles were removed, 61 MB freed. The library takes 480 MB now.',
    )
  })

  it('keeps everything when limits cannot be stored', async () => {
    bridge.failing.set('settings.change', 'The disk is full.')
    await state().keepWithin(LIMITS)
    expect(bridge.asked.map(({ name }) => name)).not.toContain('library.purge')
  })

  it('says where a backup is', async () => {
    await state().backUp()
    expect(state().toasts.at(-1)?.message).toContain('/home/reader/offprint-backup.zip')
  })
})

describe('starting', () => {
  it('shows unread articles with their days, feeds and counts', () => {
    expect(state().layout.items[0]).toMatchObject({ kind: 'day' })
    expect(state().layout.ids[0]).toBe(FERRY)
    expect(state().counts.unread).toBe(state().listTotal)
    expect(state().feeds.length).toBe(8)
    expect(state().firstRun).toBe(false)
  })

  it('shows the first screen only to a library without feeds that has not been through it', async () => {
    stop()
    await start(new FakeBridge({ feeds: [], articles: [], settings: { firstRunDone: false } }))
    expect(state().firstRun).toBe(true)
    await state().endFirstRun()
    expect(bridge.settings.firstRunDone).toBe(true)
  })

  it('says what a broken library answers instead of staying silent', async () => {
    stop()
    const broken = new FakeBridge()
    broken.failing.set('articles.list', 'The list could not be read.')
    await start(broken)
    expect(state()).toMatchObject({ listState: 'failed', listProblem: 'The list could not be read.' })
  })
})

describe('reading', () => {
  it('marks an article as read when it is opened, not when it is looked at', async () => {
    await state().preview(FERRY)
    expect(state().article).toMatchObject({ state: 'ready' })
    expect(state().rows.get(FERRY)?.status.read).toBe(false)
    await state().open(FERRY)
    expect(state().rows.get(FERRY)?.status.read).toBe(true)
  })

  it('leaves opened articles unread when the reader wants it so', async () => {
    await state().changeSettings({ markReadOnOpen: false })
    await state().open(FERRY)
    expect(state().rows.get(FERRY)?.status.read).toBe(false)
  })

  it('leaves the open article alone when the library changed elsewhere, and changes only what is another', async () => {
    await state().preview(FERRY)
    const { article: before } = state()
    bridge.articles = structuredClone(bridge.articles)
    bridge.tell('library.changed', { feedIds: [] })
    await settle()
    expect(state().article).toBe(before)
    bridge.articles = bridge.articles.map((one) => ({ ...one, missing: ['A picture is missing.'] }))
    bridge.tell('library.changed', { feedIds: [] })
    await settle()
    if (before.state !== 'ready') throw new Error('No article is open.')
    expect(state().article).toMatchObject({ detail: { missing: ['A picture is missing.'] } })
    expect(openDetail().images).toBe(before.detail.images)
    expect(openDetail().highlights).toBe(before.detail.highlights)
  })

  it('shows a kept article at once, and then what became of it meanwhile', async () => {
    await state().open(FERRY)
    await state().open(articleId(2))
    bridge.articles = bridge.articles.map((one) => ({ ...one, missing: ['A picture is missing.'] }))
    await state().open(FERRY)
    await settle()
    expect(openDetail().missing).toEqual(['A picture is missing.'])
  })

  it('keeps a highlight made while the article was being read anew', async () => {
    await state().open(FERRY)
    let arrive = (): void => undefined
    bridge.late = new Promise((resolve) => {
      arrive = resolve
    })
    const reloading = state().reloadArticle()
    const quote = openDetail().text.slice(0, 20)
    await state().addHighlight({
      articleId: FERRY,
      quote,
      prefix: '',
      suffix: '',
      color: 'green',
      note: null,
    })
    arrive()
    await reloading
    expect(openDetail().highlights.map((one) => one.quote)).toContain(quote)
  })

  it('goes into a related article and back', async () => {
    await state().open(FERRY)
    await state().openRelated(articleId(8))
    expect(state().openId).toBe(articleId(8))
    await state().goBack()
    expect(state().openId).toBe(FERRY)
    expect(state().trail).toEqual([])
  })

  it('shows the article asked for last, whichever answer comes first', async () => {
    const first = state().open(FERRY)
    const second = state().open(articleId(2))
    await Promise.all([first, second])
    expect(state().article).toMatchObject({ state: 'ready', detail: { articleId: articleId(2) } })
  })

  it('puts a status back when the library could not keep it', async () => {
    bridge.failing.set('articles.mark', 'The disk is full. Free some space and try again.')
    await state().toggle(FERRY, 'starred')
    expect(state().rows.get(FERRY)?.status.starred).toBe(false)
    expect(state().toasts.at(-1)).toMatchObject({
      tone: 'problem',
      message: expect.stringContaining('disk is full'),
    })
  })

  it('undoes "mark all as read" as a whole', async () => {
    const before = state().counts.unread
    await state().markAllRead()
    await settle()
    expect(state().counts.unread).toBe(0)
    state().toasts.at(-1)?.action?.run()
    await settle()
    expect(state().counts.unread).toBe(before)
  })
})

describe('the list', () => {
  it('keeps its place when a sync brings articles, and shows them when asked', async () => {
    await state().showList(ALL)
    state().select(state().layout.ids[0]!)
    const before = state().layout
    const [model] = makeArticles(0)
    const fresh = { ...model!, articleId: articleId(900), title: 'Just in' }
    bridge.articles = [fresh, ...bridge.articles]
    bridge.tell('library.changed', { feedIds: ['harbour'] })
    await settle()
    expect(state().layout).toBe(before)
    expect(state().pendingNew).toBe(1)
    await state().showNew()
    expect(state().layout.ids[0]).toBe(fresh.articleId)
    expect(state().pendingNew).toBe(0)
  })

  it('shows at once what a sync brings while nothing is chosen and it stands at its top', async () => {
    await state().showList(ALL)
    const [model] = makeArticles(0)
    const fresh = { ...model!, articleId: articleId(900), title: 'Just in' }
    bridge.articles = [fresh, ...bridge.articles]
    bridge.tell('library.changed', { feedIds: ['harbour'] })
    await settle()
    expect(state().layout.ids[0]).toBe(fresh.articleId)
    expect(state().pendingNew).toBe(0)
    expect(state().listTotal).toBe(state().counts.all)
  })

  it('pages to the end without doubling an article when the pages shift', async () => {
    stop()
    await start(new FakeBridge({ articles: makeArticles(900) }))
    await state().showList(ALL)
    bridge.articles = [{ ...bridge.articles[5]!, articleId: articleId(5000) }, ...bridge.articles]
    for (let page = 0; page < 10; page++) await state().loadMore()
    const { ids } = state().layout
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBe(911)
  })

  it('changes one row object for one status', async () => {
    const other = state().rows.get(articleId(2))
    const before = state().rows.get(FERRY)
    await state().toggle(FERRY, 'starred')
    expect(state().rows.get(FERRY)).not.toBe(before)
    expect(state().rows.get(articleId(2))).toBe(other)
    expect(state().rows.get(FERRY)).toEqual(rowOf(bridge.articles.find((one) => one.articleId === FERRY)!))
  })
})

describe('a mark on its way', () => {
  it('is not undone by an answer that was asked for before it', async () => {
    const old = state().rows.get(FERRY)!
    let answer: (() => void) | undefined
    bridge.late = new Promise((resolve) => (answer = resolve))
    bridge.lateName = 'articles.mark'
    const marking = state().toggle(FERRY, 'starred')
    state().putRows([{ ...old, excerpt: 'Another beginning.' }])
    expect(state().rows.get(FERRY)).toMatchObject({
      excerpt: 'Another beginning.',
      status: { starred: !old.status.starred },
    })
    answer?.()
    await marking
    // Afterwards the library has the last word again.
    state().putRows([old])
    expect(state().rows.get(FERRY)).toEqual(old)
  })
})

describe('the sidebar’s counts', () => {
  it('are asked again only of the feeds whose articles changed, and the others stay the same objects', async () => {
    await settle()
    const before = state().feeds
    bridge.asked.length = 0
    await state().toggle(FERRY, 'read')
    await settle()
    const { feedId } = state().rows.get(FERRY)!
    const asked = bridge.asked.filter(({ name }) => name.startsWith('feeds.'))
    expect(asked).toEqual([{ name: 'feeds.some', args: [[feedId]] }])
    const changed = state().feeds.filter((feed, at) => feed !== before[at])
    expect(changed.map((feed) => feed.feedId)).toEqual([feedId])
    const unread = bridge.articles.filter((one) => one.feedId === feedId && !one.status.read).length
    expect(changed[0]?.unread).toBe(unread)
  })

  it('bring the whole list of feeds when one of those that changed is new', async () => {
    await settle()
    bridge.feeds.push({ ...bridge.feeds[0]!, feedId: 'late', title: 'Late' })
    bridge.tell('library.changed', { feedIds: ['late'] })
    await settle()
    expect(state().feeds.map(({ feedId }) => feedId)).toContain('late')
  })

  it('draw no row again when the list that is asked for says the same', async () => {
    await state().showList(ALL)
    const { rowsVersion } = state()
    const rows = new Map(state().rows)
    await state().refreshList()
    expect(state().rowsVersion).toBe(rowsVersion)
    for (const [id, row] of rows) expect(state().rows.get(id)).toBe(row)
  })
})

describe('search', () => {
  it('shows only the answer to the last question, and ends with the list as it was', async () => {
    const before = state().layout
    state().search('co')
    state().search('com')
    state().search('comet')
    const shown: unknown[] = []
    const stop = store.subscribe(({ searchLayout }) => searchLayout && shown.push(searchLayout))
    await settle()
    stop()
    expect(state().searchLayout?.ids.length).toBeGreaterThan(0)
    expect(new Set(shown).size).toBe(1)
    // Asked at once, without a pause for typing; what was typed past while the first was on its way is never asked.
    const asked = bridge.asked.filter(({ name }) => name === 'search.query')
    expect(asked.map(({ args }) => args[0])).toEqual(['co', 'comet'])
    state().endSearch()
    expect(state().searchLayout).toBeNull()
    expect(state().layout).toBe(before)
  })

  it('shows the first of what was found before the rest, which comes below without another question', async () => {
    bridge.articles = makeArticles(300)
    const shown: number[] = []
    const stop = store.subscribe(({ searchLayout, searchWhole, searchNumber }) => {
      const count = searchLayout?.ids.length ?? 0
      if (shown.at(-1) !== count) shown.push(count)
      if (count > 0) expect([count, searchWhole, searchNumber]).toEqual([count, count === 200, 1])
    })
    state().search('e')
    await settle()
    stop()
    expect(shown).toEqual([0, 30, 200])
    const found = bridge.articles.filter(({ title, text }) => `${title} ${text}`.toLowerCase().includes('e'))
    expect(state().searchLayout?.ids).toEqual(found.slice(0, 200).map(({ articleId }) => articleId))
    expect(state().searchLayout?.ids.every((id) => state().rows.has(id))).toBe(true)
  })

  it('asks what was typed meanwhile before the rest of what was found', async () => {
    bridge.articles = makeArticles(300)
    state().search('e')
    const typed = store.subscribe(({ searchLayout }) => {
      if (!searchLayout) return
      typed()
      state().search('a')
    })
    await settle()
    const asked = bridge.asked.filter(({ name }) => name === 'search.query')
    expect(asked.map(({ args }) => args)).toEqual([
      ['e', 30, 8],
      ['a', 30, 8],
      ['a', 200, 0],
    ])
  })

  it('keeps the first of what was found when the rest cannot be had, and says so', async () => {
    bridge.articles = makeArticles(300)
    const stop = store.subscribe(({ searchLayout }) => {
      if (searchLayout) bridge.failing.set('search.query', 'The disk is full.')
    })
    state().search('e')
    await settle()
    stop()
    expect(state().searchLayout?.ids).toHaveLength(30)
    expect(state().searchWhole).toBe(true)
    expect(JSON.stringify(state().toasts)).toContain('The disk is full.')
  })

  it('shows nothing of an answer that comes after the search has ended', async () => {
    state().search('comet')
    state().endSearch()
    await settle()
    expect(state().searchLayout).toBeNull()
    expect(state().snippets.size).toBe(0)
  })

  it('gets the snippets of the first articles at once and the others when their rows come into view, each once', async () => {
    state().search('e')
    await settle()
    const ids = state().searchLayout?.ids ?? []
    expect(ids.length).toBeGreaterThan(40)
    expect([...state().snippets.keys()]).toEqual(ids.slice(0, 8))
    await Promise.all([state().wantSnippets(ids.slice(4, 20)), state().wantSnippets(ids.slice(18, 30))])
    const asked = bridge.asked.filter(({ name }) => name === 'search.snippets')
    expect(asked.map(({ args }) => args)).toEqual([
      ['e', ids.slice(8, 20)],
      ['e', ids.slice(20, 30)],
    ])
    expect([...state().snippets.keys()]).toEqual(ids.slice(0, 30))
    expect(state().snippets.get(ids[25]!)).toContain('e')
  })
})

describe('a feed', () => {
  it('is told what the reader chooses for it, and shows it', async () => {
    const feed = state().feeds[0]!
    expect(await state().changeFeed(feed, { intervalMinutes: 720, textSource: 'page' })).toBe(true)
    await settle()
    expect(bridge.feeds[0]?.choices).toMatchObject({ intervalMinutes: 720, textSource: 'page' })
  })

  it('is given a password that the window then forgets', async () => {
    const { url } = state().feeds[0]!
    await state().setLogin(url, { user: 'ann', password: 'a secret nobody sees' })
    expect(await state().askLogin(url)).toMatchObject({ ok: true, value: { user: 'ann' } })
    await settle()
    expect(JSON.stringify(state())).not.toContain('nobody sees')
  })

  it('says what was decided about it', async () => {
    const answer = await state().askDecisions(state().feeds[0]!.feedId)
    expect(answer.ok && answer.value.map(({ code }) => code)).toEqual(['ok', 'not_modified'])
  })
})

describe('highlights', () => {
  const wanted = {
    articleId: FERRY,
    quote: 'night ferry',
    prefix: '',
    suffix: '',
    color: 'green',
    note: null,
  } as const

  it('are shown in the article, changed, removed and put back exactly', async () => {
    await state().open(FERRY)
    const made = await state().addHighlight(wanted)
    const shown = () => {
      const { article } = state()
      return article.state === 'ready' ? article.detail.highlights : null
    }
    expect(shown()).toEqual([made])
    expect(state().rows.get(FERRY)?.highlightCount).toBe(1)
    await state().removeHighlight(made!)
    expect(shown()).toEqual([])
    state().toasts.at(-1)?.action?.run()
    await settle()
    expect(shown()).toEqual([made])
    expect(bridge.articles.find((one) => one.articleId === FERRY)?.highlights).toEqual([made])
  })

  it('remember the colour used last', async () => {
    await state().addHighlight(wanted)
    expect(state().lastColor).toBe('green')
  })
})

describe('sync', () => {
  it('tells at its end what it brought', async () => {
    await state().startSync()
    expect(state().sync.phase).toBe('feeds')
    bridge.tell('sync.progress', { ...state().sync, feedsDone: 8, newArticles: 5, failed: 2, bytes: 1000 })
    bridge.tell('sync.progress', { ...state().sync, phase: 'idle' })
    expect(state().lastSync).toMatchObject({ newArticles: 5, failed: 2, feeds: 8, at: NOW, cancelled: false })
  })

  it('is not started twice', async () => {
    await state().startSync()
    await state().startSync()
    expect(bridge.asked.filter(({ name }) => name === 'sync.start')).toHaveLength(1)
  })
})
