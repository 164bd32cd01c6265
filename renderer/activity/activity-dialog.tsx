/** What the last sync did, feed by feed: results, problems with their remedy, why, and when each feed is next due. */
import type { FeedRow } from '../../contract/feed'
import { useApp } from '../app/window-context'
import { Dialog } from '../controls/dialog'
import { Icon } from '../controls/icon'
import { formatAgo } from '../text/format-date'
import { formatBytes } from '../text/format-number'
import { wording } from '../text/wording'
import { FeedTable } from './feed-table'
import { TroubledFeeds } from './troubled-feeds'

const text = wording.activity

export function ActivityDialog() {
  const close = useApp((state) => state.closeDialog)
  const feeds = useApp((state) => state.feeds)
  const now = useApp((state) => state.clock)
  const fails = ({ problem }: FeedRow) => problem !== null
  const byNeed = [...feeds.filter(fails), ...feeds.filter((feed) => !fails(feed))]
  return (
    <Dialog title={text.title} onClose={close} size="large" scrollsByKey>
      <Summary now={now} />
      {feeds.some(fails) ? null : (
        <p className="activity-fine">
          <Icon name="check" />
          {text.noProblems}
        </p>
      )}
      <TroubledFeeds feeds={feeds} now={now} />
      <h3>{text.allFeeds}</h3>
      <FeedTable feeds={byNeed} now={now} />
    </Dialog>
  )
}

function Summary({ now }: { readonly now: number }) {
  const last = useApp((state) => state.lastSync)
  if (!last) return null
  const parts = [
    wording.sync.newArticles(last.newArticles),
    last.failed > 0 ? wording.sync.failed(last.failed) : '',
    last.bytes > 0 ? text.downloaded(formatBytes(last.bytes)) : '',
  ]
  const ended = (last.cancelled ? wording.sync.stopped : wording.sync.ended)(formatAgo(last.at, now))
  return <p className="activity-summary">{`${ended}: ${parts.filter(Boolean).join(', ')}.`}</p>
}
