/** What a screen reader says of a row's state after its title; the marks themselves are pictures. Pure. */
import type { ArticleRow } from '../../contract/article'
import { wording } from '../text/wording'

export function rowStates(row: ArticleRow): string {
  const { read, starred, saved } = row.status
  return [
    read ? '' : wording.list.unreadMark,
    starred ? wording.list.starredMark : '',
    saved ? wording.list.savedMark : '',
    row.ready ? wording.list.readyMark : '',
    row.highlightCount > 0 ? wording.list.highlightsMark(row.highlightCount) : '',
  ]
    .filter(Boolean)
    .join(', ')
}
