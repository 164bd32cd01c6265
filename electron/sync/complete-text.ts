/** First step of completing an article: its page, where the feed holds only a summary. */
import type { ArticleBody } from '../articles/article-body'
import { betterSource } from '../articles/body-quality'
import type { ArticleRecord, BodyRecord, FeedRecord } from '../library/records'
import type { Completion, Gap } from './completion'
import { hasContent } from './completion'
import { fetchWholePage } from './fetch-whole-page'
import { newBody, succeed, withPageFacts } from './merge-body'
import { mayKnowMore, wantsPage } from './wants-page'

export interface TextStep {
  readonly stored: BodyRecord | null
  readonly text: 'feed' | 'page' | 'none'
  readonly gaps: readonly Gap[]
}

/** A page that fails or says less leaves the text at hand as it is. */
export async function completeText(
  completion: Completion,
  record: ArticleRecord,
  feed: FeedRecord | null,
  stored: BodyRecord | null,
): Promise<TextStep> {
  const { ports, options } = completion
  const known: TextStep = { stored, text: stored ? record.readiness.text : 'none', gaps: [] }
  const choice = feed ?? { textSource: 'better' as const }
  const visit = visitFor(completion, record, choice, stored)
  if (record.url === null || visit === 'none') return known
  const page = await fetchWholePage(ports, record.url, options.signal)
  const problem = page.ok && !hasContent(page.body) ? EMPTY_PAGE : page.ok ? null : page
  // The whole text is here already: what such a page would have added is nobody's loss.
  if (problem) return visit === 'wish' ? known : { ...known, gaps: [pageGap(problem, stored)] }
  if (!page.ok) return known
  completion.pageVisits.note(record.feedId, page.body)
  const step = withPage(record, stored, page.body, { source: choice.textSource, at: ports.now() })
  return page.lacking ? lackingPage(step, page.lacking) : step
}

/** "feed" although a page's text is stored: the next attempt fetches the page whole again. */
function lackingPage(step: TextStep, gap: Gap): TextStep {
  return step.text === 'page' ? { ...step, text: 'feed', gaps: [gap] } : step
}

const EMPTY_PAGE = { why: 'The page holds no text of an article.', retry: false }

/** need: the text is not here without the page; wish: the page may know more than the feed; none: no visit. */
function visitFor(
  { pageVisits }: Completion,
  record: ArticleRecord,
  choice: Pick<FeedRecord, 'textSource'>,
  stored: BodyRecord | null,
): 'need' | 'wish' | 'none' {
  if (wantsPage(record, choice, stored && textOfFeed(stored))) return 'need'
  const lacking = stored?.source === 'feed' && mayKnowMore(record, choice, stored.body)
  return lacking && pageVisits.begin(record.feedId) ? 'wish' : 'none'
}

/** A page's old text stands for a feed's summary: it says nothing against fetching the page anew. */
function textOfFeed(stored: BodyRecord): BodyRecord['body'] | null {
  return stored.source === 'feed' ? stored.body : null
}

function pageGap(
  { why, retry }: { readonly why: string; readonly retry: boolean },
  stored: BodyRecord | null,
): Gap {
  return { what: stored ? 'the full page' : 'the text', why, retry }
}

function withPage(
  record: ArticleRecord,
  stored: BodyRecord | null,
  body: ArticleBody,
  choice: { readonly source: FeedRecord['textSource']; readonly at: Date },
): TextStep {
  // The feed's own picture of an article is better than none.
  const page = { ...body, leadImage: body.leadImage ?? stored?.body.leadImage ?? null }
  if (!stored) return { stored: newBody(record, page, 'page'), text: 'page', gaps: [] }
  if (stored.source === 'page') {
    const next = succeed(stored, record.title, {
      body: page,
      source: 'page',
      changedAt: choice.at.toISOString(),
    })
    return { stored: next, text: 'page', gaps: [] }
  }
  const takePage = choice.source === 'page' || betterSource(stored.body, page) === 'page'
  const best = takePage ? page : withPageFacts(stored.body, page)
  const source = takePage ? 'page' : 'feed'
  const next = newBody(record, best, source)
  return { stored: { ...next, versions: stored.versions, comments: stored.comments }, text: source, gaps: [] }
}
