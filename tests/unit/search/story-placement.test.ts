/** Stories as the index finds them, one new article at a time. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { IndexedArticle } from '../../../electron/search/article-rows'
import { parseQuery } from '../../../electron/search/parse-query'
import { SearchIndex } from '../../../electron/search/search-index'
import { articleOf, idOf, makeFolder } from './index-of'

let place: ReturnType<typeof makeFolder>
let index: SearchIndex
/** As the index last said. */
let stories: Map<string, { readonly story: number | null; readonly wording: number | null }>

beforeEach(async () => {
  place = makeFolder()
  index = await SearchIndex.open(place.file)
  stories = new Map()
  put(...Array.from({ length: 60 }, (_, n) => filler(n)))
})
afterEach(() => {
  index.close()
  place.remove()
})

function put(...articles: IndexedArticle[]): void {
  index.put(articles)
  learn()
}

/** As many at once as were put in, and the rest. */
function learn(limit = 60): void {
  for (let left = true; left;) {
    const placed = index.place(limit)
    for (const { articleId, story, wording } of placed.places) stories.set(articleId, { story, wording })
    left = placed.left
  }
}

const storyOf = (name: string): number | null => stories.get(idOf(name))?.story ?? null
const wordingOf = (name: string): number | null => stories.get(idOf(name))?.wording ?? null

/** Everyday articles, so that the words of the stories below are rare. */
function filler(n: number): IndexedArticle {
  const word = (place: number): string => idOf(`${String(n)} ${String(place)}`).slice(0, 7)
  const words = Array.from({ length: 24 }, (_, place) => word(place)).join(' ')
  return articleOf(`filler${n}`, {
    feedId: `feed${n % 7}`,
    title: `${word(30)} and ${word(31)}`,
    text: `The mayor said that people near the station were glad. ${words}.`,
  })
}

const AGENCY =
  'A freight train carrying grain derailed near Velmar on Tuesday morning, blocking the Orsk line in both directions. ' +
  'Nobody was hurt. Eleven wagons left the rails after a bridge bearing failed, the operator Transrail said. ' +
  'Engineers from Velmar expect the line to reopen on Friday, and buses replace passenger trains until then.'
const OWN_REPORT =
  'Commuters stood in the rain at Velmar station after eleven wagons of grain tipped over beside the Orsk bridge. ' +
  'Transrail blamed a failed bearing for the derailment and promised buses. Engineers hope to clear the freight wagons by Friday.'

/** What all pages of a site say beside their subject. */
const HOUSE_STYLE =
  'Read more of our coverage in the evening edition. Subscribers find the archive, the crossword and the letters page below. ' +
  'Our correspondents write from the coast and the mountains, and every picture is described for readers who cannot see it.'

function report(name: string, change: Partial<IndexedArticle> = {}): IndexedArticle {
  return articleOf(name, {
    feedId: name,
    title: 'Grain train derails near Velmar, Orsk line blocked',
    text: AGENCY,
    ...change,
  })
}

describe('stories in the index', () => {
  it('puts a copied text and another report of the event into one story, and tells them apart', () => {
    put(
      report('daily'),
      report('evening', { title: 'Velmar: grain train derails', text: `${AGENCY} More follows.` }),
    )
    put(report('own', { title: 'Derailed wagons at Velmar strand commuters on Orsk line', text: OWN_REPORT }))
    expect(storyOf('daily')).not.toBeNull()
    expect(storyOf('evening')).toBe(storyOf('daily'))
    expect(storyOf('own')).toBe(storyOf('daily'))
    expect(wordingOf('evening')).toBe(wordingOf('daily'))
    expect(wordingOf('own')).not.toBe(wordingOf('daily'))
  })
  it('leaves strangers alone', () => {
    put(report('daily'), report('evening'))
    const grouped = Array.from({ length: 60 }, (_, n) => `filler${n}`).filter(
      (name) => storyOf(name) !== null,
    )
    expect(grouped).toEqual([])
  })
  it('does not reach over the window of days', () => {
    put(report('daily'), report('later', { published: '2024-02-10T08:00:00.000Z' }))
    expect(storyOf('daily')).toBeNull()
    expect(storyOf('later')).toBeNull()
  })
  it('keeps the instalments of a series apart, however alike they are', () => {
    const forecast = (name: string, day: string, feedId: string): IndexedArticle =>
      articleOf(name, {
        feedId,
        title: `Velmar forecast for ${day}`,
        text: 'Velmar forecast: mild westerly wind from Orsk, showers towards evening, twelve degrees at the coast near Velmar.',
      })
    put(forecast('tue', 'Tuesday', 'weather'), forecast('wed', 'Wednesday', 'weather'))
    put(forecast('thu', 'Thursday', 'other'))
    expect([storyOf('tue'), storyOf('wed'), storyOf('thu')]).toEqual([null, null, null])
    put(forecast('tue-copy', 'Tuesday', 'other'))
    expect(storyOf('tue-copy')).not.toBeNull()
    expect(storyOf('tue-copy')).toBe(storyOf('tue'))
  })
  it.each([
    ['as it stands', (n: number) => `Report number ${n} from the harbour`],
    ['in capitals', (n: number) => `Harbour Report Number ${n} Came In`],
  ])('makes no stories of a numbered series in a new library, of whichever feeds: %s', async (_, titleOf) => {
    const fresh = makeFolder()
    const filled = index
    index = await SearchIndex.open(fresh.file)
    const names = Array.from({ length: 24 }, (__, n) => `report${n}`)
    names.forEach((name, n) => {
      const text =
        `Report ${n} came in from the harbour this morning. The boats of quay ${n} brought ${n * 3 + 7} crates of herring to the market. ` +
        `A clerk wrote the weight down and the harbour master signed report ${n}. Nobody could remember so quiet a day, said the fishermen.`
      put(articleOf(name, { feedId: `feed${n % 4}`, title: titleOf(n), text }))
    })
    index.close()
    fresh.remove()
    index = filled
    expect(names.filter((name) => storyOf(name) !== null)).toEqual([])
  })
  it('takes numbers that are written differently, or left out, for no series', () => {
    const cuts = (name: string, title: string): IndexedArticle => report(name, { title })
    put(cuts('one', 'Transrail cuts 1,000 jobs after Velmar derailment'))
    put(cuts('two', 'Transrail cuts 1000 jobs after Velmar derailment'))
    put(cuts('three', 'Transrail cuts jobs after Velmar derailment'))
    expect(storyOf('one')).not.toBeNull()
    expect([storyOf('two'), storyOf('three')]).toEqual([storyOf('one'), storyOf('one')])
  })
  it('lets a changed article go from the story that it no longer tells', () => {
    put(report('daily'), report('evening'), report('own', { text: OWN_REPORT }))
    expect(storyOf('own')).toBe(storyOf('daily'))
    const changed = report('own', {
      title: 'A recipe for plum cake',
      text: 'Plums, flour, butter and patience.',
    })
    put(changed)
    expect(storyOf('own')).toBeNull()
    expect(storyOf('daily')).toBe(storyOf('evening'))
    index.put([changed])
    expect(index.place(10)).toEqual({ places: [], left: false })
  })
  it('makes no story of what one feed alone says, and one as soon as another feed says it too', () => {
    put(report('daily'), report('evening', { feedId: 'daily' }))
    expect([storyOf('daily'), storyOf('evening')]).toEqual([null, null])
    put(report('other'))
    expect(storyOf('daily')).not.toBeNull()
    expect([storyOf('evening'), storyOf('other')]).toEqual([storyOf('daily'), storyOf('daily')])
  })
  it('does not take articles for one story because their excerpts became whole pages', async () => {
    const fresh = makeFolder()
    const filled = index
    index = await SearchIndex.open(fresh.file)
    const names = Array.from({ length: 6 }, (_, n) => `page${n}`)
    const page = (name: string, n: number): IndexedArticle => {
      const own = filler(n)
      return { ...own, articleId: idOf(name), feedId: name, text: `${HOUSE_STYLE} ${own.text}` }
    }
    names.forEach((name, n) => {
      put({ ...page(name, n), text: 'Today in the news.' })
    })
    names.forEach((name, n) => {
      put(page(name, n))
    })
    expect(names.map(storyOf)).toEqual(names.map(() => null))
    index.close()
    fresh.remove()
    index = filled
  })
  it('finds what it could not weigh while the library was new', async () => {
    const fresh = makeFolder()
    const filled = index
    index = await SearchIndex.open(fresh.file)
    put(report('daily'))
    put(report('evening'))
    put(report('own', { title: 'Derailed wagons at Velmar strand commuters on Orsk line', text: OWN_REPORT }))
    for (let n = 0; n < 50; n++) put(filler(n))
    expect([storyOf('evening'), storyOf('own')]).toEqual([storyOf('daily'), storyOf('daily')])
    index.close()
    fresh.remove()
    index = filled
  })
  it('goes on counting stories after a restart', async () => {
    put(report('daily'), report('evening'))
    const before = storyOf('daily')
    index.close()
    index = await SearchIndex.open(place.file)
    const other = (name: string): IndexedArticle =>
      report(name, {
        title: 'Nadia Orlik wins the chess crown in Tarsk',
        text: 'Nadia Orlik of Tarsk won the chess championship with a queen sacrifice against Pavel Drum.',
      })
    put(other('chess1'), other('chess2'))
    expect(storyOf('chess1')).toBe(storyOf('chess2'))
    expect(storyOf('chess1')).not.toBe(before)
  })

  it('finds an article before it is grouped, and groups after a restart what was not yet', async () => {
    put(report('daily'))
    index.put([report('evening')])
    expect(stories.get(idOf('evening'))).toBeUndefined()
    expect(index.query(parseQuery('derails'), { before: null, size: 10, now: 0 }).hits).toHaveLength(2)
    index.close()
    index = await SearchIndex.open(place.file)
    learn()
    expect(storyOf('evening')).toBe(storyOf('daily'))
    expect(storyOf('evening')).not.toBeNull()
  })

  it('groups in small steps the same, and passes over what is gone by then', () => {
    index.put([report('daily'), report('gone'), report('evening'), report('other')])
    index.remove([idOf('gone')])
    learn(1)
    expect(storyOf('daily')).not.toBeNull()
    expect([storyOf('evening'), storyOf('other')]).toEqual([storyOf('daily'), storyOf('daily')])
    expect(stories.has(idOf('gone'))).toBe(false)
  })

  it('compares no two articles twice: one whose turn is still to come is left to it', () => {
    index.put([report('daily'), report('evening')])
    expect(index.place(1)).toEqual({ places: [], left: true })
    learn(1)
    expect(storyOf('daily')).toBe(storyOf('evening'))
    expect(storyOf('daily')).not.toBeNull()
  })

  it('looks at an article as it is now, when it was put in again before it was grouped', () => {
    put(
      report('daily'),
      report('own', { title: 'A recipe for plum cake', text: 'Plums, flour and patience.' }),
    )
    index.put([report('own')])
    put(report('evening'))
    expect(storyOf('own')).toBe(storyOf('daily'))
    expect(storyOf('own')).not.toBeNull()
  })
})
