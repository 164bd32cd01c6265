/** Does with arriving articles what the reader's rules say, and remembers which of them the desktop is to tell of: what a rule or their feed asks for. */
import type { ArticleId } from '../../contract/article-id'
import type { Rule, RuleAction, RulePreview } from '../../contract/rule'
import type { LibraryStore, StoredChange } from '../library/library-store'
import type { ArticleRecord } from '../library/records'
import { ruleMatcher, type RuleMatcher } from '../rules/rule-matcher'

export interface ArrivedArticle {
  readonly articleId: ArticleId
  readonly title: string
  readonly feedTitle: string
}

const CHANGES: readonly (readonly [RuleAction, StoredChange])[] = [
  // Muted means out of the way, so it is not left unread behind the reader's back.
  ['mute', { muted: true, read: true }],
  ['read', { read: true }],
  ['star', { starred: true }],
  ['save', { saved: true }],
]
/** Titles that a preview names, and articles it looks at. */
const MOST_TITLES = 5
const MOST_LOOKED = 500
// What nobody asks for is forgotten: the command line syncs for years and shows no notification.
const MOST_NOTIFIED = 100

const noRule: RuleMatcher = () => new Set()

export class Arrivals {
  private read: { readonly rules: readonly Rule[]; readonly match: RuleMatcher } | null = null
  private notified: ArrivedArticle[] = []

  constructor(private readonly library: LibraryStore) {}

  /**
   * @param articles stored just now and never seen before
   * @param first true when the feed had none: what a feed begins with is no news
   */
  readonly arrived = async (articles: readonly ArticleRecord[], first: boolean): Promise<void> => {
    const match = this.matcher() ?? noRule
    const wanted = articles.map((article) => ({ article, actions: match(article) }))
    for (const [action, change] of CHANGES) {
      const ids = wanted.filter(({ actions }) => actions.has(action)).map(({ article }) => article.articleId)
      if (ids.length > 0) await this.library.setStatus(ids, change)
    }
    if (first) return
    for (const { article, actions } of wanted) {
      const asked = actions.has('notify') || this.library.feed(article.feedId)?.notify === true
      if (asked && !actions.has('mute') && this.notified.length < MOST_NOTIFIED)
        this.notified.push({
          articleId: article.articleId,
          title: article.title,
          feedTitle: this.library.feedTitle(article.feedId) ?? '',
        })
    }
  }

  /** What rules and feeds want told since the last call, in the order it came. */
  takeNotified(): readonly ArrivedArticle[] {
    const taken = this.notified
    this.notified = []
    return taken
  }

  /** What a rule finds among the newest articles; changes nothing. */
  preview(rule: Rule): RulePreview {
    const query = { view: 'all', feedId: null, folder: null, order: 'newest' } as const
    const { records } = this.library.list(query, null, MOST_LOOKED, new Date())
    // Any action will do: what is asked is whom the conditions find.
    const match = ruleMatcher([{ ...rule, enabled: true, actions: ['read'] }])
    const matching = records.filter((record) => match(record).size > 0)
    const titles = matching.slice(0, MOST_TITLES).map(({ title }) => title)
    return { looked: records.length, matching: matching.length, titles }
  }

  private matcher(): RuleMatcher | null {
    const rules = this.library.rules()
    if (rules.length === 0) return null
    if (this.read?.rules !== rules) this.read = { rules, match: ruleMatcher(rules) }
    return this.read.match
  }
}
