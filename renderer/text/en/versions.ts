/** English words of an article's versions. */
import { count, formatNumber } from '../format-number'

export const versions = {
  versions: {
    title: 'What changed',
    show: (updated: string) => `${updated}, show what changed`,
    list: 'Versions, newest first',
    shown: 'Shown',
    views: { changes: 'Changes', earlier: 'Earlier text' },
    summary: (added: number, removed: number) => {
      if (added + removed === 0) return 'Punctuation changed'
      const words = [
        added > 0 ? `${count(added, 'word', 'words')} added` : '',
        removed > 0 ? `${count(removed, 'word', 'words')} removed` : '',
      ]
      return words.filter((word) => word !== '').join(', ')
    },
    folded: (n: number) => `${formatNumber(n)} unchanged paragraphs`,
    added: 'Added:',
    removed: 'Removed:',
    end: 'End of change.',
    loading: 'Comparing the texts',
    none: 'The publisher has not changed this article since it was fetched.',
  },
}
