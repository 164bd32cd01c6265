/** What keys and clicks in the article list mean: moving, opening, and choosing several. */
import type { KeyboardEvent, MouseEvent } from 'react'
import { parseArticleId, type ArticleId } from '../../contract/article-id'
import { runCommand } from '../app/commands'
import type { WindowTools } from '../app/window-context'
import type { AppState } from '../store/app-state'
import { visibleIds } from '../store/visible-list'

const MOVES = { ArrowDown: 'look-next', ArrowUp: 'look-previous', Enter: 'open-selected' } as const

/** True when the key meant something here. */
export function listKey(event: KeyboardEvent, tools: WindowTools): boolean {
  const state = tools.store.getState()
  const held = event.ctrlKey || event.metaKey
  if (held && event.key.toLowerCase() === 'a') state.chooseAll()
  else if (held || event.altKey) return false
  else if (event.shiftKey) return extend(event.key, state)
  else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') return toStory(event.key, state)
  else if (event.key in MOVES) runCommand(MOVES[event.key as keyof typeof MOVES], tools)
  else return toEdge(event.key, state)
  return true
}

/** The arrows open and close a story as they do a branch of a tree. */
function toStory(key: 'ArrowRight' | 'ArrowLeft', state: AppState): boolean {
  const { selectedId } = state
  if (selectedId === null || !state.rows.get(selectedId)?.story) return false
  void state.toggleStory(selectedId, key === 'ArrowRight')
  return true
}

function extend(key: string, state: AppState): boolean {
  const step = { ArrowDown: 1, ArrowUp: -1 }[key]
  const edge = edgeOf(key, visibleIds(state))
  const to = step === undefined ? edge : (state.neighbour(step as 1 | -1) ?? undefined)
  if (to !== undefined) state.chooseTo(to)
  return step !== undefined || edge !== undefined
}

function toEdge(key: string, state: AppState): boolean {
  const edge = edgeOf(key, visibleIds(state))
  if (edge === undefined) return false
  state.select(edge)
  void state.preview(edge)
  return true
}

function edgeOf(key: string, ids: readonly ArticleId[]): ArticleId | undefined {
  if (key === 'Home') return ids[0]
  return key === 'End' ? ids.at(-1) : undefined
}

export function listClick(event: MouseEvent, state: AppState): void {
  const target = event.target as Element
  const articleId = articleAt(target)
  if (!articleId) return
  if (event.shiftKey) state.chooseTo(articleId)
  else if (event.ctrlKey || event.metaKey) state.toggleChosen(articleId)
  else if (target.closest('.row-story')) void state.toggleStory(articleId)
  else if (target.closest('.row-star')) void state.toggle(articleId, 'starred')
  else if (target.closest('.row-dot')) void state.toggle(articleId, 'read')
  else void state.open(articleId)
}

/** The article whose row this is or is in; null beside the rows. */
export function articleAt(element: Element): ArticleId | null {
  return parseArticleId(element.closest<HTMLElement>('[data-article]')?.dataset['article'] ?? '')
}
