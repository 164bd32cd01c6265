import { beforeEach, describe, expect, it } from 'vitest'
import type { FeedPreview, OfferedFeed } from '../../../contract/feed'
import { createAppStore } from '../../../renderer/store/app-store'
import type { AppStore } from '../../../renderer/store/app-store'
import { startStore } from '../../../renderer/store/follow-events'
import { previewFacts } from '../../../renderer/subscribe/preview-words'
import { NOW } from './fake-articles'
import { FakeBridge, PREVIEW } from './fake-bridge'

const SITE = 'https://site.example/'
const one: OfferedFeed = { url: `${SITE}feed.xml`, title: 'News', type: null, known: null, preview: PREVIEW }
const many = (count: number): readonly OfferedFeed[] =>
  Array.from({ length: count }, (_, at) => ({ ...one, url: `${SITE}${String(at)}.xml`, preview: null }))

let bridge: FakeBridge
let store: AppStore
const state = () => store.getState()
const asked = (name: string) => bridge.asked.filter((request) => request.name === name)
const chosen = () => [...state().subscribing.chosen]

beforeEach(async () => {
  bridge = new FakeBridge()
  store = createAppStore(bridge, () => NOW)
  await startStore(store, bridge)
})

describe('finding feeds', () => {
  it('shows the only feed with what came along, chosen already', async () => {
    bridge.offered = [one]
    await state().findFeeds(SITE, null)
    expect(state().subscribing).toMatchObject({ step: 'found', candidates: [{ feed: one, state: 'shown' }] })
    expect(chosen()).toEqual([one.url])
    expect(asked('feeds.preview')).toEqual([])
  })

  it('fetches the previews of the first five only; any other when it is asked for', async () => {
    bridge.offered = many(7)
    await state().findFeeds(SITE, null)
    const states = () => state().subscribing.candidates.map((candidate) => candidate.state)
    expect(states()).toEqual(['shown', 'shown', 'shown', 'shown', 'shown', 'waiting', 'waiting'])
    await state().previewCandidate(`${SITE}6.xml`)
    expect(states()[6]).toBe('shown')
    expect(chosen()).toEqual([`${SITE}0.xml`])
  })

  it('says beside a feed why it could not be read', async () => {
    bridge.offered = many(2)
    bridge.failing.set('feeds.preview', 'site.example has nothing at this address (404).')
    await state().findFeeds(SITE, null)
    expect(state().subscribing).toMatchObject({
      step: 'found',
      candidates: [{ state: 'failed', problem: 'site.example has nothing at this address (404).' }, {}],
    })
  })

  it('says why nothing was found, and where a name is wanted', async () => {
    bridge.failing.set('feeds.discover', 'No feed was found.')
    await state().findFeeds(SITE, null)
    expect(state().subscribing).toMatchObject({
      step: 'address',
      problem: 'No feed was found.',
      locked: null,
    })
  })

  it('drops an answer that comes after the reader has begun anew', async () => {
    const late = { arrive: (): void => undefined }
    bridge.late = new Promise((resolve) => (late.arrive = resolve))
    bridge.lateName = 'feeds.discover'
    const finding = state().findFeeds(SITE, null)
    state().beginSubscribing()
    late.arrive()
    await finding
    expect(state().subscribing).toMatchObject({ step: 'address', candidates: [] })
  })

  it('chooses nothing for a reader who has one of the feeds', async () => {
    const [first, second] = many(2)
    bridge.offered = [{ ...first!, known: { feedId: 'f1', title: 'Mine' } }, second!]
    await state().findFeeds(SITE, null)
    expect(chosen()).toEqual([])
  })
})

describe('adding feeds', () => {
  it('adds all that were chosen into the folder, and syncs them alone', async () => {
    bridge.offered = many(3)
    await state().findFeeds(SITE, null)
    state().chooseCandidate(`${SITE}2.xml`)
    expect(await state().addChosen(['Sea'])).toBe(true)
    expect(asked('feeds.add').map(({ args }) => args)).toEqual([
      [`${SITE}0.xml`, ['Sea']],
      [`${SITE}2.xml`, ['Sea']],
    ])
    const added = bridge.feeds.slice(-2).map(({ feedId }) => feedId)
    expect(asked('sync.start').map(({ args }) => args)).toEqual([[added]])
    expect(state().toasts.at(-1)?.message).toBe('2 feeds were added')
  })

  it('keeps what failed, with why, and syncs nothing', async () => {
    bridge.offered = [one]
    await state().findFeeds(SITE, null)
    bridge.failing.set('feeds.add', 'The disk is full.')
    expect(await state().addChosen([])).toBe(false)
    expect(state().subscribing).toMatchObject({
      step: 'found',
      candidates: [{ problem: 'The disk is full.' }],
    })
    expect(chosen()).toEqual([one.url])
    expect(asked('sync.start')).toEqual([])
  })
})

it('tells what could not be added after the dialog was closed', async () => {
  bridge.offered = [one]
  await state().findFeeds(SITE, null)
  bridge.failing.set('feeds.add', 'The disk is full.')
  const adding = state().addChosen([])
  state().beginSubscribing()
  expect(await adding).toBe(false)
  expect(state().toasts.at(-1)).toMatchObject({ tone: 'problem', message: 'The disk is full.' })
  expect(state().subscribing.step).toBe('address')
})

describe('the line about a feed', () => {
  const facts = (change: Partial<FeedPreview>) => previewFacts({ ...PREVIEW, ...change }, NOW).join(', ')

  it('tells its kind, how often it publishes and how much it carries', () => {
    expect(facts({})).toBe('RSS, about 2 a day, whole articles')
    expect(facts({ format: 'json', perMonth: 14, text: null })).toBe('JSON Feed, about 3 a week')
    expect(facts({ perMonth: 3, text: null })).toBe('RSS, about 3 a month')
    expect(facts({ perMonth: 0.4, text: null })).toBe('RSS, less than one a month')
    expect(facts({ perMonth: null, text: null })).toBe('RSS')
  })

  it('says since when nothing came rather than how often it used to', () => {
    const newest = new Date(NOW - 400 * 86_400_000).toISOString()
    expect(facts({ newest, text: null })).toMatch(/^RSS, nothing new since .*\d{4}$/)
  })
})
