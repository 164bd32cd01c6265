/** Frees text from wrappers for which it would be thrown away: a noscript or form around the whole page, a "social" box around a quotation. */
import type { HtmlElement, HtmlParent } from './html-tree'
import { measureOf, type BlockMeasures } from './measure-blocks'
import { attribute, eachElement, findElements, isElement, textOf } from './walk-html'

/** Opens the noscript that some pages stand in whole. To be called before anything is removed. */
export function openWholePages(tree: HtmlParent): void {
  for (const hidden of findElements(tree, (element) => element.tagName === 'noscript')) {
    if (isWholePage(hidden, tree)) renameTo(hidden, 'div')
  }
}

function isWholePage(hidden: HtmlElement, tree: HtmlParent): boolean {
  const own = findElements(hidden, (element) => element.tagName === 'p')
    .map((paragraph) => textOf(paragraph).length)
    .filter((length) => length > 80)
  return own.length >= 3 && own.reduce((sum, length) => sum + length, 0) > textOf(tree).length
}

function renameTo(element: HtmlElement, name: string): void {
  element.tagName = element.nodeName = name
}

/** Readability drops forms, and blocks by names like "social": those around a quotation or a card lose their names. `measures` must be of this tree. */
export function freeContent(tree: HtmlParent, measures: BlockMeasures): void {
  eachElement(tree, (element) => {
    if (element.tagName === 'form') renameTo(element, 'div')
    if (element.tagName !== 'blockquote' && attribute(element, 'class') !== 'embed') return true
    const most = measureOf(measures, element).letters * 1.4 + 20
    for (
      let at = element.parentNode;
      isElement(at) && at.tagName === 'div' && measureOf(measures, at).letters <= most;
      at = at.parentNode
    )
      at.attrs = at.attrs.filter(({ name }) => name !== 'class' && name !== 'id')
    return true
  })
}
