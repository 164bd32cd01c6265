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
const SILENT = new Set(['script', 'style', 'noscript', 'template', 'svg', 'iframe', 'head'])

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
  if (!('childNodes' in node) || (isElement(node) && SILENT.has(node.tagName))) return NOTHING
  const linking = inLink || (isElement(node) && node.tagName === 'a')
  let letters = 0
  let linked = 0
  let paragraphs = 0
  for (const child of node.childNodes) {
    const inside = measure(child, linking, into)
    letters += inside.letters
    linked += inside.linked
    paragraphs += inside.paragraphs
  }
  if (isElement(node)) {
    if (node.tagName === 'p' && letters >= 80 && linked < letters / 2) paragraphs++
    into.set(node, { letters, linked, paragraphs })
  }
  return { letters, linked, paragraphs }
}

function countLetters(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 32) count++
  return count
}
