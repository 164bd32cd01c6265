/** The way from an address to feeds of one's own: finding what it offers, looking at each, choosing, adding. */
import type { AddedFeed, FeedLogin, OfferedFeed } from '../../contract/feed'
import { wording } from '../text/wording'
import type { AppState, SliceTools } from './app-state'

/** A feed that was found; its address, as it was offered, is its name here. */
export interface Candidate {
  readonly feed: OfferedFeed
  /** Whether its newest articles have been asked for. */
  readonly state: 'waiting' | 'loading' | 'shown' | 'failed'
  /** Why it could not be read or added. */
  readonly problem: string | null
}

export interface Subscribing {
  readonly step: 'address' | 'finding' | 'found' | 'adding'
  /** The address that was looked at. */
  readonly address: string
  readonly candidates: readonly Candidate[]
  /** Addresses of candidates. */
  readonly chosen: ReadonlySet<string>
  readonly problem: string | null
  /** An address whose site wants a name and password. */
  readonly locked: string | null
}

export interface SubscribeSlice {
  readonly subscribing: Subscribing
  /** Back to the beginning; what is on its way comes to nothing. */
  readonly beginSubscribing: () => void
  /** @param login kept for its site when it let us in; null for none */
  readonly findFeeds: (address: string, login: FeedLogin | null) => Promise<void>
  readonly previewCandidate: (url: string) => Promise<void>
  readonly chooseCandidate: (url: string) => void
  /** Adds what was chosen and syncs it; true when nothing is left to do. */
  readonly addChosen: (folder: readonly string[]) => Promise<boolean>
}

const NOTHING: Subscribing = {
  step: 'address',
  address: '',
  candidates: [],
  chosen: new Set(),
  problem: null,
  locked: null,
}
/** Fetched without being asked for: most sites offer two or three feeds, and a hundred at once would be no polite visit. */
const PREVIEWED = 5

type Change = (change: Partial<Subscribing>) => void

export function createSubscribeSlice(tools: SliceTools): SubscribeSlice {
  const { set, get } = tools
  const change: Change = (some) => {
    set({ subscribing: { ...get().subscribing, ...some } })
  }
  return {
    subscribing: NOTHING,
    beginSubscribing: () => {
      set({ subscribing: { ...NOTHING, locked: get().subscribing.locked } })
    },
    ...createFinding(tools, change),
    chooseCandidate: (url) => {
      const chosen = new Set(get().subscribing.chosen)
      if (!chosen.delete(url)) chosen.add(url)
      change({ chosen })
    },
    addChosen: createAdding(tools, change),
  }
}

function createFinding({ get, ask }: SliceTools, change: Change) {
  /** Whether the reader has meanwhile begun anew; the candidates of one search are never those of another. */
  const isAt = (address: string) => get().subscribing.address === address
  const put = (url: string, some: Partial<Candidate>) => {
    change({
      candidates: get().subscribing.candidates.map((one) =>
        one.feed.url === url ? { ...one, ...some } : one,
      ),
    })
  }
  const previewCandidate = async (url: string) => {
    const { address } = get().subscribing
    put(url, { state: 'loading', problem: null })
    const answer = await ask('feeds.preview', address, url)
    if (!isAt(address)) return
    if (answer.ok) takePreview(url, answer.value)
    else put(url, { state: 'failed', problem: answer.error.message })
  }
  const takePreview = (url: string, { title, known, preview }: OfferedFeed) => {
    const { candidates, chosen } = get().subscribing
    const feed = candidates.find((one) => one.feed.url === url)?.feed
    if (!feed) return
    put(url, { state: 'shown', feed: { ...feed, title: title ?? feed.title, known, preview } })
    // Only its redirect told that the reader has it.
    if (known) change({ chosen: new Set([...chosen].filter((one) => one !== url)) })
  }
  const findFeeds = async (address: string, login: FeedLogin | null) => {
    change({ ...NOTHING, step: 'finding', address, locked: get().subscribing.locked })
    const kept = login && (await get().setLogin(address, login))
    const answer = kept?.ok === false ? kept : await ask('feeds.discover', address)
    // What did not let us in is not kept.
    if (!answer.ok && kept?.ok) await get().setLogin(address, null)
    if (!isAt(address)) return
    if (!answer.ok) {
      const { code, message } = answer.error
      change({ step: 'address', problem: message, ...(code === 'unauthorized' ? { locked: address } : {}) })
    } else if (answer.value.length === 0) change({ step: 'address', problem: wording.feeds.none })
    else {
      const candidates = answer.value.map(candidateOf)
      change({ step: 'found', candidates, chosen: firstChoice(candidates) })
      get().announce(foundWords(candidates))
      const waiting = candidates.filter(({ state }) => state === 'waiting').slice(0, PREVIEWED)
      await Promise.all(waiting.map(({ feed }) => previewCandidate(feed.url)))
    }
  }
  return { findFeeds, previewCandidate }
}

function createAdding({ get, ask }: SliceTools, change: Change): SubscribeSlice['addChosen'] {
  return async (folder) => {
    const { candidates, chosen } = get().subscribing
    const added: AddedFeed[] = []
    const failed = new Map<string, string>()
    change({ step: 'adding' })
    for (const { feed } of candidates.filter((one) => chosen.has(one.feed.url))) {
      const answer = await get().addFeed(feed.url, folder)
      if (answer.ok) added.push(answer.value)
      else failed.set(feed.url, answer.error.message)
    }
    if (added.length > 0) {
      await welcome(get, added)
      const answer = await ask(
        'sync.start',
        added.map(({ feedId }) => feedId),
      )
      if (!answer.ok) get().complain(answer.error.message)
    }
    if (get().subscribing.step !== 'adding') {
      // The reader has closed the dialog meanwhile: what failed is told where they are now.
      for (const message of failed.values()) get().complain(message)
      return false
    }
    change({
      step: 'found',
      chosen: new Set(failed.keys()),
      candidates: get().subscribing.candidates.map((one) => afterAdding(one, added, failed)),
    })
    return failed.size === 0
  }
}

async function welcome(get: () => AppState, added: readonly AddedFeed[]): Promise<void> {
  const [first, second] = added
  if (first) get().say(second ? wording.subscribe.added(added.length) : wording.feeds.added(first.title))
  if (get().firstRun) await get().endFirstRun()
}

function afterAdding(
  candidate: Candidate,
  added: readonly AddedFeed[],
  failed: ReadonlyMap<string, string>,
): Candidate {
  const { feed } = candidate
  const mine = added.find(({ url }) => url === feed.url)
  const problem = failed.get(feed.url) ?? null
  return mine ? { ...candidate, problem, feed: { ...feed, known: mine } } : { ...candidate, problem }
}

function candidateOf(feed: OfferedFeed): Candidate {
  // What the reader has is not chosen by its preview.
  return { feed, state: feed.preview || feed.known ? 'shown' : 'waiting', problem: null }
}

/** A page names its main feed first. */
function firstChoice(candidates: readonly Candidate[]): ReadonlySet<string> {
  const first = candidates.find(({ feed }) => feed.known === null)
  return new Set(first && !candidates.some(({ feed }) => feed.known) ? [first.feed.url] : [])
}

function foundWords(candidates: readonly Candidate[]): string {
  const [only, second] = candidates
  return only && !second
    ? wording.subscribe.found(only.feed.title ?? only.feed.url)
    : wording.subscribe.foundMany(candidates.length)
}
