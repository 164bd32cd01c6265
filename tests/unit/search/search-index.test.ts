import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseQuery } from '../../../electron/search/parse-query'
import type { IndexedArticle } from '../../../electron/search/article-rows'
import { SearchIndex } from '../../../electron/search/search-index'
import { articleOf, idOf, makeFolder } from './index-of'

const NOW = Date.UTC(2024, 2, 1)
let place: ReturnType<typeof makeFolder>
let index: SearchIndex

beforeEach(async () => {
  place = makeFolder()
  index = await SearchIndex.open(place.file)
})
afterEach(() => {
  index.close()
  place.remove()
})

const put = (...articles: IndexedArticle[]) => index.put(articles)
const names = ['harbour', 'orchard', 'lantern', 'glacier', 'weaver']
const find = (query: string, size = 100) =>
  index
    .query(parseQuery(query), { before: null, size, now: NOW })
    .hits.map(({ articleId }) => names.find((name) => idOf(name) === articleId) ?? articleId)

describe('SearchIndex.query', () => {
  it('finds a word of title, byline and body, whatever its case and accents', () => {
    put(
      articleOf('harbour', { title: 'Élan in the Harbour' }),
      articleOf('orchard', { byline: 'Zoë Łódzka' }),
      articleOf('lantern', { text: 'A quiet NAÏVE plan' }),
    )
    expect(find('elan ')).toEqual(['harbour'])
    expect(find('Lodzka ')).toEqual(['orchard'])
    expect(find('naive ')).toEqual(['lantern'])
    expect(find('nothing ')).toEqual([])
  })
  it('finds the word being typed by its beginning, and whole words only before it', () => {
    put(
      articleOf('harbour', { text: 'election observers' }),
      articleOf('orchard', { text: 'observe an electrician' }),
    )
    expect(find('elec').sort()).toEqual(['harbour', 'orchard'])
    expect(find('elec obs')).toEqual([])
    expect(find('elec* obs').sort()).toEqual(['harbour', 'orchard'])
    expect(find('election obs')).toEqual(['harbour'])
  })
  it('finds rare words by their beginning beside hundreds of commoner ones', () => {
    const common = Array.from({ length: 60 }, (_, n) => `stra${String.fromCharCode(97 + (n % 20))}${n}`)
    put(...common.map((word, n) => articleOf(`n${n}`, { text: `${word} ${common[(n + 1) % 60]}` })))
    put(articleOf('harbour', { text: 'strawberry' }), articleOf('orchard', { text: 'zebra straddle' }))
    expect(find('stra')).toHaveLength(62)
    expect(find('zebra stra')).toEqual(['orchard'])
    expect(find('straw')).toEqual(['harbour'])
  })
  it('finds singular and plural, but in quotes only the word as it is', () => {
    put(articleOf('harbour', { text: 'two elections' }), articleOf('orchard', { text: 'one election' }))
    expect(find('election ').sort()).toEqual(['harbour', 'orchard'])
    expect(find('"election" ')).toEqual(['orchard'])
  })
  it('finds phrases in their order only', () => {
    put(
      articleOf('harbour', { text: 'the old harbour wall' }),
      articleOf('orchard', { text: 'the wall of the old harbour' }),
    )
    expect(find('"harbour wall"')).toEqual(['harbour'])
  })
  it('finds Chinese, Japanese, Korean and Thai inside longer runs, by one character too', () => {
    put(
      articleOf('harbour', { text: '他在北京大学学习计算机科学' }),
      articleOf('orchard', { text: '東京でカメラを買いました' }),
      articleOf('lantern', { text: '대통령이 서울에서 연설했다' }),
      articleOf('glacier', { text: 'น้ำท่วมกรุงเทพเมื่อวานนี้' }),
    )
    expect(find('北京大学')).toEqual(['harbour'])
    expect(find('大学 ')).toEqual(['harbour'])
    expect(find('京').sort()).toEqual(['harbour', 'orchard'])
    expect(find('学北')).toEqual([])
    expect(find('カメラ')).toEqual(['orchard'])
    expect(find('대통령')).toEqual(['lantern'])
    expect(find('กรุงเทพ')).toEqual(['glacier'])
  })
  it('keeps to fields', () => {
    put(
      articleOf('harbour', { title: 'Storm', byline: 'Mara Field', text: 'calm' }),
      articleOf('orchard', { title: 'Calm', byline: 'A. Storm', text: 'storm' }),
    )
    expect(find('title:storm ')).toEqual(['harbour'])
    expect(find('author:storm ')).toEqual(['orchard'])
    expect(find('author:"mara field"')).toEqual(['harbour'])
    expect(find('author:fie')).toEqual(['harbour'])
  })
  it('keeps to feeds by words of their titles or by id, and leaves feeds out', () => {
    put(
      articleOf('harbour', { feedId: 'f1', feedTitle: 'Northern Courier', text: 'rain' }),
      articleOf('orchard', { feedId: 'f2', feedTitle: 'Southern Courier', text: 'rain' }),
    )
    expect(find('feed:northern rain ')).toEqual(['harbour'])
    expect(find('feed:"courier south"')).toEqual(['orchard'])
    expect(find('feed:f2')).toEqual(['orchard'])
    expect(find('feed:unheard rain')).toEqual([])
    expect(find('rain -feed:northern')).toEqual(['orchard'])
    index.renameFeed('f2', 'Evening Post')
    expect(find('feed:evening')).toEqual(['orchard'])
  })
  it('keeps to days', () => {
    put(
      articleOf('harbour', { published: '2023-12-31T23:59:59.000Z' }),
      articleOf('orchard', { published: '2024-01-01T00:00:00.000Z' }),
      articleOf('lantern', { published: null, arrived: '2024-02-10T00:00:00.000Z' }),
    )
    expect(find('before:2024')).toEqual(['harbour'])
    expect(find('after:2024').sort()).toEqual(['lantern', 'orchard'])
    expect(find('after:2024-01-01 before:2024-02')).toEqual(['orchard'])
  })
  it('leaves out words, alone and beside others', () => {
    put(
      articleOf('harbour', { text: 'ships and storms' }),
      articleOf('orchard', { text: 'ships' }),
      articleOf('lantern'),
    )
    expect(find('ships -storms')).toEqual(['orchard'])
    expect(find('-ships ')).toEqual(['lantern'])
  })
  it('takes either of two words around OR', () => {
    put(
      articleOf('harbour', { text: 'red ships' }),
      articleOf('orchard', { text: 'red carts' }),
      articleOf('lantern', { text: 'carts' }),
    )
    expect(find('red ships OR carts ').sort()).toEqual(['harbour', 'orchard'])
  })
  it('finds nothing for signs without letters and survives the operators of its engine', () => {
    put(articleOf('harbour', { text: 'near and not' }))
    for (const query of [
      '—',
      '"',
      '* *',
      '^',
      '(',
      ')',
      '{title}:',
      'a:b:c',
      "'; DROP TABLE words; --",
      '\0',
      '""',
    ])
      expect(() => find(query), query).not.toThrow()
    expect(find('NEAR NOT ')).toEqual(['harbour'])
  })
  it('ranks a match in the title first, and the newer of two alike', () => {
    put(
      articleOf('harbour', { title: 'Ferry', text: 'tide', published: '2020-01-01T00:00:00.000Z' }),
      articleOf('orchard', { title: 'News', text: 'ferry tide', published: '2020-01-01T00:00:00.000Z' }),
      articleOf('lantern', { title: 'News', text: 'ferry tide', published: '2024-02-28T00:00:00.000Z' }),
    )
    expect(find('ferry ')).toEqual(['harbour', 'lantern', 'orchard'])
  })
  it('answers page by page, each article once, with old titles on the first', () => {
    put(
      articleOf('harbour', { title: 'Ferry', published: '2020-01-01T00:00:00.000Z' }),
      ...Array.from({ length: 25 }, (_, n) => articleOf(`n${n}`, { text: 'ferry' })),
    )
    const first = index.query(parseQuery('ferry '), { before: null, size: 10, now: NOW })
    expect(first.hits[0]?.articleId).toBe(idOf('harbour'))
    expect(first.hits).toHaveLength(11)
    const second = index.query(parseQuery('ferry '), { before: first.next, size: 10, now: NOW })
    const third = index.query(parseQuery('ferry '), { before: second.next, size: 10, now: NOW })
    expect(third.next).toBeNull()
    const all = [first, second, third].flatMap(({ hits }) => hits.map(({ articleId }) => articleId))
    expect(new Set(all).size).toBe(26)
  })
})

describe('SearchIndex upkeep', () => {
  it('replaces an article and forgets its old words', () => {
    put(articleOf('harbour', { text: 'first wording' }))
    put(articleOf('harbour', { text: 'second wording', stamp: '2' }))
    expect(index.count()).toBe(1)
    expect(find('first ')).toEqual([])
    expect(find('second ')).toEqual(['harbour'])
  })
  it('removes articles and whole feeds', () => {
    put(articleOf('harbour'), articleOf('orchard'), articleOf('lantern', { feedId: 'other' }))
    index.remove([idOf('harbour'), idOf('unknown')])
    expect(find('harbour ')).toEqual([])
    index.removeFeed('daily')
    expect(index.count()).toBe(1)
    expect(find('lantern ')).toEqual(['lantern'])
  })
  it('gives articles of one minute, or all without a date, numbers of their own', () => {
    put(
      ...Array.from({ length: 500 }, (_, n) =>
        articleOf(`n${n}`, { published: n % 2 ? null : '1981-01-01T00:00:00.000Z' }),
      ),
    )
    put(articleOf('n1', { published: '2024-02-28T00:00:00.000Z', stamp: '2' }))
    expect(index.count()).toBe(500)
  })
  it('lists the newest first, whatever the order in which they came', () => {
    put(
      articleOf('orchard', { text: 'ferry', published: '2024-02-02T00:00:00.000Z' }),
      articleOf('lantern', { text: 'ferry', published: '2024-02-03T00:00:00.000Z' }),
      articleOf('harbour', { text: 'ferry', published: '2024-02-01T00:00:00.000Z' }),
      articleOf('glacier', {
        text: 'ferry',
        published: '2999-01-01T00:00:00.000Z',
        arrived: '2024-02-01T12:00:00.000Z',
      }),
    )
    expect(find('feed:daily')).toEqual(['lantern', 'orchard', 'glacier', 'harbour'])
    expect(find('ferry ', 1)).toEqual(['lantern'])
  })
  it('tells what is missing or was changed', () => {
    put(articleOf('harbour', { stamp: 'a' }), articleOf('orchard', { stamp: 'b' }))
    const stamped = (name: string, stamp: string) => ({ articleId: idOf(name), stamp })
    expect(index.stale([stamped('harbour', 'a'), stamped('orchard', 'c'), stamped('lantern', 'a')])).toEqual([
      idOf('orchard'),
      idOf('lantern'),
    ])
  })
  it('lists all its articles in pages', () => {
    put(...names.map((name) => articleOf(name)))
    const first = index.list(0, 3)
    const second = index.list(first.next ?? -1, 3)
    expect([...first.articleIds, ...second.articleIds]).toEqual(names.map(idOf))
    expect(second.next).toBeNull()
  })
  it('keeps all over closing and opening, and is whole after tidying', async () => {
    for (let batch = 0; batch < 40; batch++)
      put(...Array.from({ length: 5 }, (_, n) => articleOf(`a${batch}-${n}`, { text: 'ferry' })))
    put(articleOf('harbour', { text: 'tide' }))
    index.close()
    index = await SearchIndex.open(place.file)
    expect(index.state).toBe('kept')
    while (index.tidy());
    index.check()
    expect(index.count()).toBe(201)
    expect(find('tide ')).toEqual(['harbour'])
  })
  it('gives the nearest articles with the shared words, never the article itself, and none for strangers', () => {
    const chess = (name: string, text: string) => articleOf(name, { title: 'Chess crown', text })
    const orlik = chess(
      'harbour',
      'The young Nadia Orlik won the chess championship in Tarsk with a queen sacrifice.',
    )
    put(
      ...Array.from({ length: 30 }, (_, n) =>
        articleOf(`bread${n}`, { title: `Bread ${n}`, text: `flour oven caraway rye ${n}` }),
      ),
      orlik,
      chess('orchard', 'With a queen sacrifice the teenager Nadia Orlik became champion in Tarsk.'),
      articleOf('lantern', { title: 'A garden in May', text: 'Roses need water.' }),
    )
    const near = index.nearest(orlik, 5)
    expect(near.map(({ articleId }) => articleId)).toEqual([idOf('orchard')])
    expect(near[0]?.why).toMatch(/Orlik|Tarsk/)
    expect(
      index.nearest(articleOf('lantern', { title: 'A garden in May', text: 'Roses need water.' }), 5),
    ).toEqual([])
  })
  it('finds what is near to an old article at its own time, behind any number of newer ones that share its words', () => {
    const text = 'Orlik sacrificed queens, Tarsk cheered wildly.'
    const words = (n: number) => Array.from({ length: 60 }, (_, word) => `filler${n}x${word}`).join(' ')
    const old = articleOf('harbour', { title: 'Orlik', text, published: '2021-05-03T08:00:00.000Z' })
    put(
      old,
      articleOf('orchard', { title: 'Orlik', text, published: '2021-05-04T08:00:00.000Z' }),
      ...Array.from({ length: 150 }, (_, n) =>
        articleOf(`newer${n}`, { title: 'Orlik', text: `${text} ${words(n)}` }),
      ),
      ...Array.from({ length: 300 }, (_, n) => articleOf(`bread${n}`, { text: `flour oven caraway ${n}` })),
      articleOf('lantern', { title: 'Orlik', text, published: '2024-02-29T08:30:00.000Z' }),
    )
    const near = index.nearest(old, 2).map(({ articleId }) => articleId)
    // The one of that week, and one that came years after.
    expect(near).toEqual([idOf('orchard'), idOf('lantern')])
  })
})
