/** The feeds that need the reader: each with its problem and what can be done, and the same for several at once. */
import { useState } from 'react'
import type { FeedRow } from '../../contract/feed'
import { useApp } from '../app/window-context'
import { IconButton } from '../controls/icon-button'
import { wording } from '../text/wording'

const text = wording.activity

export function FailingFeeds({ failing }: { readonly failing: readonly FeedRow[] }) {
  const startSync = useApp((state) => state.startSync)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  // A feed that answered meanwhile, or that was removed, is chosen no more.
  const here = failing.filter(({ feedId }) => chosen.has(feedId))
  const all = here.length === failing.length
  const choose = (feedId: string, on: boolean) => {
    setChosen((before) => new Set([...before].filter((one) => one !== feedId).concat(on ? feedId : [])))
  }
  return (
    <section className="activity-problems">
      <header>
        <h3>{text.problems(failing.length)}</h3>
        <label className="activity-select-all">
          <input
            type="checkbox"
            checked={all}
            onChange={(event) => {
              setChosen(new Set(event.target.checked ? failing.map(({ feedId }) => feedId) : []))
            }}
          />
          {text.selectAll}
        </label>
        <button
          type="button"
          className="button"
          onClick={() => void startSync((here.length > 0 ? here : failing).map(({ feedId }) => feedId))}
        >
          {text.retry}
        </button>
      </header>
      <ul>
        {failing.map((feed) => (
          <FailingFeed
            key={feed.feedId}
            feed={feed}
            chosen={chosen.has(feed.feedId)}
            onChoose={(on) => {
              choose(feed.feedId, on)
            }}
          />
        ))}
      </ul>
      {here.length > 0 ? <Unsubscribe feeds={here} /> : null}
    </section>
  )
}

interface FailingFeedProps {
  readonly feed: FeedRow
  readonly chosen: boolean
  readonly onChoose: (on: boolean) => void
}

function FailingFeed({ feed, chosen, onChoose }: FailingFeedProps) {
  const startSync = useApp((state) => state.startSync)
  const openDialog = useApp((state) => state.openDialog)
  const { feedId, title, problem } = feed
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
        <span>{problem}</span>
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

/** Asks once more: articles leave the disk with their feed. */
function Unsubscribe({ feeds }: { readonly feeds: readonly FeedRow[] }) {
  const removeFeeds = useApp((state) => state.removeFeeds)
  const [asking, setAsking] = useState(false)
  if (!asking)
    return (
      <footer>
        <button
          type="button"
          className="button plain"
          onClick={() => {
            setAsking(true)
          }}
        >
          {text.unsubscribe(feeds.length)}
        </button>
      </footer>
    )
  return (
    <footer role="alert">
      <span>{text.unsubscribeQuestion(feeds.length)}</span>
      <button
        type="button"
        className="button plain"
        onClick={() => {
          setAsking(false)
        }}
      >
        {wording.actions.cancel}
      </button>
      <button type="button" className="button danger" onClick={() => void removeFeeds(feeds)}>
        {text.unsubscribeYes}
      </button>
    </footer>
  )
}
