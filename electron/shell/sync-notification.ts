/** What the desktop is told after a sync: nothing until the reader asks for it, and never more than one notification a pass. Pure. */
import type { ArticleId } from '../../contract/article-id'
import type { Settings } from '../../contract/settings'

export interface ToldArticle {
  readonly articleId: ArticleId
  readonly title: string
  readonly feedTitle: string
}

export interface SyncNotification {
  readonly title: string
  readonly body: string
  /** The article a click opens; null just shows the window. */
  readonly articleId: ArticleId | null
}

const MOST_TITLES = 3
// Desktops cut longer ones anywhere.
const LONGEST_TITLE = 120

/** Null when there is nothing to say. `told` are the articles that a rule asked for. */
export function syncNotification(
  choice: Settings['notifications'],
  newArticles: number,
  told: readonly ToldArticle[],
): SyncNotification | null {
  if (choice === 'off') return null
  const [only] = told
  if (only && told.length === 1)
    return { title: short(only.title), body: only.feedTitle, articleId: only.articleId }
  if (only)
    return { title: `${String(told.length)} articles you asked for`, body: titlesOf(told), articleId: null }
  if (choice === 'rules' || newArticles === 0) return null
  return {
    title: newArticles === 1 ? '1 new article' : `${String(newArticles)} new articles`,
    body: '',
    articleId: null,
  }
}

function titlesOf(told: readonly ToldArticle[]): string {
  const titles = told.slice(0, MOST_TITLES).map(({ title }) => short(title))
  const more = told.length - titles.length
  return [...titles, ...(more > 0 ? [`and ${String(more)} more`] : [])].join('\n')
}

function short(title: string): string {
  return title.length <= LONGEST_TITLE ? title : `${title.slice(0, LONGEST_TITLE - 1).trimEnd()}…`
}
