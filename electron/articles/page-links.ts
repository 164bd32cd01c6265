/** The publisher's related articles: found by their headings, classes and "Read also" lines, taken out of the body and kept as data. */
import type { PageLink } from './article-body'
import type { HtmlElement, HtmlNode, HtmlParent } from './html-tree'
import { measureOf, type BlockMeasures } from './measure-blocks'
import { ADVERTISED, FRAME_CLASS, RELATED_CLASS, RELATED_HEADING, RELATED_LINE } from './related-labels'
import { relatedInBlock } from './related-titles'
import { closest, findElements, foldSpace, isElement, isText, namesOf, textOf } from './walk-html'

/** More than any publisher shows below one article; longer lists are site maps. */
const MOST = 20
/** Labels looked into on one page: a page that has more is made to keep us busy. */
const MOST_LABELS = 200
/** How far around a block the names of menus and comments count; further out they name the whole page. */
const NEAR = 3
const FRAMES = [ADVERTISED, FRAME_CLASS]

export interface FoundRelated {
  readonly related: readonly PageLink[]
  /** What held them; not part of the article's body. */
  readonly blocks: ReadonlySet<HtmlElement>
}

interface Scene {
  readonly measures: BlockMeasures
  readonly baseUrl: string | null
  readonly pageUrl: string | null
}

/** Looks through a whole page or a feed's HTML; changes nothing. */
export function findRelated(tree: HtmlParent, scene: Scene): FoundRelated {
  const blocks = new Set<HtmlElement>()
  for (const element of findElements(tree, (candidate) => isShort(candidate, scene.measures))) {
    if (blocks.size > MOST_LABELS) break
    const block = blockOfLabel(element, scene.measures)
    if (block) for (const part of block) blocks.add(part)
  }
  for (const element of findElements(tree, (candidate) => RELATED_CLASS.test(namesOf(candidate)))) {
    if (isLinkBlock(element, scene.measures)) blocks.add(element)
  }
  const outer = [...blocks].filter((block) => !insideAnother(block, blocks))
  const links = new Map<string, PageLink>()
  for (const block of outer) {
    if (isFrame(block)) continue
    for (const link of relatedInBlock(block, scene)) if (!links.has(link.url)) links.set(link.url, link)
  }
  return { related: [...links.values()].slice(0, MOST), blocks: new Set(outer) }
}

/** In an advertisement, a menu, a page's footer or its comments: named alike, but nobody's related articles. */
function isFrame(block: HtmlElement): boolean {
  let level = 0
  for (let at: HtmlParent | null = block; isElement(at); at = at.parentNode) {
    if (at.tagName === 'nav') return true
    if (/^(?:body|html|main|article)$/.test(at.tagName)) return false
    if (level++ < NEAR && FRAMES.some((names) => names.test(namesOf(at)))) return true
  }
  return false
}

function insideAnother(block: HtmlElement, blocks: ReadonlySet<HtmlElement>): boolean {
  const parent = block.parentNode
  return isElement(parent) && closest(parent, (outer) => blocks.has(outer)) !== null
}

const LABELLED = new Set(
  'p div h1 h2 h3 h4 h5 h6 strong b span em li aside blockquote section header dt legend a figcaption summary'.split(
    ' ',
  ),
)

function isShort(element: HtmlElement, measures: BlockMeasures): boolean {
  const { letters } = measureOf(measures, element)
  return LABELLED.has(element.tagName) && letters >= 2 && letters <= 400
}

/** The blocks a label stands for: its own line, or the links that follow it. */
function blockOfLabel(element: HtmlElement, measures: BlockMeasures): HtmlElement[] | null {
  const text = textOf(element)
  const { letters, linked } = measureOf(measures, element)
  const line = RELATED_LINE.exec(text)
  // A line of its own: "Read also: Title", all of it but the label in a link.
  const own = letters - linked
  if (line && linked > 0 && own <= foldSpace(line[0]).length + 6 && isLine(element)) return [element]
  // A paragraph in capitals that is one link: the same without its label.
  if (element.tagName === 'p' && own <= 2 && letters > 25 && isUpperCase(text)) return [element]
  if (text.length > 60 || !RELATED_HEADING.test(text.replace(/\s*[:：…»›>.!]+\s*$/, '').trim())) return null
  return followingLinks(labelBlock(element, letters, measures), measures)
}

function isUpperCase(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase()
}

function isLine(element: HtmlElement): boolean {
  return /^(?:p|div|li|h[1-6]|aside|blockquote|section)$/.test(element.tagName)
}

/** The outermost element that holds nothing but the label. */
function labelBlock(element: HtmlElement, letters: number, measures: BlockMeasures): HtmlElement {
  let block = element
  for (let parent = block.parentNode; isElement(parent); parent = block.parentNode) {
    if (measureOf(measures, parent).letters > letters) break
    block = parent
  }
  return block
}

/** The label's container where that is all links; else the label with the run of link blocks right after it. */
function followingLinks(label: HtmlElement, measures: BlockMeasures): HtmlElement[] | null {
  const parent = label.parentNode
  if (isElement(parent) && startsWith(parent, label) && isLinkBlock(parent, measures)) return [parent]
  const siblings: readonly HtmlNode[] = parent?.childNodes ?? []
  const after = siblings
    .slice(siblings.indexOf(label) + 1)
    .filter((node) => !isText(node) || node.value.trim() !== '')
  const end = after.findIndex((node) => !continuesList(node, measures))
  const run = after.slice(0, end < 0 ? after.length : end).filter(isElement)
  return run.some((element) => measureOf(measures, element).linked > 0) ? [label, ...run] : null
}

function continuesList(node: HtmlNode, measures: BlockMeasures): boolean {
  if (!isElement(node)) return false
  return isLinkBlock(node, measures) || isCard(node, measures) || isEmpty(node, measures)
}

/** One linked headline with a short teaser: below a label even a single one is a list. */
function isCard(element: HtmlElement, measures: BlockMeasures): boolean {
  const { letters, linked, paragraphs } = measureOf(measures, element)
  if (linked < 8 || letters - linked > 220 || paragraphs > 1) return false
  const headlines = findElements(element, (inner) => HEADLINE.test(inner.tagName))
  return headlines.length === 1 && headlines.every((headline) => measureOf(measures, headline).linked >= 8)
}

const HEADLINE = /^h[2-6]$/

function startsWith(parent: HtmlElement, label: HtmlElement): boolean {
  const first = parent.childNodes.find((node) =>
    isText(node) ? node.value.trim() !== '' : isElement(node) && textOf(node) !== '',
  )
  return first === label
}

function isEmpty(element: HtmlElement, measures: BlockMeasures): boolean {
  return measureOf(measures, element).letters === 0
}

/** Mostly links, or short items that each have one: titles with teasers, never running text. */
function isLinkBlock(element: HtmlElement, measures: BlockMeasures): boolean {
  const { letters, linked, paragraphs } = measureOf(measures, element)
  if (linked < 8 || element.tagName === 'body' || element.tagName === 'main') return false
  if (linked >= letters * 0.5) return true
  const links = findElements(
    element,
    (inner) => inner.tagName === 'a' && measureOf(measures, inner).letters >= 8,
  ).length
  return (
    links >= 2 &&
    letters / links < 350 &&
    paragraphs <= links &&
    findElements(element, (inner) => inner.tagName === 'h1').length === 0
  )
}
