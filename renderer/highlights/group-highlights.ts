/** Filters the library's highlights and groups them by article, the article highlighted last first. Pure. */
import type { ArticleId } from '../../contract/article-id'
import type { HighlightColor, HighlightRow } from '../../contract/highlight'

export interface HighlightGroup {
  readonly articleId: ArticleId
  readonly articleTitle: string
  readonly feedTitle: string
  /** In the order of the text. */
  readonly highlights: readonly HighlightRow[]
}

export function filterHighlights(
  highlights: readonly HighlightRow[],
  words: string,
  color: HighlightColor | null,
): readonly HighlightRow[] {
  const wanted = words.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return highlights.filter((highlight) => {
    if (color !== null && highlight.color !== color) return false
    const { quote, note, articleTitle, feedTitle } = highlight
    const text = [quote, note, articleTitle, feedTitle].join('\n').toLocaleLowerCase()
    return wanted.every((word) => text.includes(word))
  })
}

export function groupByArticle(highlights: readonly HighlightRow[]): readonly HighlightGroup[] {
  const groups = new Map<ArticleId, HighlightRow[]>()
  const latestFirst = [...highlights].sort((a, b) => b.created.localeCompare(a.created))
  for (const highlight of latestFirst) {
    groups.set(highlight.articleId, [...(groups.get(highlight.articleId) ?? []), highlight])
  }
  return [...groups].map(([articleId, all]) => ({
    articleId,
    articleTitle: all[0]?.articleTitle ?? '',
    feedTitle: all[0]?.feedTitle ?? '',
    highlights: [...all].sort((a, b) => a.start - b.start),
  }))
}
