/** Last touches on the article found: its own headline and byline off the top, page lines and leftovers off the ends, empty blocks out. */
import { END_HEADING, RELATED_HEADING } from './boilerplate-patterns'
import { isPageLine } from './remove-boilerplate'
import { splitCaption } from './take-captions'
import type { HtmlElement, HtmlParent } from './html-tree'
import { attribute, findFirst, isElement, isText, removeElements, removeNode, textOf } from './walk-html'

const MEDIA = new Set([
  'img',
  'hr',
  'br',
  'math',
  'td',
  'th',
  'tr',
  'tbody',
  'table',
  'col',
  'colgroup',
  'wbr',
])

export interface Known {
  readonly title: string | null
  readonly byline: string | null
}

/** Changes the tree in place. */
export function tidyContent(content: HtmlParent, known: Known): void {
  removeElements(content, (element) => isEmptyBlock(element))
  cutAfterEnd(content)
  trimTop(content, known)
  trimEnd(content)
  removeElements(content, isStrayCredit)
}

function isEmptyBlock(element: HtmlElement): boolean {
  if (MEDIA.has(element.tagName)) return false
  return !holdsSomething(element)
}

function holdsSomething(node: HtmlParent): boolean {
  return node.childNodes.some((child) => {
    if (isText(child)) return child.value.trim() !== ''
    return (
      isElement(child) &&
      (/^(?:img|hr|math|br)$/.test(child.tagName) ? child.tagName !== 'br' : holdsSomething(child))
    )
  })
}

/** The leaf blocks of the content in order: what a reader sees as lines. */
function lines(content: HtmlParent, limit: number, fromEnd: boolean): HtmlElement[] {
  const found: HtmlElement[] = []
  const visit = (parent: HtmlParent): void => {
    const children = fromEnd ? [...parent.childNodes].reverse() : parent.childNodes
    for (const child of children) {
      if (found.length >= limit) return
      if (!isElement(child)) continue
      if (isLeaf(child)) found.push(child)
      else visit(child)
    }
  }
  visit(content)
  return found
}

const WRAPPER = new Set(['div', 'section', 'article', 'main', 'header', 'footer', 'aside', 'center'])

function isLeaf(element: HtmlElement): boolean {
  return (
    !WRAPPER.has(element.tagName) ||
    element.childNodes.some((child) => isText(child) && child.value.trim() !== '')
  )
}

function trimTop(content: HtmlParent, { title, byline }: Known): void {
  for (const line of lines(content, 8, false)) {
    const text = textOf(line)
    if (text.length > 250 || findFirst(line, (element) => element.tagName === 'img')) continue
    if (isSame(text, title) || isByline(text, byline) || isPageLine(line)) removeNode(line)
  }
}

function isSame(text: string, title: string | null): boolean {
  if (title === null) return false
  return squeeze(text) === squeeze(title)
}

function squeeze(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

/** "By Ann Smith", "Ann Smith | 3 May 2021" and the like: what the page facts already say. */
function isByline(text: string, byline: string | null): boolean {
  if (text.length > 120) return false
  if (/^by\s+\p{Lu}/u.test(text) && !/[.!?]$/.test(text) && text.length < 90) return true
  if (byline === null) return false
  const first = byline.split(', ')[0] ?? byline
  return (
    first.length > 3 &&
    text.toLowerCase().includes(first.toLowerCase()) &&
    text.length < first.length + 45 &&
    !/[.!?]$/.test(text)
  )
}

/** Cuts at a heading that ends the article, when all that follows is the smaller part of it. */
function cutAfterEnd(content: HtmlParent): void {
  const blocks = lines(content, 5000, false)
  const lengths = blocks.map((block) => textOf(block).length)
  const whole = lengths.reduce((sum, length) => sum + length, 0)
  let before = 0
  const end = blocks.findIndex((block, index) => {
    const found = (lengths[index] ?? 0) <= 120 && endsArticle(block, before / whole)
    before += lengths[index] ?? 0
    return found
  })
  if (end >= 0) for (const block of blocks.slice(end)) removeNode(block)
}

/** `share` of the text stands before it, 0 to 1. */
function endsArticle(block: HtmlElement, share: number): boolean {
  if (share > 0.5) return isEndHeading(block) || isRelatedHeading(block)
  return share > 0.15 && isRelatedHeading(block)
}

function isRelatedHeading(block: HtmlElement): boolean {
  return /^h[2-6]$/.test(block.tagName) && RELATED_HEADING.test(textOf(block))
}

function isEndHeading(block: HtmlElement): boolean {
  return (
    /^(?:h[1-6]|p|div|strong|span)$/.test(block.tagName) &&
    END_HEADING.test(textOf(block).replace(/\s{0,9}[:：]\s{0,9}$/, ''))
  )
}

/** "(Image credit: NASA)" as a line of its own belongs to a picture. */
function isStrayCredit(element: HtmlElement): boolean {
  if (!/^(?:p|div|span|h[4-6]|em|small)$/.test(element.tagName)) return false
  const text = textOf(element)
  if (text.length < 5 || text.length > 110 || findFirst(element, (inner) => inner.tagName === 'img'))
    return false
  const { caption, credit } = splitCaption(text.replace(/^\((.*)\)$/, '$1'))
  return caption === null && credit !== null
}

function trimEnd(content: HtmlParent): void {
  for (const line of lines(content, 6, true)) {
    if (attribute(line, 'class') === 'embed' || findFirst(line, (element) => element.tagName === 'img')) break
    const heading = /^h[1-6]$/.test(line.tagName)
    if (!heading && !isPageLine(line)) break
    removeNode(line)
  }
}
