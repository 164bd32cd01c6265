/** The tree of lists and feeds: one stop for the Tab key, arrows move inside it, as the ARIA practices have it. Only lines in view are drawn. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { runCommand } from '../app/commands'
import { useApp, useWindow } from '../app/window-context'
import type { WindowTools } from '../app/window-context'
import { wording } from '../text/wording'
import { Canvas } from '../controls/canvas'
import { shownLine } from './sidebar-lines'
import type { SidebarLine } from './sidebar-lines'
import { TreeLine } from './tree-line'
import type { TreeLineProps } from './tree-line'
import { isMovable, useLineDrag } from './use-line-drag'
import type { LineDrag } from './use-line-drag'
import { useLineMenu } from './use-line-menu'
import { useDrawnLines, useTreeLines } from './use-tree-lines'
import type { TreeLines } from './use-tree-lines'

export function FeedTree() {
  const tools = useWindow()
  const toggleFolder = useApp((state) => state.toggleFolder)
  const [active, setActive] = useState<string | null>(null)
  const ref = useRef<HTMLDivElement>(null)
  const tree = useTreeLines()
  const { lines } = tree
  const shown = useApp(shownLine)
  const current = lines.some(({ key }) => key === active) ? active : shown

  const { over, dragged, ...drag } = useLineDrag(lines)
  const virtual = useDrawnLines(ref, tree, [current, dragged])
  const { onContextMenu, menu } = useLineMenu(lines, current, ref)
  useEffect(() => tools.parts.offer({ focusSidebar: () => ref.current?.focus() }), [tools])

  const choose = useCallback(
    (line: SidebarLine) => {
      setActive(line.key)
      showLine(line, tools)
    },
    [tools],
  )
  const onKeyDown = (event: KeyboardEvent) => {
    const at = lines.findIndex(({ key }) => key === current)
    const line = lines[at]
    const to = lines[nextLine(event.key, at, lines)]
    if (event.altKey) {
      if (!moveLine(event.key, line, tools, setActive)) return
    } else if (line && (event.key === 'Enter' || event.key === ' ')) choose(line)
    else if (line && line.expanded === (event.key === 'ArrowLeft') && isSideways(event.key))
      toggleFolder(line.key)
    else if (to) setActive(to.key)
    else return
    event.preventDefault()
  }
  const shared = { shown, current, over, onChoose: choose, onToggle: toggleFolder }
  return (
    <>
      <div
        ref={ref}
        className="tree"
        role="tree"
        tabIndex={0}
        aria-label={wording.sidebar.tree}
        aria-activedescendant={current === null ? undefined : `line-${current}`}
        onKeyDown={onKeyDown}
        onContextMenu={onContextMenu}
        {...drag}
      >
        <Canvas className="tree-canvas" height={virtual.getTotalSize()}>
          {virtual.getVirtualItems().map(({ index, start }) => (
            <PlacedLine key={lines[index]?.key} tree={tree} at={index} top={start} {...shared} />
          ))}
        </Canvas>
      </div>
      {menu}
    </>
  )
}

interface PlacedLineProps extends Pick<TreeLineProps, 'top' | 'onChoose' | 'onToggle'> {
  readonly tree: TreeLines
  readonly at: number
  /** Keys of the line that is shown and of the one the keyboard is at. */
  readonly shown: string
  readonly current: string | null
  readonly over: LineDrag['over']
}

/** Hands a line its own facts alone, so that it is drawn again only for them. */
function PlacedLine({ tree, at, shown, current, over, ...rest }: PlacedLineProps) {
  const [line, place] = [tree.lines[at], tree.places[at]]
  if (!line || !place) return null
  return (
    <TreeLine
      line={line}
      position={place.position}
      size={place.size}
      first={tree.firsts.has(at)}
      selected={line.key === shown}
      active={line.key === current}
      drop={line.key === over?.key ? over.side : null}
      {...rest}
    />
  )
}

/** With Alt held the line itself moves; false for a key that moves nothing. */
function moveLine(
  key: string,
  line: SidebarLine | undefined,
  { store }: WindowTools,
  follow: (key: string) => void,
): boolean {
  if (!line || !(key.startsWith('Arrow') && isMovable(line))) return false
  const { stepLine, nestLine } = store.getState()
  if (!isSideways(key)) void stepLine(line.key, key === 'ArrowUp' ? -1 : 1)
  else
    void nestLine(line.key, key === 'ArrowRight' ? 'in' : 'out').then((moved) => {
      // A folder has another key in another folder.
      if (moved !== null) follow(moved)
    })
  return true
}

function showLine(line: SidebarLine, tools: WindowTools): void {
  const state = tools.store.getState()
  if (line.search !== null) {
    state.runSearch(line.search)
    return
  }
  state.endSearch()
  state.showPane('list')
  if (line.target) void state.showList({ ...line.target, order: state.query.order })
  else runCommand('show-highlights', tools)
}

const isSideways = (key: string) => key === 'ArrowLeft' || key === 'ArrowRight'

function nextLine(key: string, at: number, lines: readonly SidebarLine[]): number {
  switch (key) {
    case 'ArrowDown':
      return at + 1
    case 'ArrowUp':
      return at - 1
    case 'ArrowRight':
      return lines[at]?.expanded === true ? at + 1 : -1
    case 'ArrowLeft':
      return parentOf(at, lines)
    case 'Home':
      return 0
    case 'End':
      return lines.length - 1
    default:
      return -1
  }
}

function parentOf(at: number, lines: readonly SidebarLine[]): number {
  const level = lines[at]?.level ?? 0
  for (let above = at - 1; above >= 0; above--) {
    const line = lines[above]
    if (line && line.level < level && line.expanded !== null) return above
  }
  return -1
}
