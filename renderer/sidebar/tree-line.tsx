/** One line of the tree. Only its own facts make it draw again. */
import { memo, useLayoutEffect, useRef } from 'react'
import { Icon } from '../controls/icon'
import { mediaUrl } from '../controls/media-url'
import { wording } from '../text/wording'
import { formatNumber } from '../text/format-number'
import type { SidebarLine } from './sidebar-lines'
import { isMovable } from './use-line-drag'
import type { DropSide } from './drop-place'

export interface TreeLineProps {
  readonly line: SidebarLine
  /** From 1, among its siblings. */
  readonly position: number
  /** How many siblings there are. */
  readonly size: number
  /** Pixels from the top of the tree. */
  readonly top: number
  /** The first of the saved searches or of the feeds: each group stands apart. */
  readonly first: boolean
  readonly selected: boolean
  readonly active: boolean
  /** Where it would take the line that is dragged over it; null when none is. */
  readonly drop: DropSide | null
  readonly onChoose: (line: SidebarLine) => void
  /** Gets the line's key. */
  readonly onToggle: (key: string) => void
}

export const TreeLine = memo(function TreeLine(props: TreeLineProps) {
  const { line, position, size, top, first, selected, active, drop, onChoose, onToggle } = props
  const ref = useRef<HTMLDivElement>(null)
  const problem = line.feed?.problem ?? null
  useLayoutEffect(() => {
    ref.current?.style.setProperty('--level', String(line.level - 1))
    ref.current?.style.setProperty('transform', `translateY(${String(top)}px)`)
  }, [line.level, top])
  return (
    // The tree holds the focus and the keys; a line only takes clicks.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={ref}
      id={`line-${line.key}`}
      className="tree-line"
      role="treeitem"
      tabIndex={-1}
      data-first={first || undefined}
      data-active={active || undefined}
      data-kind={line.icon}
      aria-level={line.level}
      aria-posinset={position}
      aria-setsize={size}
      aria-selected={selected}
      aria-expanded={line.expanded ?? undefined}
      title={problem ?? undefined}
      draggable={isMovable(line)}
      data-drop={drop ?? undefined}
      onClick={(event) => {
        // The tree keeps the focus; taking it back already at the press would keep the line from being dragged.
        event.currentTarget.closest<HTMLElement>('[role="tree"]')?.focus()
        const onArrow = event.target instanceof Element && event.target.closest('.tree-arrow') !== null
        if (onArrow) onToggle(line.key)
        else onChoose(line)
      }}
      onDoubleClick={() => {
        if (line.expanded !== null) onToggle(line.key)
      }}
    >
      <span className="tree-arrow">{line.expanded === null ? null : <Icon name="chevron" />}</span>
      <LineIcon line={line} />
      <span className="tree-label">
        <bdi>{line.label}</bdi>
      </span>
      {line.count > 0 ? (
        <span className="tree-count">
          {formatNumber(line.count)}
          <span className="spoken"> {line.unit}</span>
        </span>
      ) : null}
      {problem === null ? null : <Icon name="warning" />}
      {problem === null ? null : <span className="spoken">{wording.feeds.problem(problem)}</span>}
    </div>
  )
})

function LineIcon({ line }: { readonly line: SidebarLine }) {
  const icon = mediaUrl(line.feed?.icon ?? null)
  if (icon !== null) return <img className="feed-icon" src={icon} alt="" width={16} height={16} />
  if (line.feed)
    return (
      <span className="feed-letter" aria-hidden="true">
        {firstLetter(line.label)}
      </span>
    )
  return <Icon name={line.icon} />
}

function firstLetter(title: string): string {
  const [letter = ''] = title.replace(/^the\s+/i, '').match(/\p{L}|\p{N}/u) ?? []
  return letter.toUpperCase()
}
