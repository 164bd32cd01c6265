/** What a feed is like before it is subscribed to: one line of facts, its description, its newest headlines. */
import type { FeedPreview, Headline } from '../../contract/feed'
import { useApp } from '../app/window-context'
import { formatDateline, formatShort } from '../text/format-date'
import { wording } from '../text/wording'
import { previewFacts } from './preview-words'

export interface FeedFactsProps {
  readonly id: string
  readonly url: string
  readonly preview: FeedPreview | null
}

export function FeedFacts({ id, url, preview }: FeedFactsProps) {
  const now = useApp((state) => state.clock)
  return (
    <p className="offer-facts" id={id}>
      {preview ? <span>{previewFacts(preview, now).join(' · ')}</span> : null}
      <span className="address" dir="ltr">
        {url}
      </span>
    </p>
  )
}

export function FeedContents({ preview }: { readonly preview: FeedPreview }) {
  const { description, headlines } = preview
  return (
    <>
      {description === null ? null : (
        <p className="offer-description" dir="auto">
          {description}
        </p>
      )}
      {headlines.length === 0 ? (
        <p className="quiet">{wording.subscribe.empty}</p>
      ) : (
        <ol className="headlines" aria-label={wording.subscribe.newest}>
          {headlines.map((headline, at) => (
            // The list never changes in place.
            <HeadlineLine key={at} {...headline} />
          ))}
        </ol>
      )}
    </>
  )
}

function HeadlineLine({ title, published }: Headline) {
  const now = useApp((state) => state.clock)
  return (
    <li dir="auto">
      <span>{title}</span>
      {published === null ? null : (
        <time dir="auto" dateTime={published} title={formatDateline(published)}>
          {formatShort(Date.parse(published), now)}
        </time>
      )}
    </li>
  )
}
