/** Below the text: the reader's highlights and notes, files that came with the article, and what the publisher changed. */
import type { ArticleDetail } from '../../contract/article'
import type { Highlight } from '../../contract/highlight'
import { useApp } from '../app/window-context'
import { wording } from '../text/wording'
import { formatClock, formatDateline } from '../text/format-date'
import { formatBytes } from '../text/format-number'

export interface ArticleNotesProps {
  readonly detail: ArticleDetail
  readonly onHighlight: (highlight: Highlight) => void
}

export function ArticleNotes({ detail, onHighlight }: ArticleNotesProps) {
  return (
    <>
      <Highlights highlights={detail.highlights} onHighlight={onHighlight} />
      <Files detail={detail} />
      <Versions detail={detail} />
    </>
  )
}

interface HighlightsProps {
  readonly highlights: readonly Highlight[]
  readonly onHighlight: (highlight: Highlight) => void
}

function Highlights({ highlights, onHighlight }: HighlightsProps) {
  if (highlights.length === 0) return null
  return (
    <section className="own-highlights" aria-label={wording.reader.yourHighlights}>
      <h2>{wording.reader.yourHighlights}</h2>
      <ul>
        {highlights.map((highlight) => (
          <li key={highlight.highlightId} data-color={highlight.color}>
            <button
              type="button"
              onClick={() => {
                onHighlight(highlight)
              }}
            >
              <q dir="auto">{highlight.quote}</q>
              {highlight.note ? (
                <span className="note" dir="auto">
                  {highlight.note}
                </span>
              ) : null}
              {highlight.anchor === 'orphan' ? <span className="orphan">{wording.reader.orphan}</span> : null}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Files({ detail: { enclosures } }: { readonly detail: ArticleDetail }) {
  if (enclosures.length === 0) return null
  return (
    <section className="files" aria-label={wording.reader.enclosures}>
      <h2>{wording.reader.enclosures}</h2>
      <ul>
        {enclosures.map(({ url, type, length }) => (
          <li key={url}>
            <a href={url}>{fileName(url)}</a>
            <span>{[type, length ? formatBytes(length) : null].filter(Boolean).join(', ')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function fileName(url: string): string {
  const last = url.split(/[?#]/)[0]?.split('/').at(-1)
  return last || url
}

function Versions({ detail: { versions } }: { readonly detail: ArticleDetail }) {
  const show = useApp((state) => state.showChanges)
  if (versions.length === 0) return null
  return (
    <section className="versions" aria-label={wording.reader.versions}>
      <h2>{wording.reader.versions}</h2>
      <ul>
        {versions.map(({ at, changes }) => (
          <li key={at}>
            <button type="button" onClick={() => void show(at)}>
              <time dateTime={at}>{`${formatDateline(at)}, ${formatClock(at)}`}</time>
            </button>
            <span>{changes}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
