/** The rule that "Mute articles like this" begins with: the author, or else the title, with the other fields ready to be chosen. Pure. */
import type { ArticleRow } from '../../contract/article'
import type { RuleDraft } from '../store/view-slice'

/** Commas part alternatives in a condition: in a name or title they are none. */
const words = (text: string): string => text.replaceAll(',', ' ').replace(/\s+/g, ' ').trim()

export function muteDraft(row: Pick<ArticleRow, 'author' | 'title' | 'feedId'>, ruleId: string): RuleDraft {
  const [author, title] = [words(row.author ?? ''), words(row.title)]
  const field = author === '' ? 'title' : 'author'
  return {
    rule: {
      ruleId,
      enabled: true,
      conditions: [{ field, value: field === 'author' ? author : title, not: false }],
      actions: ['mute'],
    },
    suggested: { words: title, title, author, feed: row.feedId },
  }
}
