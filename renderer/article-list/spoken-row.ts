/** What a screen reader says of a row: the title first, then state, feed and time. Pure. */
import type { ArticleRow } from '../../contract/article'
import { en } from '../text/en'
import { formatShort } from '../text/format-date'
import { articleTime } from './list-items'

export function spokenRow(row: ArticleRow, now: number): string {
  const { read, starred, saved } = row.status
  return [
    row.title || en.reader.untitled,
    read ? '' : en.list.unreadMark,
    starred ? en.list.starredMark : '',
    saved ? en.list.savedMark : '',
    row.feedTitle,
    formatShort(articleTime(row), now),
    row.ready ? en.list.readyMark : '',
    row.highlightCount > 0 ? en.list.highlightsMark(row.highlightCount) : '',
  ]
    .filter(Boolean)
    .join(', ')
}
