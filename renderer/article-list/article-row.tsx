/** One article of the list. It reads its own row from the store, so that one changed status draws one row again. */
import { memo, useLayoutEffect, useRef } from 'react'
import type { ArticleRow } from '../../contract/article'
import type { ArticleId } from '../../contract/article-id'
import { Icon } from '../controls/icon'
import { mediaUrl } from '../controls/media-url'
import { useApp } from '../app/window-context'
import { Snippet } from '../search/snippet'
import { wording } from '../text/wording'
import { formatClock, formatShort } from '../text/format-date'
import { articleTime } from './list-items'
import { StoryMarkView } from './story-mark'
import { rowStates } from './row-states'

export interface ArticleRowProps {
  readonly articleId: ArticleId
  readonly position: number
  /** Pixels from the top of the list. */
  readonly top: number
}

export const ArticleRowView = memo(function ArticleRowView({ articleId, position, top }: ArticleRowProps) {
  const ref = useRef<HTMLDivElement>(null)
  const row = useApp((state) => state.rows.get(articleId))
  const selected = useApp((state) =>
    state.chosen.size > 0 ? state.chosen.has(articleId) : state.selectedId === articleId,
  )
  const current = useApp((state) => state.chosen.size > 0 && state.selectedId === articleId)
  const snippet = useApp((state) => state.snippets.get(articleId) ?? null)
  const now = useApp((state) => state.clock)
  const total = useApp((state) => state.searchLayout?.ids.length ?? state.listTotal)
  useLayoutEffect(() => {
    ref.current?.style.setProperty('transform', `translateY(${String(top)}px)`)
  }, [top])
  if (!row) return null
  return (
    <div
      ref={ref}
      id={`row-${articleId}`}
      className="row"
      role="option"
      aria-selected={selected}
      aria-posinset={position + 1}
      aria-setsize={total}
      data-article={articleId}
      data-current={current || undefined}
      data-read={row.status.read || undefined}
    >
      <span
        className="row-dot"
        title={row.status.read ? wording.reader.markUnread : wording.reader.markRead}
      />
      <RowText row={row} snippet={snippet} now={now} />
      <Thumbnail name={row.thumbnail} />
    </div>
  )
})

interface RowTextProps {
  readonly row: ArticleRow
  readonly snippet: string | null
  readonly now: number
}

function RowText({ row, snippet, now }: RowTextProps) {
  const time = articleTime(row)
  // The line above the day's articles has said the day already.
  const dayIsSaid = useApp((state) => state.searchLayout === null)
  return (
    // Read aloud in this order, title first; the style sheet puts the line of the feed above it.
    <div className="row-text">
      <p className="row-title" dir="auto">
        {row.title || wording.reader.untitled}
      </p>
      <span className="spoken">{rowStates(row)}</span>
      <div className="row-meta">
        <span className="row-feed" dir="auto">
          {row.feedTitle}
        </span>
        <StoryMarkView row={row} />
        <Marks row={row} />
        <time dateTime={new Date(time).toISOString()}>
          {dayIsSaid ? formatClock(time) : formatShort(time, now)}
        </time>
      </div>
      <div className="row-rest">
        <p className="row-excerpt" dir="auto">
          {snippet === null ? row.excerpt : <Snippet text={snippet} />}
        </p>
      </div>
    </div>
  )
}

function Marks({ row }: { readonly row: ArticleRow }) {
  return (
    <span className="row-marks">
      <span
        className="row-star"
        title={row.status.starred ? wording.reader.unstar : wording.reader.star}
        data-on={row.status.starred || undefined}
      >
        <Icon name="star" filled={row.status.starred} />
      </span>
      {row.highlightCount > 0 ? (
        <span title={wording.list.highlightsMark(row.highlightCount)} className="mark-highlight">
          <Icon name="highlight" />
        </span>
      ) : null}
      {row.status.saved ? (
        <span title={wording.list.savedMark} className="mark-saved">
          <Icon name="save" filled />
        </span>
      ) : null}
      {row.ready ? (
        <span title={wording.list.readyMark} className="mark-ready">
          <Icon name="ready" />
        </span>
      ) : null}
    </span>
  )
}

function Thumbnail({ name }: { readonly name: string | null }) {
  const source = mediaUrl(name)
  if (source === null) return null
  // `async` keeps the decoding of a large picture off the scrolling.
  return <img className="row-thumbnail" src={source} alt="" decoding="async" draggable={false} />
}
