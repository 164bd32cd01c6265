/** Small questions and changes on the tree of html-tree.ts that every step of this folder needs. */
import type { HtmlElement, HtmlNode, HtmlParent, HtmlText } from './html-tree'

export function isElement(node: HtmlNode | HtmlParent | null | undefined): node is HtmlElement {
  return node !== null && node !== undefined && 'tagName' in node
}

export function isText(node: HtmlNode): node is HtmlText {
  return node.nodeName === '#text'
}

export function attribute(element: HtmlElement, name: string): string | null {
  for (const attr of element.attrs) if (attr.name === name) return attr.value
  return null
}

export function setAttribute(element: HtmlElement, name: string, value: string): void {
  const attr = element.attrs.find((candidate) => candidate.name === name)
  if (attr) attr.value = value
  else element.attrs.push({ name, value })
}

/** Class and id in lower case, for patterns; "shareBar" reads as "share-bar". */
export function namesOf(element: HtmlElement): string {
  let names = ''
  for (const attr of element.attrs) {
    if (attr.name === 'class' || attr.name === 'id') names += ' ' + attr.value
  }
  if (!HUMPED.test(names)) return names.toLowerCase()
  return names.replace(HUMPS, '$1-$2').toLowerCase()
}

// Two small letters and three more: the random names that styling tools make are left alone.
const HUMPED = /[a-z]{2}[A-Z][a-z]{2}/
const HUMPS = /([a-z]{2})([A-Z][a-z]{2})/g

/** Visits every element below `root` in document order; `visit` returning false leaves out what is inside. */
export function eachElement(root: HtmlParent, visit: (element: HtmlElement) => boolean | undefined): void {
  for (const child of root.childNodes) {
    if (isElement(child) && visit(child) !== false) eachElement(child, visit)
  }
}

export function findElements(root: HtmlParent, wanted: (element: HtmlElement) => boolean): HtmlElement[] {
  const found: HtmlElement[] = []
  eachElement(root, (element) => {
    if (wanted(element)) found.push(element)
    return true
  })
  return found
}

export function findFirst(root: HtmlParent, wanted: (element: HtmlElement) => boolean): HtmlElement | null {
  for (const child of root.childNodes) {
    if (!isElement(child)) continue
    if (wanted(child)) return child
    const inside = findFirst(child, wanted)
    if (inside) return inside
  }
  return null
}

export function byName(...names: readonly string[]): (element: HtmlElement) => boolean {
  const set = new Set(names)
  return (element) => set.has(element.tagName)
}

/** The nearest element that satisfies `wanted`, `element` itself included. */
export function closest(element: HtmlElement, wanted: (element: HtmlElement) => boolean): HtmlElement | null {
  for (let at: HtmlParent | null = element; at; at = isElement(at) ? at.parentNode : null) {
    if (isElement(at) && wanted(at)) return at
  }
  return null
}

/** Takes out every element below `root` that `unwanted` names, in one pass over each list of children. */
export function removeElements(root: HtmlParent, unwanted: (element: HtmlElement) => boolean): void {
  let kept = 0
  for (const child of root.childNodes) {
    if (isElement(child)) {
      if (unwanted(child)) {
        child.parentNode = null
        continue
      }
      removeElements(child, unwanted)
    }
    root.childNodes[kept++] = child
  }
  root.childNodes.length = kept
}

export function removeNode(node: HtmlNode): void {
  const parent = node.parentNode
  if (!parent) return
  const at = parent.childNodes.indexOf(node)
  if (at >= 0) parent.childNodes.splice(at, 1)
  node.parentNode = null
}

export function replaceNode(node: HtmlNode, ...replacements: readonly HtmlNode[]): void {
  const parent = node.parentNode
  if (!parent) return
  const at = parent.childNodes.indexOf(node)
  if (at < 0) return
  parent.childNodes.splice(at, 1, ...replacements)
  for (const replacement of replacements) replacement.parentNode = parent
  node.parentNode = null
}

const BLOCK_NAMES = new Set(
  (
    'address article aside blockquote body br caption dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hr legend li main nav ol option p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
)
const WITHOUT_TEXT = new Set(['script', 'style', 'template', 'noscript', 'head', 'title', 'svg', 'iframe'])

export function isBlock(element: HtmlElement): boolean {
  return BLOCK_NAMES.has(element.tagName)
}

/** Text below `node`, white space folded, blocks parted by a space, no scripts or styles. */
export function textOf(node: HtmlNode | HtmlParent): string {
  const parts: string[] = []
  collectText(node, parts)
  return foldSpace(parts.join(''))
}

const UNFOLDED = /[^\S ]|[\u200b\ufeff]| {2}/

export function foldSpace(text: string): string {
  if (!UNFOLDED.test(text)) return text.trim()
  return text.replace(/[\s\u200b\ufeff]+/g, ' ').trim()
}

function collectText(node: HtmlNode | HtmlParent, parts: string[]): void {
  if (node.nodeName === '#text') {
    parts.push((node as HtmlText).value)
    return
  }
  if (!('childNodes' in node)) return
  const block = isElement(node) && isBlock(node)
  if (isElement(node) && WITHOUT_TEXT.has(node.tagName)) return
  if (block) parts.push(' ')
  for (const child of node.childNodes) collectText(child, parts)
  if (block) parts.push(' ')
}
