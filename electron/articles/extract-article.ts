/**
 * A page's HTML into the body of its article and the facts around it. The only user of Readability, which finds where the
 * text is; this folder does what it lacks before (lazy pictures, related links, boilerplate) and after (tidying, sanitising).
 */
import { Readability } from '@mozilla/readability'
import { absoluteUrl } from '../../contract/absolute-url'
import { ampAddress } from './amp-address'
import { leadParagraph } from './lead-paragraph'
import { addLeadPicture } from './lead-picture'
import type { ArticleBody, ExtractResult, PageWays } from './article-body'
import { assembleBody } from './assemble-body'
import { commentsAddress } from './comments-address'
import { turnEmbedsIntoCards } from './embed-cards'
import { freeContent, openWholePages } from './free-content'
import { densestContent } from './densest-content'
import { pruneLinkBlocks, shareWithin, statedContent } from './find-content'
import { innerHtml, parseBodyHtml, parsePage, withoutSoftHyphens, type HtmlParent } from './html-tree'
import { measureBlocks } from './measure-blocks'
import { nextPageAddress } from './next-page'
import { readPageFacts, type PageFacts } from './page-facts'
import { findRelated } from './page-links'
import { removeOtherStories } from './other-stories'
import { pageVerdict } from './page-verdict'
import { parseHtmlDocument } from './parse-html-document'
import { publisherKeyPoints } from './publisher-key-points'
import { recoverLazyImages } from './recover-lazy-images'
import { removeBoilerplate, removeCode, stripAttributes } from './remove-boilerplate'
import { takeCaptions } from './take-captions'
import { restoreBlocks } from './restore-blocks'
import { restorePictures } from './restore-pictures'
import { addStandfirst, findStandfirst } from './standfirst'
import { statedRelated } from './stated-related'
import { tidyContent } from './tidy-content'
import { findFirst, isElement, removeElements, textOf } from './walk-html'

/** Classes of ours that must outlive Readability's cleaning. */
const OUR_CLASSES = ['embed', 'credit']
/** Pages beyond this are read by their own `article` or `main` alone: Readability's time grows with each of several passes. */
const MOST_ELEMENTS = 40_000
/** Longer pages are cut: no article is this long, and every step would pay for it. In UTF-16 units. */
const LONGEST_PAGE = 3_000_000

/** Refusals (paywall, error page ...) are values with a sentence. Never throws for any page. */
export function extractArticle(html: string, { url }: { readonly url: string | null }): ExtractResult {
  const tree = parsePage(withoutSoftHyphens(html.slice(0, LONGEST_PAGE)))
  const facts = readPageFacts(tree, url)
  const ways = pageWays(tree, facts, url)
  const commentsUrl = commentsAddress(tree, url ?? facts.baseUrl, facts.linked?.commentsUrl ?? null)
  const stated = statedRelated(tree, facts.linked, { baseUrl: facts.baseUrl, pageUrl: url })
  openWholePages(tree)
  recoverLazyImages(tree)
  turnEmbedsIntoCards(tree, facts.baseUrl)
  removeCode(tree)
  const captions = takeCaptions(tree)
  const before = measureBlocks(tree)
  const { related, blocks } = findRelated(tree, { measures: before, baseUrl: facts.baseUrl, pageUrl: url })
  const publisher = publisherKeyPoints(tree, before, facts.title)
  const pageText = textOf(tree).slice(0, 5000)
  removeElements(tree, (element) => blocks.has(element) || publisher.blocks.includes(element))
  const standfirst = findStandfirst(tree, facts)
  const measures = measureBlocks(tree)
  removeOtherStories(tree, measures, facts.title)
  removeBoilerplate(tree, measures)
  const content = findContent(tree)
  if (content !== tree && !isElement(content)) restorePictures(content, tree)
  tidyContent(content, facts)
  addStandfirst(content, standfirst)
  addLeadPicture(content, facts.leadImage, facts.title)
  const assembled = assembleBody({
    content,
    baseUrl: facts.baseUrl,
    title: facts.title,
    language: facts.language,
    publisherPoints: publisher.points,
    captions,
  })
  const body: ArticleBody = {
    title: facts.title,
    byline: facts.byline,
    siteName: facts.siteName,
    published: facts.published,
    updated: facts.updated,
    section: facts.section,
    lead: facts.lead ?? leadParagraph(assembled.text),
    leadImage: facts.leadImage,
    related: [
      ...related,
      ...stated.filter(({ url: address }) => !related.some((link) => link.url === address)),
    ],
    commentsUrl,
    ...assembled,
  }
  const refusal = pageVerdict(facts, { text: body.text, words: body.words, pageText })
  return refusal ? { ...refusal, ways } : { ok: true, body, ways }
}

function pageWays(tree: HtmlParent, { meta, baseUrl }: PageFacts, url: string | null): PageWays {
  const canonical = absoluteUrl(meta.link('canonical'), baseUrl)
  return {
    nextPage: nextPageAddress(tree, { url: url ?? baseUrl, canonical, baseUrl }),
    ampUrl: ampAddress(meta, { url, baseUrl }),
  }
}

/** The part of the page that is the article. */
function findContent(tree: HtmlParent): HtmlParent {
  stripAttributes(tree)
  const measures = measureBlocks(tree)
  freeContent(tree, measures)
  const found = measures.size > MOST_ELEMENTS ? null : readable(innerHtml(tree))
  const read = found === null ? null : parseBodyHtml(found)
  const stated = statedContent(tree, measures)
  if (stated !== null) {
    const own = parseBodyHtml(innerHtml(stated))
    pruneLinkBlocks(own)
    if (read === null || isMissed(own, read)) return own
    if (shareWithin(read, own) > 0.5) restoreBlocks(read, stated, measures)
  }
  return unnamedContent(tree, read)
}

/** For pages that do not say which block is the article. */
function unnamedContent(tree: HtmlParent, read: HtmlParent | null): HtmlParent {
  const densest = densestContent(tree)
  if (densest !== null) {
    const own = parseBodyHtml(innerHtml(densest))
    pruneLinkBlocks(own)
    if (read === null || isElsewhere(densest, read) || isFragment(read, own)) return own
  }
  if (read !== null) return read
  return (
    findFirst(tree, (element) => element.tagName === 'article') ??
    findFirst(tree, (element) => element.tagName === 'main') ??
    findFirst(tree, (element) => element.tagName === 'body') ??
    tree
  )
}

/** Readability went elsewhere: most of the stated text is not in what it found, though there is enough of it. */
function isMissed(own: HtmlParent, read: HtmlParent): boolean {
  const found = textOf(read).length
  return shareWithin(own, read) < 0.5 && textOf(own).length > found * (found < 800 ? 0.4 : 0.8)
}

/** Nothing says which block is the article: Readability is overruled only where it took a small block apart from nearly all text. */
function isElsewhere(densest: HtmlParent, read: HtmlParent): boolean {
  return shareWithin(read, densest) < 0.2 && textOf(densest).length > textOf(read).length * 1.5
}

/** Readability took one of several blocks of one article: all of it stands in the text found, which is much longer. */
function isFragment(read: HtmlParent, own: HtmlParent): boolean {
  const found = textOf(read).length
  return found < 1200 && textOf(own).length > found * 2.5 && shareWithin(read, own) > 0.8
}

function readable(html: string): string | null {
  const document = parseHtmlDocument(html)
  const reader = new Readability(document, {
    charThreshold: 200,
    classesToPreserve: OUR_CLASSES,
    disableJSONLD: true,
    maxElemsToParse: MOST_ELEMENTS,
  })
  try {
    return reader.parse()?.content ?? null
  } catch {
    // It refuses pages with too many elements by throwing; they are read by their own main element.
    return null
  }
}
