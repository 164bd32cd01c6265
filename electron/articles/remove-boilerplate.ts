/** Takes the page's frame off before the article is looked for: share bars, newsletter boxes, menus, comments, hidden blocks. */
import { FRAME_ELEMENTS, FRAME_ROLES, NEVER_TEXT, PAGE_LINE, SELDOM_TEXT } from './boilerplate-patterns'
import type { HtmlElement, HtmlParent } from './html-tree'
import { measureOf, type BlockMeasure, type BlockMeasures } from './measure-blocks'
import {
  attribute,
  closest,
  eachElement,
  findFirst,
  isText,
  namesOf,
  removeElements,
  textOf,
} from './walk-html'

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

const KEPT_ATTRIBUTES =
  /^(?:id|class|href|src|alt|title|width|height|lang|dir|role|itemprop|datetime|colspan|rowspan|scope|start|type|value|reversed|cite|name|display|mathvariant)$/

/** Leaves only what later steps read: Readability and its DOM pay for each attribute. */
export function stripAttributes(tree: HtmlParent): void {
  eachElement(tree, (element) => {
    element.attrs = element.attrs.filter(({ name }) => KEPT_ATTRIBUTES.test(name))
    return true
  })
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
  const measure = measureOf(measures, element)
  if (isHidden(element)) return measure.letters < most
  if (isMenu(element, measure)) return true
  if (measure.letters > most && measure.letters > 200) return false
  if (element.tagName === 'form') return !isPageInForm(element, measure)
  if (isFrame(element)) return measure.paragraphs < 4 && !holdsHeadline(element)
  if (isLineOfPage(element, measure)) return !isPartOfLine(element)
  return isNamedBox(element, measure) && !(isPartOfLine(element) && measure.linked < measure.letters / 2)
}

function isLineOfPage(element: HtmlElement, { letters }: BlockMeasure): boolean {
  return letters > 0 && letters <= LONGEST_LINE && LINE.has(element.tagName) && isPageLine(element)
}

const INLINE = new Set(['a', 'span', 'strong', 'em', 'small', 'b', 'i'])

/** A word of a sentence, not a line of its own: there is text beside it. */
function isPartOfLine(element: HtmlElement): boolean {
  if (!INLINE.has(element.tagName)) return false
  return (
    element.parentNode?.childNodes.some((child) => isText(child) && /[\p{L}\p{N}]{2}/u.test(child.value)) ??
    false
  )
}

/** A page's menu, which may be longer than a short article. */
function isMenu(element: HtmlElement, { letters, linked, paragraphs }: BlockMeasure): boolean {
  const menu = /^(?:nav|footer|menu)$/.test(element.tagName) || attribute(element, 'role') === 'navigation'
  return menu && paragraphs === 0 && linked > 100 && linked > letters * 0.7
}

/** Some servers put the whole page into one form. */
function isPageInForm(element: HtmlElement, { letters, linked, paragraphs }: BlockMeasure): boolean {
  return (
    paragraphs >= 3 ||
    holdsHeadline(element) ||
    (letters - linked > 300 &&
      findFirst(element, (inner) => inner.tagName === 'main' || inner.tagName === 'article') !== null) ||
    letters - linked > LITTLE_TEXT
  )
}

function isNamedBox(element: HtmlElement, { letters, linked, paragraphs }: BlockMeasure): boolean {
  const names = namesOf(element)
  if (names === '' || paragraphs >= 3 || isTextElement(element)) return false
  const never = NEVER_TEXT.test(names)
  if (!never && !SELDOM_TEXT.test(names)) return false
  // A teaser, widget or banner without links that says something is the article's own box.
  if (!never && letters - linked >= (linked > 0 ? LITTLE_TEXT : UNLINKED_TEXT)) return false
  return !holdsQuotation(element) && !holdsHeadline(element) && !isPictureOfFigure(element)
}

function isPictureOfFigure(element: HtmlElement): boolean {
  return (
    findFirst(element, isPicture) !== null && closest(element, (outer) => outer.tagName === 'figure') !== null
  )
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
