/** The feeds that want the reader's eye, each with its cause and what can be done, and the same for several at once. */
import { useRef, useState } from 'react'
import type { FeedRow } from '../../contract/feed'
import { useApp } from '../app/window-context'
import { IconButton } from '../controls/icon-button'
import { wording } from '../text/wording'
import { causeOf, feedsInTrouble } from './feed-trouble'
import type { Trouble } from './feed-trouble'
import { TroubledActions } from './troubled-actions'

const text = wording.activity

export function TroubledFeeds({ feeds, now }: { readonly feeds: readonly FeedRow[]; readonly now: number }) {
  const ref = useRef<HTMLElement>(null)
  const startSync = useApp((state) => state.startSync)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const groups = feedsInTrouble(feeds, now)
  const troubled = groups.flatMap((group) => group.feeds)
  const failing = troubled.filter(({ problem }) => problem !== null)
  // A feed that answered meanwhile, or that was removed, is chosen no more.
  const here = troubled.filter(({ feedId }) => chosen.has(feedId))
  const choose = (ids: readonly string[], on: boolean) => {
    setChosen((before) => new Set([...before].filter((one) => !ids.includes(one)).concat(on ? ids : [])))
  }
  if (troubled.length === 0) return null
  const again = here.length > 0 ? here : failing
  return (
    <section ref={ref} className="activity-problems" aria-label={text.troubled}>
      <header>
        <h3>{failing.length > 0 ? text.problems(failing.length) : text.toLookAt(troubled.length)}</h3>
        <Choose label={text.selectAll} feeds={troubled} chosen={chosen} onChoose={choose} />
        {again.length > 0 ? (
          <button
            type="button"
            className="button"
            onClick={() => void startSync(again.map(({ feedId }) => feedId))}
          >
            {text.retry}
          </button>
        ) : null}
      </header>
      {groups.map((group) => (
        <Group key={group.trouble} {...group} now={now} chosen={chosen} onChoose={choose} />
      ))}
      {here.length > 0 ? (
        <TroubledActions
          feeds={here}
          onDone={() => {
            setChosen(new Set())
            // What was pressed is gone; from here the message with its undo is near by Shift and Tab.
            ref.current?.closest<HTMLElement>('.dialog-body')?.focus()
          }}
        />
      ) : null}
    </section>
  )
}

interface Choosing {
  readonly feeds: readonly FeedRow[]
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (feedIds: readonly string[], on: boolean) => void
}

interface ChooseProps extends Choosing {
  readonly label: string
}

function Choose({ label, feeds, chosen, onChoose }: ChooseProps) {
  return (
    <label className="activity-select-all">
      <input
        type="checkbox"
        checked={feeds.every(({ feedId }) => chosen.has(feedId))}
        onChange={(event) => {
          onChoose(
            feeds.map(({ feedId }) => feedId),
            event.target.checked,
          )
        }}
      />
      {label}
    </label>
  )
}

interface GroupProps extends Choosing {
  readonly trouble: Trouble
  readonly now: number
}

function Group({ trouble, now, feeds, chosen, onChoose }: GroupProps) {
  const title = text.troubles[trouble]
  return (
    <section aria-label={title}>
      <header>
        <h4>{title}</h4>
        <Choose label={text.selectAllOf(title)} feeds={feeds} chosen={chosen} onChoose={onChoose} />
      </header>
      <ul>
        {feeds.map((feed) => (
          <TroubledFeed
            key={feed.feedId}
            feed={feed}
            cause={causeOf(feed, now)}
            chosen={chosen.has(feed.feedId)}
            onChoose={(on) => {
              onChoose([feed.feedId], on)
            }}
          />
        ))}
      </ul>
    </section>
  )
}

interface TroubledFeedProps {
  readonly feed: FeedRow
  readonly cause: string
  readonly chosen: boolean
  readonly onChoose: (on: boolean) => void
}

function TroubledFeed({ feed, cause, chosen, onChoose }: TroubledFeedProps) {
  const startSync = useApp((state) => state.startSync)
  const openDialog = useApp((state) => state.openDialog)
  const { feedId, title } = feed
  return (
    <li>
      <input
        type="checkbox"
        aria-label={text.select(title)}
        checked={chosen}
        onChange={(event) => {
          onChoose(event.target.checked)
        }}
      />
      <p>
        <strong>
          <bdi>{title}</bdi>
        </strong>
        <span>{cause}</span>
      </p>
      <div className="activity-actions">
        <IconButton icon="sync" label={text.syncFeed(title)} onClick={() => void startSync([feedId])} />
        <IconButton
          icon="note"
          label={text.editFeed(title)}
          onClick={() => {
            openDialog('edit-feed', feedId)
          }}
        />
        <IconButton
          icon="trash"
          label={text.removeFeed(title)}
          onClick={() => {
            openDialog('remove-feed', feedId)
          }}
        />
      </div>
    </li>
  )
}
