/** The middle pane when it shows every highlight of the library: found by words and colour, grouped as the reader likes, copied, exported. */
import { useEffect, useMemo, useState } from 'react'
import type { HighlightColor, HighlightRow } from '../../contract/highlight'
import { HIGHLIGHT_COLORS } from '../../contract/highlight'
import { IconButton } from '../controls/icon-button'
import { Icon } from '../controls/icon'
import { MenuButton } from '../controls/menu-button'
import { ListDivider } from '../app/pane-divider'
import { useApp } from '../app/window-context'
import { wording } from '../text/wording'
import { formatDateline } from '../text/format-date'
import { GROUPINGS, filterHighlights, groupHighlights, highlightsText } from './group-highlights'
import type { HighlightGrouping } from './group-highlights'
import { HighlightCard } from './highlight-card'

export function HighlightsPane() {
  const highlights = useApp((state) => state.highlights)
  const problem = useApp((state) => state.highlightsProblem)
  const load = useApp((state) => state.loadHighlights)
  const [words, setWords] = useState('')
  const [color, setColor] = useState<HighlightColor | null>(null)
  const [by, setBy] = useState<HighlightGrouping>('article')
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
        <GroupingMenu by={by} onBy={setBy} />
        <ExportMenu found={found} />
      </header>
      <div className="list-body">
        {problem === null ? (
          <HighlightGroups found={found} by={by} any={highlights.length > 0} />
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

function ExportMenu({ found }: { readonly found: readonly HighlightRow[] }) {
  const exportHighlights = useApp((state) => state.exportHighlights)
  const exportEach = useApp((state) => state.exportEachArticle)
  const importHighlights = useApp((state) => state.importHighlights)
  const copy = useApp((state) => state.copyHighlights)
  return (
    <MenuButton
      icon="export"
      label={wording.highlights.export}
      items={[
        {
          label: wording.highlights.copyFound,
          icon: 'copy',
          onChoose: () => void copy(highlightsText(found), found.length),
        },
        null,
        { label: wording.highlights.asMarkdown, onChoose: () => void exportHighlights('md') },
        { label: wording.highlights.asFiles, onChoose: () => void exportEach() },
        { label: wording.highlights.asHtml, onChoose: () => void exportHighlights('html') },
        { label: wording.highlights.asJson, onChoose: () => void exportHighlights('json') },
        null,
        { label: wording.highlights.import, onChoose: () => void importHighlights() },
      ]}
    />
  )
}

interface GroupingMenuProps {
  readonly by: HighlightGrouping
  readonly onBy: (by: HighlightGrouping) => void
}

function GroupingMenu({ by, onBy }: GroupingMenuProps) {
  return (
    <MenuButton
      icon="sort"
      label={wording.highlights.grouping}
      items={GROUPINGS.map((one) => ({
        label: wording.highlights.groupings[one],
        checked: one === by,
        onChoose: () => {
          onBy(one)
        },
      }))}
    />
  )
}

interface GroupsProps {
  readonly found: readonly HighlightRow[]
  readonly by: HighlightGrouping
  /** Whether the library holds any highlight at all. */
  readonly any: boolean
}

function HighlightGroups({ found, by, any }: GroupsProps) {
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
      {groupHighlights(found, by, formatDateline).map(({ key, highlights }) => {
        const [title, under] = headOf(key, by, highlights[0])
        return (
          <section key={key}>
            <h2 dir="auto">{title}</h2>
            {under === '' ? null : (
              <p className="quiet" dir="auto">
                {under}
              </p>
            )}
            <ul aria-label={wording.highlights.list}>
              {highlights.map((highlight) => (
                <li key={highlight.highlightId}>
                  <HighlightCard highlight={highlight} withArticle={by !== 'article'} />
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

function headOf(
  key: string,
  by: HighlightGrouping,
  first: HighlightRow | undefined,
): readonly [string, string] {
  if (by === 'article') return [first?.articleTitle ?? '', first?.feedTitle ?? '']
  if (by === 'color' && first) return [wording.highlights.colors[first.color], '']
  return [key, '']
}
