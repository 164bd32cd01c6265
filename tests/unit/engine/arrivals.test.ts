import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Rule } from '../../../contract/rule'
import { Arrivals } from '../../../electron/engine/arrivals'
import { FollowedLibrary } from '../../../electron/engine/followed-library'
import { LibraryStore } from '../../../electron/library/library-store'
import { removeFolder, sampleArticle, sampleFeed, temporaryFolder, NOON } from '../library/sample-library'

let folder: string
let library: LibraryStore
let arrivals: Arrivals
let followed: FollowedLibrary

const open = () => LibraryStore.open(folder, { now: () => NOON, onNotice: () => undefined })

function follow(): void {
  arrivals = new Arrivals(library)
  followed = new FollowedLibrary(library, {
    arrived: arrivals.arrived,
    stored: () => undefined,
    textChanged: () => Promise.resolve(),
    feedsChanged: () => undefined,
  })
}

beforeEach(async () => {
  folder = await temporaryFolder()
  library = await open()
  await library.addFeed(sampleFeed('harbour'))
  follow()
})

afterEach(async () => {
  await library.close()
  await removeFolder(folder)
})

const rule = (value: string, ...actions: Rule['actions'][number][]): Rule => ({
  ruleId: value,
  enabled: true,
  conditions: [{ field: 'title', value, not: false }],
  actions,
})
const article = (number: number, title: string) => sampleArticle('harbour', number, { title })
const everything = { view: 'all', feedId: null, folder: null, order: 'newest' } as const
const listed = (view: 'all' | 'starred' | 'unread' = 'all') =>
  library.list({ ...everything, view }, null, 100, NOON).records.map(({ title }) => title)

describe('arriving articles', () => {
  it('are told where the reader wants it of their feed, without any rule, but not what a feed begins with', async () => {
    await library.changeFeed('harbour', { notify: true })
    await followed.saveArticles('harbour', [article(1, 'A ferry')])
    expect(arrivals.takeNotified()).toEqual([])
    await followed.saveArticles('harbour', [article(2, 'A tram')])
    expect(arrivals.takeNotified().map(({ title }) => title)).toEqual(['A tram'])
    await library.saveRules([rule('bus', 'mute')])
    await followed.saveArticles('harbour', [article(3, 'A bus'), article(4, 'A barge')])
    expect(arrivals.takeNotified().map(({ title }) => title)).toEqual(['A barge'])
  })

  it('are read, starred and saved as the rules say', async () => {
    await library.saveRules([rule('ferry', 'star', 'save'), rule('tram', 'read')])
    const [ferry, tram, plain] = [article(1, 'A ferry'), article(2, 'A tram'), article(3, 'A bus')]
    await followed.saveArticles('harbour', [ferry, tram, plain])
    expect(library.status(ferry.articleId)).toEqual({ read: false, starred: true, saved: true })
    expect(library.status(tram.articleId)).toEqual({ read: true, starred: false, saved: false })
    expect(library.status(plain.articleId)).toEqual({ read: false, starred: false, saved: false })
  })

  it('stand in no list and no count when they are muted, and are kept', async () => {
    await library.saveRules([rule('tram', 'mute')])
    const tram = article(2, 'A tram')
    const ferry = article(1, 'A ferry')
    await followed.saveArticles('harbour', [ferry, tram])
    expect(listed()).toEqual(['A ferry'])
    expect(library.counts(NOON)).toMatchObject({ all: 1, unread: 1 })
    expect(library.feedCounts('harbour')).toEqual({
      unread: 1,
      total: 1,
      newest: Date.parse(ferry.published!),
    })
    expect(library.article(tram.articleId)?.title).toBe('A tram')
    await library.setStatus([tram.articleId], { starred: true })
    expect(listed('starred')).toEqual(['A tram'])
  })

  it('stay muted when the library is opened again and when the article changes', async () => {
    await library.saveRules([rule('tram', 'mute')])
    await followed.saveArticles('harbour', [article(2, 'A tram')])
    await library.flush()
    await library.close()
    library = await open()
    follow()
    expect(library.rules()).toEqual([rule('tram', 'mute')])
    expect(listed()).toEqual([])
    await followed.saveArticles('harbour', [article(2, 'A tram, corrected')])
    expect(listed()).toEqual([])
  })

  it('are looked at once: what the reader does afterwards stays', async () => {
    await library.saveRules([rule('ferry', 'read')])
    const ferry = article(1, 'A ferry')
    await followed.saveArticles('harbour', [ferry])
    await library.setStatus([ferry.articleId], { read: false })
    await followed.saveArticles('harbour', [{ ...ferry, excerpt: 'Changed.' }])
    expect(library.status(ferry.articleId).read).toBe(false)
  })

  it('are told of when a rule asks for it, but not the first of a feed and not the muted', async () => {
    await library.saveRules([rule('ferry', 'notify'), rule('tram', 'mute', 'notify')])
    await followed.saveArticles('harbour', [article(1, 'A ferry')])
    expect(arrivals.takeNotified()).toEqual([])
    await followed.saveArticles('harbour', [article(2, 'Another ferry'), article(3, 'A tram')])
    expect(arrivals.takeNotified().map(({ title }) => title)).toEqual(['Another ferry'])
    expect(arrivals.takeNotified()).toEqual([])
  })

  it('show beforehand whom a rule would find', async () => {
    await followed.saveArticles('harbour', [article(1, 'A ferry'), article(2, 'A tram')])
    expect(arrivals.preview({ ...rule('ferry', 'mute'), enabled: false })).toEqual({
      looked: 2,
      matching: 1,
      titles: ['A ferry'],
    })
    expect(listed()).toHaveLength(2)
  })
})
