/** Chooses between what Readability found and the block that the page itself calls the article's text. */
import type { HtmlElement, HtmlParent } from './html-tree'
import { measureBlocks, measureOf, type BlockMeasures } from './measure-blocks'
import { attribute, findElements, foldSpace, isElement, namesOf, textOf } from './walk-html'

/** Names that templates give to the block of the running text. */
const TEXT_BLOCK =
  /(?:^|[\s_-])(?:article-?(?:body|text|content|main|copy|inner|detail)|articlebody\S*|(?:entry|post|story|news|blog|single|page)-?(?:content|body|text)|story-?(?:body|text|content|copy)(?:-?text)?|body-?(?:text|copy|content)|content-?(?:body|text|article|main)|main-?(?:text|content|article)|post-?(?:body|entry|article)|c-entry-content|field--name-body|text-?(?:body|content)|wysiwyg(?:-content)?|rich-?text(?:-content)?|beam-the-content|single-?content|artikel-?(?:text|body|inhalt))(?=$|[\s_-])/
/** Running letters below which a block is no article. */
const LEAST_LETTERS = 140

/** The block that states to be the article's text: microdata first, else the fullest of those named so. Null when there is none. */
export function statedContent(tree: HtmlParent, measures: BlockMeasures): HtmlElement | null {
  const marked = findElements(tree, (element) => /articlebody/i.test(attribute(element, 'itemprop') ?? ''))
  return (
    fullest(marked, measures) ??
    fullest(
      findElements(tree, (element) => isNamed(element)),
      measures,
    )
  )
}

function isNamed(element: HtmlElement): boolean {
  return /^(?:div|section|article|main|td)$/.test(element.tagName) && TEXT_BLOCK.test(namesOf(element))
}

/** The innermost of those that hold nearly as much as the fullest. */
function fullest(elements: readonly HtmlElement[], measures: BlockMeasures): HtmlElement | null {
  const running = (element: HtmlElement): number => {
    const { letters, linked } = measureOf(measures, element)
    return letters - linked
  }
  const most = Math.max(0, ...elements.map(running))
  if (most < LEAST_LETTERS) return null
  return elements.filter((element) => running(element) >= most * 0.9).at(-1) ?? null
}

/** Share of the running blocks of `part` that stand in `whole` too, by letters, 0 to 1. */
export function shareWithin(part: HtmlParent, whole: HtmlParent): number {
  const text = textOf(whole)
  let all = 0
  let shared = 0
  for (const block of findElements(part, (element) =>
    /^(?:p|li|h[2-6]|blockquote|td)$/.test(element.tagName),
  )) {
    const words = textOf(block)
    if (words.length < 25) continue
    all += words.length
    if (text.includes(words)) shared += words.length
  }
  if (all > 0) return shared / all
  const words = textOf(part)
  return words !== '' && text.includes(words.slice(0, 200)) ? 1 : 0
}

/** Takes lists of links and other linked-up blocks out of content that Readability did not clean. */
export function pruneLinkBlocks(content: HtmlParent): void {
  const measures = measureBlocks(content)
  const prune = (parent: HtmlParent): void => {
    parent.childNodes = parent.childNodes.filter((child) => {
      if (!isElement(child)) return true
      const { letters, linked, paragraphs } = measureOf(measures, child)
      const block = /^(?:ul|ol|div|section|aside|nav|table|header|footer)$/.test(child.tagName)
      if (block && paragraphs === 0 && linked > 20 && linked > letters * 0.6) return false
      prune(child)
      return true
    })
  }
  prune(content)
}

export interface Weighed {
  readonly content: HtmlParent
  readonly letters: number
}

export function weigh(content: HtmlParent): Weighed {
  return { content, letters: foldSpace(textOf(content)).length }
}
