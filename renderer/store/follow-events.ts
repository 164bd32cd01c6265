/** Starts the store: loads what the first sight needs, then follows what the main process tells. */
import type { Bridge } from '../../contract/bridge'
import type { AppStore } from './app-store'
import { resumeList, resumeView } from './keep-view'

const CLOCK_MS = 60_000

/** A sync tells of every feed; the list looks at most this often. */
const LIST_PAUSE_MS = 400

/** Resolves when the view of last time is in the store: its list first, for a thousand feeds take longer to draw than its rows. */
export async function startStore(store: AppStore, bridge: Bridge): Promise<() => void> {
  const stop = followEvents(store, bridge)
  const { loadSettings, loadCounts, loadLibrary, loadSync, loadWorks } = store.getState()
  const [kept] = await Promise.all([bridge.request('view.kept'), loadSettings(), loadCounts()])
  const view = kept.ok ? kept.value : null
  // Who starts for the first time sees the welcome and not first a window without feeds.
  if (store.getState().loaded || store.getState().settings.firstRunDone) {
    await resumeList(store, view)
    store.setState({ loaded: true })
    await Promise.all([loadLibrary(), loadSync(), loadWorks()])
  } else {
    await Promise.all([loadLibrary(), loadSync(), loadWorks()])
    if (store.getState().feeds.length === 0) store.setState({ firstRun: true })
    await resumeList(store, view)
  }
  await resumeView(store, view)
  return stop
}

/** Returns the end of it. */
export function followEvents(store: AppStore, bridge: Bridge): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const refreshSoon = () => {
    timer ??= setTimeout(() => {
      timer = undefined
      void store.getState().refreshList()
    }, LIST_PAUSE_MS)
  }
  const clock = setInterval(() => {
    store.getState().tick()
  }, CLOCK_MS)
  const stops = [
    bridge.on('sync.progress', (progress) => {
      store.getState().takeProgress(progress)
    }),
    bridge.on('library.changed', ({ feedIds }) => {
      const { article, refreshCounts, reloadArticle } = store.getState()
      refreshCounts(feedIds)
      refreshSoon()
      const shown = article.state === 'ready' ? article.detail.feedId : null
      if (shown !== null && (feedIds.length === 0 || feedIds.includes(shown))) void reloadArticle()
    }),
    bridge.on('library.notice', ({ message, problem }) => {
      const { say, complain } = store.getState()
      if (problem) complain(message)
      else say(message)
    }),
    bridge.on('work.changed', ({ works }) => {
      store.getState().takeWorks(works)
    }),
    bridge.on('work.ended', (ended) => {
      store.getState().takeEndedWork(ended)
    }),
    bridge.on('settings.changed', ({ settings }) => {
      store.setState({ settings })
    }),
    bridge.on('updates.state', ({ state }) => {
      store.setState({ updates: state })
    }),
    bridge.on('app.online', ({ online }) => {
      store.setState({ online })
    }),
    bridge.on('feeds.offer', ({ address }) => {
      // Any page can open a `feed:` link: nothing is asked of that address before the reader has seen it.
      store.getState().offerAddress(address, false)
    }),
    bridge.on('articles.open', ({ articleId }) => {
      void store.getState().open(articleId)
    }),
  ]
  return () => {
    clearTimeout(timer)
    clearInterval(clock)
    for (const stop of stops) stop()
  }
}
