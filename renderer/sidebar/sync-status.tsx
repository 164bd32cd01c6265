/** The foot of the sidebar: the network's state, the running sync with its progress and its end, and the button that starts one. */
import type { ReactNode } from 'react'
import { Icon } from '../controls/icon'
import { IconButton } from '../controls/icon-button'
import { useKey } from '../app/use-key'
import { useApp } from '../app/window-context'
import type { AppState } from '../store/app-state'
import { wording } from '../text/wording'
import { formatAgo } from '../text/format-date'

export function SyncStatus({ children }: { readonly children: ReactNode }) {
  const running = useApp((state) => state.sync.phase !== 'idle')
  const cancelling = useApp((state) => state.cancelling)
  const online = useApp((state) => state.online)
  const start = useApp((state) => state.startSync)
  const cancel = useApp((state) => state.cancelSync)
  const syncKey = useKey('sync')
  return (
    <footer className="sync-status">
      {running ? <SyncBar /> : null}
      {online ? null : (
        <p className="offline-mark" title={wording.sync.offlineHint}>
          <Icon name="offline" />
          {wording.sync.offline}
        </p>
      )}
      <div className="sync-row">
        {running ? (
          <IconButton
            icon="close"
            label={wording.sync.cancel}
            disabled={cancelling}
            onClick={() => void cancel()}
          />
        ) : (
          <IconButton icon="sync" label={wording.sync.now} keys={syncKey} onClick={() => void start()} />
        )}
        <SyncLine />
        {children}
      </div>
    </footer>
  )
}

function SyncBar() {
  const share = useApp((state) => progressShare(state.sync))
  return (
    <progress
      className="sync-bar"
      aria-label={wording.sync.progress}
      max={1}
      {...(share === null ? {} : { value: share })}
    />
  )
}

/** Feeds are the first half of the bar, full articles the second. */
export function progressShare(sync: AppState['sync']): number | null {
  const part = (done: number, total: number) => (total > 0 ? Math.min(1, done / total) : 0)
  if (sync.phase === 'feeds') return sync.feedsTotal > 0 ? part(sync.feedsDone, sync.feedsTotal) / 2 : null
  if (sync.phase === 'articles') return 0.5 + part(sync.articlesDone, sync.articlesTotal) / 2
  return null
}

function SyncLine() {
  const line = useApp(syncLine)
  const current = useApp((state) => (state.sync.phase === 'feeds' ? state.sync.current : null))
  const openDialog = useApp((state) => state.openDialog)
  const lastAt = useApp((state) => lastSyncTime(state))
  const now = useApp((state) => state.clock)
  const idle = line === null
  return (
    <button
      type="button"
      className="sync-line"
      title={wording.sync.showActivity}
      onClick={() => {
        openDialog('activity')
      }}
    >
      <span>
        <span className="sync-now">
          {line ?? (lastAt === null ? wording.sync.never : wording.sync.ended(formatAgo(lastAt, now)))}
        </span>
        {idle ? <Outcome /> : <span className="sync-current">{current}</span>}
      </span>
    </button>
  )
}

function Outcome() {
  const last = useApp((state) => state.lastSync)
  const failing = useApp((state) => state.feeds.filter((feed) => feed.problem !== null).length)
  const parts = [
    last ? wording.sync.newArticles(last.newArticles) : '',
    failing > 0 ? wording.sync.failed(failing) : '',
  ].filter(Boolean)
  return parts.length > 0 ? <span className="sync-current">{parts.join(', ')}</span> : null
}

/** What is being done, null when nothing is. Only beginning and end are read aloud (`sync-slice.ts`), not each number on the way. */
function syncLine({ sync, cancelling }: AppState): string | null {
  if (sync.phase === 'idle') return null
  if (cancelling) return wording.sync.cancelling
  if (sync.phase === 'articles') return wording.sync.articles(sync.articlesDone, sync.articlesTotal)
  return sync.feedsTotal > 0 ? wording.sync.feeds(sync.feedsDone, sync.feedsTotal) : wording.sync.starting
}

function lastSyncTime({ lastSync, feeds }: AppState): number | null {
  if (lastSync) return lastSync.at
  const times = feeds.flatMap((feed) => (feed.lastSync === null ? [] : Date.parse(feed.lastSync)))
  return times.length > 0 ? Math.max(...times) : null
}
