/** What a screen reader says of a row's state after its title; the marks themselves are pictures. Pure. */
import type { ArticleRow } from '../../contract/article'
import { en } from '../text/en'

export function rowStates(row: ArticleRow): string {
  const { read, starred, saved } = row.status
  return [
    read ? '' : en.list.unreadMark,
    starred ? en.list.starredMark : '',
    saved ? en.list.savedMark : '',
    row.ready ? en.list.readyMark : '',
    row.highlightCount > 0 ? en.list.highlightsMark(row.highlightCount) : '',
  ]
    .filter(Boolean)
    .join(', ')
}
