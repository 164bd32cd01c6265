/** The edition as a list: its articles in its own order, read ones among them, without those that have gone. */
import type { EditionProgress } from '../../contract/edition'
import { DELETED, READ, REMOVED } from './catalogue'
import type { LibraryParts } from './library-parts'

type Parts = Pick<LibraryParts, 'catalogue' | 'edition'>

/** Rows of the catalogue. */
export function editionRows({ catalogue, edition }: Parts): number[] {
  return edition.data.articleIds
    .map((articleId) => catalogue.find(articleId))
    .filter((row) => row >= 0 && (catalogue.flagsOf(row) & (DELETED | REMOVED)) === 0)
}

/** Null where no edition was made, or nothing of it is left. */
export function editionProgress(parts: Parts): EditionProgress | null {
  const { made } = parts.edition.data
  const rows = editionRows(parts)
  if (made === null || rows.length === 0) return null
  const read = rows.filter((row) => (parts.catalogue.flagsOf(row) & READ) !== 0).length
  return { made, total: rows.length, read }
}
