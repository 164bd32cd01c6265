/** What the tree needs to draw only the lines that are seen: each line's place among its siblings, and lines that stay the same objects. Pure but for the memory of the keeper. */
import { keepUnchanged } from '../store/keep-unchanged'
import type { SidebarLine } from './sidebar-lines'

export interface LinePlace {
  /** From 1, among the lines of the same level under the same folder. */
  readonly position: number
  readonly size: number
}

/** For `aria-posinset` and `aria-setsize`: those who hear the tree are told of all lines, drawn or not. */
export function linePlaces(lines: readonly SidebarLine[]): readonly LinePlace[] {
  const groups: { size: number }[] = []
  const placed = lines.map(({ level }) => {
    groups.length = Math.min(groups.length, level)
    const group = (groups[level - 1] ??= { size: 0 })
    return { position: ++group.size, group }
  })
  return placed.map(({ position, group }) => ({ position, size: group.size }))
}

/** Makes a function that takes fresh lines and gives back the last ones wherever they say the same, so that only the others are drawn again. */
export function createLineKeeper(): (lines: readonly SidebarLine[]) => readonly SidebarLine[] {
  let known: ReadonlyMap<string, SidebarLine> = new Map()
  return (lines) => {
    const kept = lines.map((line) => keepUnchanged(known.get(line.key) ?? line, line))
    known = new Map(kept.map((line) => [line.key, line]))
    return kept
  }
}
