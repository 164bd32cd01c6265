/** Takes the page's frame off before the article is looked for: share bars, newsletter boxes, menus, comments, hidden blocks. */
import { FRAME_ELEMENTS, FRAME_ROLES, NEVER_TEXT, PAGE_LINE, SELDOM_TEXT } from './boilerplate-patterns'
import type { HtmlElement, HtmlParent } from './html-tree'
import { measureOf, type BlockMeasures } from './measure-blocks'
import { attribute, findFirst, namesOf, removeElements, textOf } from './walk-html'

const CODE = new Set([
  'script',
  'style',
  'template',
  'link',
  'meta',
  'svg',
  'canvas',
  'noscript',
  'base',
  'object',
  'embed',
  'applet',
  'iframe',
])
/** Running text above which a block is no box of the page's frame, in letters. */
const LITTLE_TEXT = 600
const UNLINKED_TEXT = 120
/** Longest line that PAGE_LINE is tested on. */
const LONGEST_LINE = 260
const LINE = new Set([
  'p',
  'div',
  'span',
  'li',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'a',
  'strong',
  'em',
  'small',
  'section',
  'aside',
  'ul',
  'b',
  'i',
])

/** Removes scripts, styles and other things without text, and comments. Facts must have been read before. */
export function removeCode(tree: HtmlParent): void {
  removeElements(tree, (element) => CODE.has(element.tagName))
}

/** Changes the tree in place. `measures` must be of this tree. */
export function removeBoilerplate(tree: HtmlParent, measures: BlockMeasures): void {
  const body = findFirst(tree, (element) => element.tagName === 'body')
  const whole = body ? measureOf(measures, body) : null
  const most = (whole?.letters ?? 0) * 0.5
  removeElements(body ?? tree, (element) => isBoilerplate(element, measures, most))
}

/** True for what stands around an article: `most` is the text above which nothing is taken out, in letters. */
function isBoilerplate(element: HtmlElement, measures: BlockMeasures, most: number): boolean {
  const { letters, linked, paragraphs } = measureOf(measures, element)
  if (isHidden(element)) return letters < most
  if (letters > most && letters > 200) return false
  const running = letters - linked
  if (isFrame(element)) return paragraphs < 4 && !holdsHeadline(element)
  if (letters <= LONGEST_LINE && letters > 0 && LINE.has(element.tagName) && isPageLine(element)) return true
  const names = namesOf(element)
  if (names === '' || isTextElement(element)) return false
  if (holdsQuotation(element)) return false
  if (NEVER_TEXT.test(names)) return paragraphs < 3 && !holdsHeadline(element)
  if (!SELDOM_TEXT.test(names) || paragraphs >= 3 || holdsHeadline(element)) return false
  // A teaser, widget or banner without links that says something is the article's own box.
  return running < (linked > 0 ? LITTLE_TEXT : UNLINKED_TEXT)
}

/** Paragraphs and emphasised words are the article's own, whatever they are called. */
function isTextElement(element: HtmlElement): boolean {
  return /^(?:h[1-6]|strong|em|b|i|q|blockquote|pre|code|td|th|tr|tbody|table|figcaption|img)$/.test(
    element.tagName,
  )
}

function isFrame(element: HtmlElement): boolean {
  return (
    FRAME_ELEMENTS.has(element.tagName) || FRAME_ROLES.test(attribute(element, 'role')?.toLowerCase() ?? '')
  )
}

export function isPageLine(element: HtmlElement): boolean {
  if (element.childNodes.length === 0) return false
  const text = textOf(element)
  return text.length <= LONGEST_LINE && PAGE_LINE.test(text) && findFirst(element, isPicture) === null
}

function isPicture(element: HtmlElement): boolean {
  return element.tagName === 'img' || element.tagName === 'video'
}

function holdsHeadline(element: HtmlElement): boolean {
  return (
    findFirst(
      element,
      (inner) => inner.tagName === 'h1' || attribute(inner, 'itemprop') === 'articleBody',
    ) !== null
  )
}

/** Posts of others quoted in the text stand in blocks called "social" and the like. */
function holdsQuotation(element: HtmlElement): boolean {
  return findFirst(element, (inner) => inner.tagName === 'blockquote') !== null
}

function isHidden(element: HtmlElement): boolean {
  if (attribute(element, 'hidden') !== null) return true
  const style = attribute(element, 'style')
  if (style !== null && style.length < 1000 && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style))
    return true
  return false
}
