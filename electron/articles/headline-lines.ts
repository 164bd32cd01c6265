/** The short lines around a page's headline, where dateline and byline stand when no markup says so. */
import type { HtmlElement, HtmlParent } from './html-tree'
import { closest, findElements, isBlock, isElement, isText, namesOf, textOf } from './walk-html'

const ELSEWHERE =
  /comment|sidebar|related|footer|widget|recommend|teaser|carousel|promo|most-|trending|popular|archive|calendar|ticker|latest|copyright|cookie|newsletter/
const BEFORE = 8
const AFTER = 30
const LONGEST_LINE = 160

/** A test for elements that belong to a box beside the article. What holds the headline is never such a box, however it is called. */
export function besideArticle(tree: HtmlParent): (element: HtmlElement) => boolean {
  const around = new Set<HtmlElement>()
  for (const headline of findElements(tree, (element) => element.tagName === 'h1')) {
    for (let at = headline.parentNode; isElement(at); at = at.parentNode) around.add(at)
  }
  const isBox = (element: HtmlElement): boolean => {
    if (element.tagName === 'body' || element.tagName === 'html' || around.has(element)) return false
    return element.tagName === 'footer' || element.tagName === 'nav' || ELSEWHERE.test(namesOf(element))
  }
  return (element) => closest(element, isBox) !== null
}

/** Lines right before and after the headline, in order; the lines below it first. */
export function headlineLines(tree: HtmlParent, title: string | null): string[] {
  const beside = besideArticle(tree)
  const lines = findElements(tree, isLineBlock)
  const at = lines.findIndex(
    (line) => /^h[1-3]$/.test(line.tagName) && (line.tagName === 'h1' || textOf(line) === title),
  )
  if (at < 0) return []
  const near = [...lines.slice(at + 1, at + 1 + AFTER), ...lines.slice(Math.max(0, at - BEFORE), at)]
  return near
    .filter((line) => !beside(line))
    .map(textOf)
    .filter((text) => text.length >= 4 && text.length <= LONGEST_LINE)
}

/** An element with text of its own and no block inside. */
function isLineBlock(element: HtmlElement): boolean {
  const own = element.childNodes.some((node) => isText(node) && node.value.trim() !== '')
  const inner = element.childNodes.some((node) => isElement(node) && isBlock(node) && node.tagName !== 'br')
  if (/^h[1-3]$/.test(element.tagName)) return true
  return own && !inner && !/^(?:script|style|title|option|noscript|button)$/.test(element.tagName)
}
