/** How much text, and how much of it in links, stands below each element: counted once for a whole tree. */
import type { HtmlElement, HtmlNode, HtmlParent } from './html-tree'
import { isElement, isText } from './walk-html'

export interface BlockMeasure {
  /** Characters that are not white space. */
  readonly letters: number
  /** Of these, inside links. */
  readonly linked: number
  /** Paragraphs of 80 letters and more that are mostly not links. */
  readonly paragraphs: number
}

export type BlockMeasures = ReadonlyMap<HtmlElement, BlockMeasure>

const NOTHING: BlockMeasure = { letters: 0, linked: 0, paragraphs: 0 }
const SILENT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'iframe',
  'head',
  'select',
  'textarea',
])

export function measureBlocks(tree: HtmlParent): BlockMeasures {
  const measures = new Map<HtmlElement, BlockMeasure>()
  measure(tree, false, measures)
  return measures
}

export function measureOf(measures: BlockMeasures, element: HtmlElement): BlockMeasure {
  return measures.get(element) ?? NOTHING
}

function measure(
  node: HtmlNode | HtmlParent,
  inLink: boolean,
  into: Map<HtmlElement, BlockMeasure>,
): BlockMeasure {
  if ('value' in node && isText(node)) {
    const letters = countLetters(node.value)
    return { letters, linked: inLink ? letters : 0, paragraphs: 0 }
  }
  if (!('childNodes' in node)) return NOTHING
  if (!isElement(node)) return sumOf(node, inLink, into)
  if (SILENT.has(node.tagName)) return NOTHING
  const sum = sumOf(node, inLink || node.tagName === 'a', into)
  const isParagraph = node.tagName === 'p' && sum.letters >= 80 && sum.linked < sum.letters / 2
  const whole = isParagraph ? { ...sum, paragraphs: sum.paragraphs + 1 } : sum
  into.set(node, whole)
  return whole
}

function sumOf(parent: HtmlParent, inLink: boolean, into: Map<HtmlElement, BlockMeasure>): BlockMeasure {
  let letters = 0
  let linked = 0
  let paragraphs = 0
  for (const child of parent.childNodes) {
    const inside = measure(child, inLink, into)
    letters += inside.letters
    linked += inside.linked
    paragraphs += inside.paragraphs
  }
  return { letters, linked, paragraphs }
}

function countLetters(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 32) count++
  return count
}
