/** The feeds that an address offers, each with its preview. Of several the reader chooses. */
import { useId } from 'react'
import type { Ref } from 'react'
import { Icon } from '../controls/icon'
import { wording } from '../text/wording'
import { FeedContents, FeedFacts } from './feed-preview'
import type { Candidate } from '../store/subscribe-slice'

const text = wording.subscribe

export interface OfferedFeedsProps {
  readonly candidates: readonly Candidate[]
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (url: string) => void
  readonly onPreview: (url: string) => void
  /** The first box to tick. */
  readonly firstRef: Ref<HTMLInputElement>
}

export function OfferedFeeds({ candidates, ...rest }: OfferedFeedsProps) {
  const [only, second] = candidates
  if (only && !second)
    return (
      <section className="offer" aria-label={titleOf(only)}>
        <h3 className="offer-title" dir="auto">
          {titleOf(only)}
        </h3>
        <Offer candidate={only} onPreview={rest.onPreview} />
      </section>
    )
  return <Choice candidates={candidates} {...rest} />
}

function Choice({ candidates, chosen, onChoose, onPreview, firstRef }: OfferedFeedsProps) {
  const first = candidates.find(({ feed }) => feed.known === null)
  return (
    <fieldset className="offers">
      <legend>{text.choose}</legend>
      {candidates.map((candidate) => (
        <ChoiceCard
          key={candidate.feed.url}
          candidate={candidate}
          chosen={chosen.has(candidate.feed.url)}
          onChoose={onChoose}
          onPreview={onPreview}
          boxRef={candidate === first ? firstRef : null}
        />
      ))}
    </fieldset>
  )
}

interface ChoiceCardProps extends Pick<OfferedFeedsProps, 'onChoose' | 'onPreview'> {
  readonly candidate: Candidate
  readonly chosen: boolean
  readonly boxRef: Ref<HTMLInputElement> | null
}

function ChoiceCard({ candidate, chosen, onChoose, onPreview, boxRef }: ChoiceCardProps) {
  const facts = useId()
  const { url, known } = candidate.feed
  return (
    <div className="offer" data-chosen={chosen}>
      {known ? (
        <p className="offer-title" dir="auto">
          {titleOf(candidate)}
        </p>
      ) : (
        <label className="offer-title">
          <input
            ref={boxRef}
            type="checkbox"
            aria-describedby={facts}
            checked={chosen}
            onChange={() => {
              onChoose(url)
            }}
          />
          <span dir="auto">{titleOf(candidate)}</span>
        </label>
      )}
      <Offer candidate={candidate} factsId={facts} onPreview={onPreview} />
    </div>
  )
}

interface OfferProps {
  readonly candidate: Candidate
  readonly factsId?: string
  readonly onPreview: (url: string) => void
}

function Offer({ candidate, factsId = FACTS_ID, onPreview }: OfferProps) {
  const { feed, state, problem } = candidate
  return (
    <>
      <FeedFacts id={factsId} url={feed.url} preview={feed.preview} />
      {feed.known ? (
        <p className="offer-known">
          <Icon name="check" /> {text.known(feed.known.title)}
        </p>
      ) : null}
      {problem === null ? null : (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      {feed.preview ? <FeedContents preview={feed.preview} /> : null}
      {state === 'loading' ? <p className="quiet">{text.loading}</p> : null}
      {state === 'waiting' ? (
        <button
          type="button"
          className="button"
          onClick={({ currentTarget }) => {
            // The button goes when it was pressed, and would take the focus out of the dialog.
            currentTarget.closest('.offer')?.querySelector('input')?.focus()
            onPreview(feed.url)
          }}
        >
          {text.preview}
        </button>
      ) : null}
    </>
  )
}

/** Of the only feed: the button that adds it is described by it. */
export const FACTS_ID = 'offer-facts'

export function titleOf({ feed }: Candidate): string {
  return feed.title ?? feed.url
}
