/** Finds the block with nearly all running text of a page, for pages whose text Readability misses and no name states. */
import type { HtmlElement, HtmlNode, HtmlParent } from './html-tree'
import { findFirst, isBlock, isElement, isText, namesOf } from './walk-html'

/** Text nodes of one block that say something together, in characters. */
const LEAST_RUN = 80
/** Running text of a page below which nothing can be told, in characters. */
const LEAST_TEXT = 400
/** The block still holds this share of its parent's running text. */
const NEARLY_ALL = 0.8
const NOT_THE_ARTICLE =
  /comment|disqus|repl(?:y|ies)|discussion|footer|cookie|consent|sidebar|widget|secondary|aside|contact|kontakt/
/** Names that say what a frame has around it ("has-sidebar"), not what it is. */
const HAS_AROUND = /(?:^|\s)(?:has|with|without|no)-\S+/g

/** The innermost element that holds nearly all running text; null where there is little. */
export function densestContent(tree: HtmlParent): HtmlElement | null {
  const weights = new Map<HtmlElement, number>()
  let at = findFirst(tree, (element) => element.tagName === 'body')
  if (!at || weigh(at, weights) < LEAST_TEXT) return null
  for (;;) {
    const own: number = weights.get(at) ?? 0
    const next: HtmlNode | undefined = at.childNodes.find(
      (child) => isElement(child) && (weights.get(child) ?? 0) >= own * NEARLY_ALL,
    )
    if (!next || !isElement(next) || next.tagName === 'p') return at
    at = next
  }
}

function weigh(element: HtmlElement, weights: Map<HtmlElement, number>): number {
  if (element.tagName !== 'body' && NOT_THE_ARTICLE.test(namesOf(element).replace(HAS_AROUND, ' '))) return 0
  let run = 0
  let sum = 0
  for (const child of element.childNodes) {
    if (isText(child)) run += child.value.trim().length
    else if (isElement(child) && child.tagName !== 'a')
      if (isInline(child)) run += inlineLength(child)
      else sum += weigh(child, weights)
  }
  if (run >= LEAST_RUN) sum += run
  weights.set(element, sum)
  return sum
}

function isInline(element: HtmlElement): boolean {
  return !isBlock(element) && element.tagName !== 'div' && element.tagName !== 'center'
}

function inlineLength(element: HtmlElement): number {
  return element.childNodes.reduce(
    (sum, child) =>
      sum +
      (isText(child)
        ? child.value.trim().length
        : isElement(child) && child.tagName !== 'a'
          ? inlineLength(child)
          : 0),
    0,
  )
}
