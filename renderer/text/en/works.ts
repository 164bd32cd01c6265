/** English words of long work: what runs, how far it came, how it ended. */
import type { WorkName } from '../../../contract/work'
import { count, formatBytes, formatNumber } from '../format-number'

type Progress = (done: number, total: number) => string

const counted: Progress = (done, total) => `${formatNumber(done)} of ${formatNumber(total)}`
const bytes: Progress = (done, total) => `${formatBytes(done)} of ${formatBytes(total)}`

const names: Record<WorkName, string> = {
  'import-feeds': 'Importing feeds',
  'import-highlights': 'Importing highlights',
  'export-highlights': 'Exporting highlights',
  'save-articles': 'Saving articles',
  backup: 'Backing up',
  restore: 'Restoring',
  move: 'Copying the library',
  index: 'Making the search index',
}

const progress: Record<WorkName, Progress> = {
  'import-feeds': counted,
  'import-highlights': counted,
  'export-highlights': counted,
  'save-articles': counted,
  backup: bytes,
  restore: bytes,
  move: bytes,
  index: counted,
}

export const works = {
  works: {
    label: 'Work under way',
    names,
    progress,
    begun: (name: string) => `${name}…`,
    cancel: (name: string) => `Cancel: ${name}`,
    ending: 'Stopping…',
    cancelled: {
      'export-highlights': 'The export was cancelled. Nothing was written.',
      'save-articles': 'Saving was cancelled. No file was written.',
      backup: 'The backup was cancelled. No file was written.',
      restore: 'Restoring was cancelled. The library is as it was.',
    },
    indexed: (n: number) =>
      `The search index is whole: ${count(n, 'article was', 'articles were')} looked through.`,
    notIndexed:
      'The search index could not be made; a search may miss articles. It is tried again at the next start.',
  },
}
