/** Feeds that want the reader's eye, and what is done with several of them at once. */
import { beforeEach, describe, expect, it } from 'vitest'
import type { FeedChoices, FeedRow } from '../../../contract/feed'
import { causeOf, feedsInTrouble, troubleOf } from '../../../renderer/activity/feed-trouble'
import { createAppStore, type AppStore } from '../../../renderer/store/app-store'
import { startStore } from '../../../renderer/store/follow-events'
import { FEEDS, NOW } from './fake-articles'
import { FakeBridge } from './fake-bridge'

const DAY = 24 * 60 * 60_000
type Change = Omit<Partial<FeedRow>, 'choices'> & { readonly choices?: Partial<FeedChoices> }
const feed = ({ choices, ...change }: Change = {}): FeedRow => ({
  ...FEEDS[0]!,
  ...change,
  choices: { ...FEEDS[0]!.choices, ...choices },
})
const daysAgo = (days: number) => new Date(NOW - days * DAY).toISOString()

describe('a feed', () => {
  it('is in trouble when it fails, was closed, is paused, or has been silent for half a year', () => {
    expect(troubleOf(feed(), NOW)).toBeNull()
    expect(troubleOf(feed({ problem: 'No answer.', lastResult: 'timeout' }), NOW)).toBe('failing')
    expect(troubleOf(feed({ problem: 'Gone.', lastResult: 'gone' }), NOW)).toBe('stopped')
    expect(troubleOf(feed({ problem: 'No answer.', choices: { paused: true } }), NOW)).toBe('paused')
    expect(troubleOf(feed({ newest: daysAgo(200) }), NOW)).toBe('silent')
    expect(troubleOf(feed({ newest: daysAgo(170) }), NOW)).toBeNull()
    expect(troubleOf(feed({ newest: null }), NOW)).toBe('silent')
  })

  it('is not silent before its first sync, and the one that comes with the program never is', () => {
    expect(troubleOf(feed({ newest: null, lastSync: null }), NOW)).toBeNull()
    expect(troubleOf(feed({ newest: daysAgo(900), url: 'offprint:starter' }), NOW)).toBeNull()
  })

  it('is listed with its cause in words', () => {
    const failing = feed({ problem: 'No answer from harbour.example.', failures: 4 })
    expect(causeOf(failing, NOW)).toBe('No answer from harbour.example. It failed 4 times in a row.')
    expect(causeOf(feed({ choices: { paused: true } }), NOW)).toBe('You paused it.')
    expect(causeOf(feed({ newest: null }), NOW)).toBe('It answers, and has never brought an article.')
    expect(causeOf(feed({ newest: daysAgo(400) }), NOW)).toMatch(
      /^It answers, and its newest article came .+\.$/,
    )
  })

  it('stands in one group, worst first', () => {
    const feeds = [feed({ newest: null }), feed({ problem: 'x', lastResult: 'dns' }), feed()]
    expect(feedsInTrouble(feeds, NOW).map(({ trouble, feeds: some }) => [trouble, some.length])).toEqual([
      ['failing', 1],
      ['silent', 1],
    ])
  })
})

describe('several feeds', () => {
  let bridge: FakeBridge
  let store: AppStore
  const paused = () => bridge.feeds.map(({ choices }) => choices.paused)
  const undo = async () => {
    store.getState().toasts.at(-1)?.action?.run()
    await new Promise((resolve) => setTimeout(resolve, 5))
  }

  beforeEach(async () => {
    bridge = new FakeBridge()
    bridge.feeds = bridge.feeds.slice(0, 3)
    store = createAppStore(bridge, () => NOW)
    await startStore(store, bridge)
  })

  it('are paused and let go on by one word, and undone by one', async () => {
    await store.getState().pauseFeeds(store.getState().feeds.slice(0, 2), true)
    expect(paused()).toEqual([true, true, false])
    expect(store.getState().toasts.at(-1)?.message).toBe('2 feeds are paused')
    await undo()
    expect(paused()).toEqual([false, false, false])
  })

  it('are not said to be paused when the library could not keep it', async () => {
    bridge.failing.set('feeds.change', 'The disk is full.')
    await store.getState().pauseFeeds(store.getState().feeds.slice(0, 2), true)
    expect(paused()).toEqual([false, false, false])
    expect(store.getState().toasts.map(({ message }) => message)).toEqual(['The disk is full.'])
  })
})
