/** Every feed with its last result and its next visit; a feed's line opens to what was decided about it and why. */
import { useEffect, useState } from 'react'
import type { FeedRow } from '../../contract/feed'
import type { SyncDecision } from '../../contract/sync'
import { useApp } from '../app/window-context'
import { Icon } from '../controls/icon'
import { formatAgo } from '../text/format-date'
import { wording } from '../text/wording'

const text = wording.activity

export function FeedTable({ feeds, now }: { readonly feeds: readonly FeedRow[]; readonly now: number }) {
  const [open, setOpen] = useState<string | null>(null)
  return (
    <div className="wide-table">
      <table className="activity-table">
        <thead>
          <tr>
            <th scope="col">{text.feed}</th>
            <th scope="col">{text.result}</th>
            <th scope="col">{text.last}</th>
            <th scope="col">{text.nextDue}</th>
          </tr>
        </thead>
        {feeds.map((feed) => (
          <FeedLines
            key={feed.feedId}
            feed={feed}
            now={now}
            open={open === feed.feedId}
            onToggle={() => {
              setOpen((before) => (before === feed.feedId ? null : feed.feedId))
            }}
          />
        ))}
      </table>
    </div>
  )
}

interface FeedLinesProps {
  readonly feed: FeedRow
  readonly now: number
  readonly open: boolean
  readonly onToggle: () => void
}

function FeedLines({ feed, now, open, onToggle }: FeedLinesProps) {
  const { feedId, title, lastResult, lastSync, problem } = feed
  return (
    <tbody>
      <tr data-problem={problem === null ? undefined : true}>
        <th scope="row">
          <button type="button" className="activity-toggle" aria-expanded={open} onClick={onToggle}>
            <Icon name="chevron" />
            <bdi>{title}</bdi>
          </button>
        </th>
        <td>{lastResult === null ? '' : text.codes[lastResult]}</td>
        <td>{lastSync === null ? text.never : formatAgo(lastSync, now)}</td>
        <td>{nextVisit(feed, now)}</td>
      </tr>
      {open ? (
        <tr>
          <td colSpan={4}>
            <Decisions key={lastSync} feedId={feedId} title={title} now={now} />
          </td>
        </tr>
      ) : null}
    </tbody>
  )
}

function nextVisit({ lastResult, nextDue, choices }: FeedRow, now: number): string {
  if (choices.paused) return text.paused
  if (lastResult === 'gone') return text.onlyWhenAsked
  if (nextDue === null) return text.nextSync
  return Date.parse(nextDue) <= now ? text.now : formatAgo(nextDue, now)
}

interface DecisionsProps {
  readonly feedId: string
  readonly title: string
  readonly now: number
}

function Decisions({ feedId, title, now }: DecisionsProps) {
  const askDecisions = useApp((state) => state.askDecisions)
  const complain = useApp((state) => state.complain)
  const [decisions, setDecisions] = useState<readonly SyncDecision[] | null>(null)
  useEffect(() => {
    let wanted = true
    void askDecisions(feedId).then((answer) => {
      if (!wanted) return
      if (answer.ok) setDecisions(answer.value)
      else complain(answer.error.message)
    })
    return () => {
      wanted = false
    }
  }, [feedId, askDecisions, complain])
  if (decisions === null) return null
  if (decisions.length === 0) return <p className="quiet">{text.noDecisions}</p>
  return (
    <ol className="activity-decisions" aria-label={text.decisionsOf(title)}>
      {decisions.map(({ at, reason }) => (
        <li key={at}>
          <time dateTime={at}>{formatAgo(at, now)}</time>
          <span>{reason}</span>
        </li>
      ))}
    </ol>
  )
}
