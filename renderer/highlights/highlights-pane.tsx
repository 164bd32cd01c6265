/** The middle pane when it shows every highlight of the library: found by words and colour, grouped by article, exported. */
import { useEffect, useMemo, useState } from 'react'
import type { HighlightColor, HighlightRow } from '../../contract/highlight'
import { HIGHLIGHT_COLORS } from '../../contract/highlight'
import { IconButton } from '../controls/icon-button'
import { Icon } from '../controls/icon'
import { MenuButton } from '../controls/menu-button'
import { ListDivider } from '../app/pane-divider'
import { useApp } from '../app/window-context'
import { wording } from '../text/wording'
import { filterHighlights, groupByArticle } from './group-highlights'

export function HighlightsPane() {
  const highlights = useApp((state) => state.highlights)
  const problem = useApp((state) => state.highlightsProblem)
  const load = useApp((state) => state.loadHighlights)
  const [words, setWords] = useState('')
  const [color, setColor] = useState<HighlightColor | null>(null)
  useEffect(() => void load(), [load])
  const found = useMemo(() => filterHighlights(highlights, words, color), [highlights, words, color])
  const articles = new Set(found.map(({ articleId }) => articleId)).size
  return (
    <section className="list-pane" aria-label={wording.highlights.region}>
      <PaneHead words={words} onWords={setWords} />
      <header className="list-head">
        <div className="list-name">
          <h1>{wording.highlights.title}</h1>
          <p role="status">{wording.highlights.count(found.length, articles)}</p>
        </div>
        <ColorFilter color={color} onColor={setColor} />
        <ExportMenu />
      </header>
      <div className="list-body">
        {problem === null ? (
          <HighlightGroups found={found} any={highlights.length > 0} />
        ) : (
          <div className="list-state" role="alert">
            <Icon name="warning" />
            <h2>{wording.highlights.failed}</h2>
            <p>{problem}</p>
          </div>
        )}
      </div>
      <ListDivider />
    </section>
  )
}

function PaneHead({ words, onWords }: { readonly words: string; readonly onWords: (words: string) => void }) {
  const showPane = useApp((state) => state.showPane)
  return (
    <div className="list-top">
      <span className="only-narrow">
        <IconButton
          icon="sidebar"
          label={wording.actions.showFeeds}
          onClick={() => {
            showPane('sidebar')
          }}
        />
      </span>
      <div className="search-field" role="search">
        <Icon name="search" />
        <input
          type="text"
          aria-label={wording.highlights.filter}
          placeholder={wording.highlights.filter}
          value={words}
          onChange={(event) => {
            onWords(event.target.value)
          }}
        />
      </div>
    </div>
  )
}

interface ColorFilterProps {
  readonly color: HighlightColor | null
  readonly onColor: (color: HighlightColor | null) => void
}

function ColorFilter({ color, onColor }: ColorFilterProps) {
  return (
    <div className="colors" role="group" aria-label={wording.highlights.color}>
      {HIGHLIGHT_COLORS.map((one) => (
        <button
          key={one}
          type="button"
          className="color small"
          data-color={one}
          aria-label={wording.highlights.colors[one]}
          title={wording.highlights.colors[one]}
          aria-pressed={color === one}
          onClick={() => {
            onColor(color === one ? null : one)
          }}
        />
      ))}
    </div>
  )
}

function ExportMenu() {
  const exportHighlights = useApp((state) => state.exportHighlights)
  return (
    <MenuButton
      icon="export"
      label={wording.highlights.export}
      items={[
        { label: wording.highlights.asMarkdown, onChoose: () => void exportHighlights('md') },
        { label: wording.highlights.asHtml, onChoose: () => void exportHighlights('html') },
        { label: wording.highlights.asJson, onChoose: () => void exportHighlights('json') },
      ]}
    />
  )
}

function HighlightGroups({ found, any }: { readonly found: readonly HighlightRow[]; readonly any: boolean }) {
  if (found.length === 0) {
    const [title, hint] = any ? [wording.highlights.nothingMatches, ''] : wording.empty.highlighted
    return (
      <div className="list-state">
        <Icon name="highlight" />
        <h2>{title}</h2>
        <p>{hint}</p>
      </div>
    )
  }
  return (
    <div className="highlight-groups">
      {groupByArticle(found).map((group) => (
        <section key={group.articleId}>
          <h2 dir="auto">{group.articleTitle}</h2>
          <p className="quiet" dir="auto">
            {group.feedTitle}
          </p>
          <ul aria-label={wording.highlights.list}>
            {group.highlights.map((highlight) => (
              <li key={highlight.highlightId}>
                <HighlightButton highlight={highlight} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function HighlightButton({ highlight }: { readonly highlight: HighlightRow }) {
  const open = useApp((state) => state.open)
  const showPassage = useApp((state) => state.showPassage)
  const { articleId, quote, note, color, anchor, start, end } = highlight
  return (
    <button
      type="button"
      className="highlight-card"
      data-color={color}
      onClick={() =>
        void open(articleId).then(() => {
          if (anchor !== 'orphan') showPassage(start, end)
        })
      }
    >
      <span className="quote" dir="auto">
        {quote}
      </span>
      {note ? (
        <span className="note" dir="auto">
          {note}
        </span>
      ) : null}
      {anchor === 'orphan' ? <span className="orphan">{wording.reader.orphan}</span> : null}
    </button>
  )
}
