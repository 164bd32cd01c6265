/** Puts back the blocks that Readability dropped from within the block the page itself calls its text: quotations, short paragraphs, tables. */
import { innerHtml, makeElement, parseBodyHtml, type HtmlElement, type HtmlParent } from './html-tree'
import { measureOf, type BlockMeasures } from './measure-blocks'
import { attribute, closest, eachElement, findFirst, isElement, textOf } from './walk-html'

const BLOCK = /^(?:p|h[1-6]|ul|ol|dl|table|blockquote|pre)$/
/** A block is put after the whole of these, never inside. */
const WHOLE = /^(?:ul|ol|dl|table|blockquote)$/
/** Shorter blocks are labels of the page as often as they are text. */
const LEAST_LETTERS = 60
/** With more, Readability did not clean the block but chose another one. */
const MOST_SHARE = 1.5

interface Missing {
  readonly block: HtmlElement
  /** The block of the content that it stands behind; null before all. */
  readonly after: HtmlElement | null
}

/** Changes `content` in place. `stated` is a block of the cleaned page, measured in `measures`. */
export function restoreBlocks(content: HtmlParent, stated: HtmlElement, measures: BlockMeasures): void {
  const found = new Map<string, HtmlElement>()
  eachElement(content, (element) => {
    if (!BLOCK.test(element.tagName)) return true
    const text = textOf(element)
    if (text !== '' && !found.has(text)) found.set(text, element)
    return true
  })
  const whole = textOf(content)
  const missing = missingIn(stated, { found, whole, measures })
  const letters = missing.reduce((sum, { block }) => sum + textOf(block).length, 0)
  if (letters > whole.length * MOST_SHARE) return
  putBack(content, missing)
}

interface Kept {
  readonly found: ReadonlyMap<string, HtmlElement>
  readonly whole: string
  readonly measures: BlockMeasures
}

function missingIn(stated: HtmlElement, kept: Kept): Missing[] {
  const { found, whole, measures } = kept
  const missing: Missing[] = []
  let after: HtmlElement | null = null
  eachElement(stated, (element) => {
    if (!BLOCK.test(element.tagName)) return true
    const text = textOf(element)
    const same = found.get(text)
    if (same) after = same
    if (same || text === '') return false
    if (stands(text, whole)) return false
    if (WHOLE.test(element.tagName) && holdsFound(element, found)) return true
    if (isRunning(element, text, measures) && hasFoundSibling(element, stated, kept))
      missing.push({ block: element, after })
    return false
  })
  return missing
}

function isRunning(element: HtmlElement, text: string, measures: BlockMeasures): boolean {
  const { letters, linked } = measureOf(measures, element)
  if (letters < LEAST_LETTERS || linked >= letters * 0.4) return false
  return !/(?:…|\.\.\.)$/.test(text) && !isGallery(element)
}

/** Whether any part of it is there already: Readability may have kept it in another shape. */
function stands(text: string, whole: string): boolean {
  if (text.length <= 80) return whole.includes(text)
  const middle = Math.floor(text.length / 2)
  return [text.slice(0, 40), text.slice(middle, middle + 40), text.slice(-40)].some((part) =>
    whole.includes(part),
  )
}

/** Lists built of boxes and pictures are galleries and teasers. */
function isGallery(element: HtmlElement): boolean {
  return (
    /^[uod]l$/.test(element.tagName) &&
    findFirst(element, (inner) => inner.tagName === 'div' || inner.tagName === 'img') !== null
  )
}

/** Kept text stands beside it, wrappers of its own aside: no teaser of a box. */
function hasFoundSibling(element: HtmlElement, stated: HtmlElement, { found, measures }: Kept): boolean {
  const own = measureOf(measures, element).letters * 1.2 + 20
  let at = element.parentNode
  while (isElement(at) && measureOf(measures, at).letters <= own) at = at.parentNode
  return isElement(at) && (at === stated || holdsFound(at, found))
}

function holdsFound(element: HtmlElement, found: ReadonlyMap<string, HtmlElement>): boolean {
  let holds = false
  eachElement(element, (inner) => {
    holds ||= BLOCK.test(inner.tagName) && found.has(textOf(inner))
    return !holds
  })
  return holds
}

function putBack(content: HtmlParent, missing: readonly Missing[]): void {
  const last = new Map<HtmlElement | null, HtmlElement>()
  for (const { block, after } of missing) {
    const copy = copyOf(block)
    const anchor =
      last.get(after) ??
      (after === null ? null : (closest(after, (outer) => WHOLE.test(outer.tagName)) ?? after))
    const parent = anchor === null ? content : anchor.parentNode
    if (!parent) continue
    const at = anchor === null ? 0 : parent.childNodes.indexOf(anchor) + 1
    copy.parentNode = parent
    parent.childNodes.splice(at, 0, copy)
    last.set(after, copy)
  }
}

function copyOf(block: HtmlElement): HtmlElement {
  const inside = parseBodyHtml(innerHtml(block))
  const kept = attribute(block, 'class') === 'embed' ? { class: 'embed' } : {}
  return makeElement(block.tagName, kept, inside.childNodes)
}
