/** The context menu of the list's articles: at the pointer, or under the selected row when a key asks for it. */
import { useState } from 'react'
import type { MouseEvent, ReactNode, RefObject } from 'react'
import type { ArticleId } from '../../contract/article-id'
import { useWindow } from '../app/window-context'
import { ContextMenu } from '../controls/context-menu'
import { visibleIds } from '../store/visible-list'
import { wording } from '../text/wording'
import { articleMenu } from './article-menu'
import { articleAt } from './list-input'

interface OpenMenu {
  readonly label: string
  readonly articleIds: readonly ArticleId[]
  readonly x: number
  readonly y: number
}

/** `list` gets the focus back. */
export function useArticleMenu(list: RefObject<HTMLElement | null>): {
  readonly onContextMenu: (event: MouseEvent) => void
  readonly menu: ReactNode
} {
  const { store } = useWindow()
  const [open, setOpen] = useState<OpenMenu | null>(null)
  const onContextMenu = (event: MouseEvent) => {
    event.preventDefault()
    const under = articleAt(event.target as Element)
    const { selectedId, select, chosen } = store.getState()
    const articleId = under ?? selectedId
    if (articleId === null) return
    // A click beside the choice is about the article under it alone.
    const several = chosen.has(articleId)
    if (!several) select(articleId)
    const articleIds = several ? visibleIds(store.getState()).filter((id) => chosen.has(id)) : [articleId]
    const box = under ? null : document.getElementById(`row-${articleId}`)?.getBoundingClientRect()
    const title = store.getState().rows.get(articleId)?.title ?? ''
    setOpen({
      label: articleIds.length > 1 ? wording.list.chosen(articleIds.length) : title,
      articleIds,
      x: box ? box.left + 40 : event.clientX,
      y: box ? box.bottom : event.clientY,
    })
  }
  const menu = open ? (
    <ContextMenu
      label={open.label}
      items={articleMenu(open.articleIds, store.getState())}
      x={open.x}
      y={open.y}
      onClose={() => {
        setOpen(null)
        list.current?.focus()
      }}
    />
  ) : null
  return { onContextMenu, menu }
}
