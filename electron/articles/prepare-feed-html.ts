/** The HTML that a feed carries into a body: the same steps as for a page, less those that look for the article in it. */
import type { ArticleBody } from './article-body'
import { assembleBody } from './assemble-body'
import { turnEmbedsIntoCards } from './embed-cards'
import { parseBodyHtml } from './html-tree'
import { leadParagraph } from './lead-paragraph'
import { measureBlocks } from './measure-blocks'
import { findRelated } from './page-links'
import { publisherKeyPoints } from './publisher-key-points'
import { recoverLazyImages } from './recover-lazy-images'
import { removeBoilerplate, removeCode } from './remove-boilerplate'
import { takeCaptions } from './take-captions'
import { tidyContent } from './tidy-content'
import { removeElements } from './walk-html'

export interface FeedHtml {
  readonly html: string
  /** Address of the article's page, or of the feed; relative addresses count from it. */
  readonly baseUrl: string
  readonly title: string | null
}

/** Longer texts are cut: feeds are capped in size, and one item must not hold up the rest. In UTF-16 units. */
const LONGEST = 8_000_000

/** Never throws. An empty or textless item gives an empty body. */
export function prepareFeedHtml({ html, baseUrl, title }: FeedHtml): ArticleBody {
  const content = parseBodyHtml(html.slice(0, LONGEST))
  recoverLazyImages(content)
  turnEmbedsIntoCards(content, baseUrl)
  removeCode(content)
  const captions = takeCaptions(content)
  const measures = measureBlocks(content)
  const { related, blocks } = findRelated(content, { measures, baseUrl, pageUrl: baseUrl })
  const publisher = publisherKeyPoints(content, measures, null)
  removeElements(content, (element) => blocks.has(element) || publisher.blocks.includes(element))
  removeBoilerplate(content, measures)
  tidyContent(content, { title, byline: null })
  const assembled = assembleBody({
    content,
    baseUrl,
    title,
    language: null,
    publisherPoints: publisher.points,
    captions,
  })
  return {
    title,
    byline: null,
    siteName: null,
    published: null,
    updated: null,
    section: [],
    lead: leadParagraph(assembled.text),
    leadImage: assembled.images[0]?.url ?? null,
    related,
    commentsUrl: null,
    ...assembled,
  }
}
