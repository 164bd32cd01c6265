/** What the last sync did, feed by feed: results, problems with their remedy, and when each feed is next due. */
import type { FeedRow } from '../../contract/feed'
import { Dialog } from '../controls/dialog'
import { Icon } from '../controls/icon'
import { useApp } from '../app/window-context'
import { wording } from '../text/wording'
import { formatAgo } from '../text/format-date'
import { formatBytes } from '../text/format-number'

const text = wording.activity

export function ActivityDialog() {
  const close = useApp((state) => state.closeDialog)
  const feeds = useApp((state) => state.feeds)
  const now = useApp((state) => state.clock)
  const failing = feeds.filter(({ problem }) => problem !== null)
  const planned = feeds.some(({ nextDue }) => nextDue !== null)
  return (
    <Dialog title={text.title} onClose={close} size="large">
      <Summary now={now} />
      <Problems failing={failing} />
      <h3>{text.allFeeds}</h3>
      <div className="wide-table">
        <table className="activity-table">
          <thead>
            <tr>
              <th scope="col">{text.feed}</th>
              <th scope="col">{text.result}</th>
              <th scope="col">{text.last}</th>
              {planned ? <th scope="col">{text.nextDue}</th> : null}
            </tr>
          </thead>
          <tbody>
            {feeds.map((feed) => (
              <ActivityLine key={feed.feedId} feed={feed} now={now} planned={planned} />
            ))}
          </tbody>
        </table>
      </div>
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

function Problems({ failing }: { readonly failing: readonly FeedRow[] }) {
  const startSync = useApp((state) => state.startSync)
  if (failing.length === 0) {
    return (
      <p className="activity-fine">
        <Icon name="check" />
        {text.noProblems}
      </p>
    )
  }
  return (
    <section className="activity-problems">
      <header>
        <h3>{text.problems(failing.length)}</h3>
        <button
          type="button"
          className="button"
          onClick={() => void startSync(failing.map(({ feedId }) => feedId))}
        >
          {text.retry}
        </button>
      </header>
      <ul>
        {failing.map((feed) => (
          <li key={feed.feedId}>
            <Icon name="warning" />
            <p>
              <strong>
                <bdi>{feed.title}</bdi>
              </strong>
              <span>{feed.problem}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface ActivityLineProps {
  readonly feed: FeedRow
  readonly now: number
  /** Whether the table tells when feeds are next due. */
  readonly planned: boolean
}

function ActivityLine({ feed, now, planned }: ActivityLineProps) {
  const { title, lastResult, lastSync, nextDue, problem } = feed
  const due = nextDue === null ? '' : Date.parse(nextDue) <= now ? text.now : formatAgo(nextDue, now)
  return (
    <tr data-problem={problem === null ? undefined : true}>
      <th scope="row">
        <bdi>{title}</bdi>
      </th>
      <td>{lastResult === null ? '' : text.codes[lastResult]}</td>
      <td>{lastSync === null ? text.never : formatAgo(lastSync, now)}</td>
      {planned ? <td>{due}</td> : null}
    </tr>
  )
}
