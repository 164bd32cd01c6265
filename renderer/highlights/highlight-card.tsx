/** One highlight in the list of all: its words open the article there; beside them its note is edited, it is copied or removed. */
import { useState } from 'react'
import type { Highlight, HighlightRow } from '../../contract/highlight'
import { IconButton } from '../controls/icon-button'
import { useApp } from '../app/window-context'
import { formatDateline } from '../text/format-date'
import { wording } from '../text/wording'
import { highlightsText } from './group-highlights'
import { NoteField } from './note-field'

export interface HighlightCardProps {
  readonly highlight: HighlightRow
  /** Whether the article must be told, because the group is not one of an article. */
  readonly withArticle: boolean
}

export function HighlightCard({ highlight, withArticle }: HighlightCardProps) {
  const [editing, setEditing] = useState(false)
  const change = useApp((state) => state.changeHighlight)
  const endEditing = () => {
    setEditing(false)
  }
  return (
    <div className="highlight-card" data-color={highlight.color}>
      <Passage highlight={highlight} withArticle={withArticle} />
      {editing ? (
        <NoteField
          note={highlight.note ?? ''}
          rows={3}
          focused
          onKeep={(note) => void change(highlight.highlightId, { note: note === '' ? null : note })}
          onDone={endEditing}
          onLeave={endEditing}
        />
      ) : (
        <CardTools
          highlight={highlight}
          onEdit={() => {
            setEditing(true)
          }}
        />
      )}
    </div>
  )
}

function Passage({ highlight, withArticle }: HighlightCardProps) {
  const open = useApp((state) => state.open)
  const showPassage = useApp((state) => state.showPassage)
  const { articleId, quote, note, anchor, start, end, articleTitle } = highlight
  return (
    <button
      type="button"
      className="passage"
      onClick={() =>
        void open(articleId).then(() => {
          if (anchor !== 'orphan') showPassage(start, end)
        })
      }
    >
      {anchor === 'orphan' ? (
        <Orphan highlight={highlight} />
      ) : (
        <span className="quote" dir="auto">
          {quote}
        </span>
      )}
      {note ? (
        <span className="note" dir="auto">
          {note}
        </span>
      ) : null}
      {withArticle ? (
        <span className="quiet" dir="auto">
          {articleTitle}
        </span>
      ) : null}
    </button>
  )
}

/** The passage as it stood when it was marked, with the words around it: the article has it no more. */
function Orphan({ highlight: { prefix, quote, suffix } }: { readonly highlight: HighlightRow }) {
  return (
    <>
      <span className="quote" dir="auto">
        {prefix === '' ? null : <span className="around">{`…${prefix}`}</span>}
        <mark>{quote}</mark>
        {suffix === '' ? null : <span className="around">{`${suffix}…`}</span>}
      </span>
      <span className="orphan">{wording.reader.orphan}</span>
    </>
  )
}

function CardTools({ highlight, onEdit }: { readonly highlight: HighlightRow; readonly onEdit: () => void }) {
  const remove = useApp((state) => state.removeHighlight)
  const copy = useApp((state) => state.copyHighlights)
  return (
    <div className="card-tools">
      <time dateTime={highlight.created}>{formatDateline(highlight.created)}</time>
      <IconButton icon="note" label={wording.highlights.editNote} onClick={onEdit} />
      <IconButton
        icon="copy"
        label={wording.highlights.copy}
        onClick={() => void copy(highlightsText([highlight]), 1)}
      />
      <IconButton
        icon="trash"
        label={wording.highlights.remove}
        onClick={() => void remove(withoutArticle(highlight))}
      />
    </div>
  )
}

/** Undo puts back what was removed, and the library keeps no titles with a highlight. */
function withoutArticle({ articleTitle: _title, feedTitle: _feed, ...highlight }: HighlightRow): Highlight {
  return highlight
}
