/** Adding, changing and leaving feeds. Each action answers with what the dialog that asked for it must show. */
import type { AddedFeed, FeedChange, FeedLogin, FeedRow, ImportReport, LoginFacts } from '../../contract/feed'
import type { Result } from '../../contract/result'
import { wording } from '../text/wording'
import type { SliceTools } from './app-state'

/** The largest lists known hold some ten thousand feeds in 5 MB. */
const MOST_LIST_BYTES = 20_000_000
/** As many as one request may name. */
const MOST_FETCHED = 20_000

export type DroppedFile = Pick<File, 'name' | 'size' | 'arrayBuffer'>

export interface FeedSlice {
  readonly addFeed: (address: string, folder: readonly string[]) => Promise<Result<AddedFeed>>
  readonly addStarter: () => Promise<Result<AddedFeed>>
  readonly changeFeed: (feed: FeedRow, change: FeedChange) => Promise<boolean>
  /** Pauses feeds or lets them go on, told and undone as one. */
  readonly pauseFeeds: (feeds: readonly FeedRow[], paused: boolean) => Promise<void>
  readonly askLogin: (address: string) => Promise<Result<LoginFacts>>
  readonly setLogin: (address: string, login: FeedLogin | null) => Promise<Result<LoginFacts>>
  /** What the last import could not take in, for the dialog that tells it. */
  readonly importReport: ImportReport | null
  readonly importOpml: () => Promise<boolean>
  /** One after the other. */
  readonly importDropped: (files: readonly DroppedFile[]) => Promise<void>
  readonly exportOpml: () => Promise<void>
}

export function createFeedSlice(tools: SliceTools): FeedSlice {
  const { get, ask } = tools
  const changed = () => {
    get().refreshCounts()
    void get().refreshList()
  }
  const added = (answer: Result<AddedFeed>) => {
    if (answer.ok) changed()
    return answer
  }
  return {
    addFeed: async (address, folder) => added(await ask('feeds.add', address, folder)),
    addStarter: async () => added(await ask('feeds.addStarter')),
    changeFeed: async (feed, change) => {
      const answer = await ask('feeds.change', feed.feedId, change)
      if (answer.ok) changed()
      else get().complain(answer.error.message)
      return answer.ok
    },
    pauseFeeds: createPausing(tools, changed),
    askLogin: (address) => ask('feeds.login', address),
    setLogin: (address, login) => ask('feeds.setLogin', address, login),
    ...createLists(tools, changed),
  }
}

function createPausing({ get, ask }: SliceTools, changed: () => void): FeedSlice['pauseFeeds'] {
  const pause = async (feeds: readonly FeedRow[], paused: boolean): Promise<readonly FeedRow[]> => {
    const done: FeedRow[] = []
    for (const feed of feeds) {
      const answer = await ask('feeds.change', feed.feedId, { paused })
      if (answer.ok) done.push(feed)
      else get().complain(answer.error.message)
    }
    changed()
    return done
  }
  return async (feeds, paused) => {
    const done = await pause(feeds, paused)
    const [first] = done
    if (!first) return
    const told = paused ? wording.feeds.paused : wording.feeds.resumed
    get().say(told(done.length, first.title), {
      label: wording.actions.undo,
      run: () => void pause(done, !paused),
    })
  }
}

type Lists = Pick<FeedSlice, 'importReport' | 'importOpml' | 'importDropped' | 'exportOpml'>

/** Lists of feeds, in and out. */
function createLists({ set, get, ask }: SliceTools, changed: () => void): Lists {
  /** True when there are feeds now that were on the list. */
  const imported = (answer: Result<ImportReport | null>): boolean => {
    if (!answer.ok) get().complain(answer.error.message)
    if (!answer.ok || !answer.value) return false
    const { added: count, known, failed, left = 0 } = answer.value
    if (feedsIn(answer.value) === 0) {
      get().complain(wording.feeds.emptyList)
      return false
    }
    get().say(wording.feeds.imported(count, known, failed.length, left))
    if (failed.length > 0) {
      get().openDialog('import-report')
      set({ importReport: answer.value })
    }
    changed()
    if (count > 0 && left === 0) void fetchFresh()
    return count + known > 0
  }
  /** What was imported brings its articles at once. Of an import that the reader ended, the next sync does. */
  const fetchFresh = async () => {
    const answer = await ask('feeds.list')
    const feeds = answer.ok ? answer.value : []
    const fresh = feeds.filter(({ lastSync, choices }) => lastSync === null && !choices.paused)
    if (fresh.length === 0) return
    const begun = await ask('sync.start', fresh.slice(0, MOST_FETCHED).map(feedIdOf))
    if (!begun.ok) get().complain(begun.error.message)
  }
  const importDropped = async (file: DroppedFile): Promise<boolean> => {
    const { name, size } = file
    if (size > MOST_LIST_BYTES) {
      get().complain(wording.feeds.listTooLarge(name))
      return false
    }
    const answer = await ask('feeds.importDropped', new Uint8Array(await file.arrayBuffer()))
    const isList = answer.ok ? feedsIn(answer.value) > 0 : answer.error.code !== 'not_opml'
    if (isList) return imported(answer)
    get().complain(wording.subscribe.dropNoList(name))
    return false
  }
  return {
    importReport: null,
    importOpml: async () => imported(await ask('feeds.importOpml')),
    importDropped: async (files) => {
      // The first screen gives way to what was dropped on it.
      for (const file of files) if ((await importDropped(file)) && get().firstRun) await get().endFirstRun()
    },
    exportOpml: async () => {
      const answer = await ask('feeds.exportOpml')
      if (!answer.ok) get().complain(answer.error.message)
      else if (answer.value) get().say(wording.feeds.exported(answer.value.feeds, answer.value.file))
    },
  }
}

const feedIdOf = ({ feedId }: FeedRow): string => feedId

/** All that a list names. A web page reads like a list of none. */
function feedsIn({ added, known, failed, left = 0 }: ImportReport): number {
  return added + known + failed.length + left
}
