/** Lays the rows of a list out as lines: a line for each new day, then its articles. Pure, and made a page at a time. */
import type { ArticleRow } from '../../contract/article'
import type { ArticleId } from '../../contract/article-id'

export type ListItem =
  | { readonly kind: 'day'; readonly key: string; readonly time: number }
  | { readonly kind: 'article'; readonly key: ArticleId; readonly position: number }

export interface ListLayout {
  readonly items: readonly ListItem[]
  readonly ids: readonly ArticleId[]
  /** Local day of the last row, so that the next page goes on where this one ended. */
  readonly lastDay: string | null
}

export const EMPTY_LAYOUT: ListLayout = { items: [], ids: [], lastDay: null }

/** The moment that orders an article: its own date, or when it came. */
export function articleTime(row: Pick<ArticleRow, 'published' | 'arrived'>): number {
  const time = Date.parse(row.published ?? row.arrived)
  return Number.isNaN(time) ? 0 : time
}

/** Adds a page; articles that are in the list already are left out, because a page boundary may move while a sync runs. */
export function appendRows(layout: ListLayout, rows: readonly ArticleRow[], grouped = true): ListLayout {
  const known = new Set(layout.ids)
  const items: ListItem[] = [...layout.items]
  const ids = [...layout.ids]
  let lastDay = layout.lastDay
  for (const row of rows) {
    if (known.has(row.articleId)) continue
    const time = articleTime(row)
    const day = localDay(time)
    if (grouped && day !== lastDay) items.push({ kind: 'day', key: `day-${day}-${String(ids.length)}`, time })
    lastDay = day
    items.push({ kind: 'article', key: row.articleId, position: ids.length })
    ids.push(row.articleId)
  }
  return { items, ids, lastDay }
}

/** Puts rows under one of the list, whatever their day. */
export function insertAfter(layout: ListLayout, after: ArticleId, added: readonly ArticleId[]): ListLayout {
  const at = layout.ids.indexOf(after)
  if (at < 0 || added.length === 0) return layout
  const place = layout.items.findIndex((item) => item.key === after) + 1
  const rows = added.map((key): ListItem => ({ kind: 'article', key, position: 0 }))
  const items = [...layout.items.slice(0, place), ...rows, ...layout.items.slice(place)]
  return numbered({ ...layout, items })
}

export function withoutIds(layout: ListLayout, gone: readonly ArticleId[]): ListLayout {
  const left = new Set<string>(gone)
  return numbered({ ...layout, items: layout.items.filter(({ key }) => !left.has(key)) })
}

function numbered({ items, lastDay }: ListLayout): ListLayout {
  const ids: ArticleId[] = []
  const counted = items.map((item): ListItem => {
    if (item.kind === 'day') return item
    ids.push(item.key)
    return { ...item, position: ids.length - 1 }
  })
  return { items: counted, ids, lastDay }
}

function localDay(time: number): string {
  const date = new Date(time)
  return `${String(date.getFullYear())}-${String(date.getMonth() + 1)}-${String(date.getDate())}`
}
