/** The chapters of docs/guide/ in their order, built into the window so that they are here without a network. */
import first from '../../docs/guide/first-minutes.md'
import reading from '../../docs/guide/reading.md'
import offline from '../../docs/guide/offline.md'
import highlights from '../../docs/guide/highlights.md'
import related from '../../docs/guide/related.md'
import search from '../../docs/guide/search.md'
import rules from '../../docs/guide/rules.md'
import backup from '../../docs/guide/backup.md'
import privacy from '../../docs/guide/privacy.md'
import trouble from '../../docs/guide/trouble.md'

/** By file name: chapters name each other so. */
export const GUIDE_CHAPTERS: readonly (readonly [file: string, markdown: string])[] = [
  ['first-minutes.md', first],
  ['reading.md', reading],
  ['offline.md', offline],
  ['highlights.md', highlights],
  ['related.md', related],
  ['search.md', search],
  ['rules.md', rules],
  ['backup.md', backup],
  ['privacy.md', privacy],
  ['trouble.md', trouble],
]
