/** Writes our tree as XHTML, which books want: every element closed, no names that HTML has given up, no link to a place that is not there. Pure. */
import type { HtmlElement, HtmlNode, HtmlParent } from '../articles/html-tree'
import { attribute, findElements, isElement, isText } from '../articles/walk-html'
import { escapeXml } from './saved-article'

const EMPTY = new Set(['area', 'br', 'col', 'hr', 'img', 'wbr'])
const TODAY: Readonly<Record<string, string>> = { acronym: 'abbr', strike: 's', tt: 'code', big: 'span' }
const MATH = 'http://www.w3.org/1998/Math/MathML'
const NAME = /^[a-z][\w-]*$/i

export function writeXhtml(root: HtmlParent): string {
  const places = new Set(findElements(root, () => true).flatMap((element) => attribute(element, 'id') ?? []))
  return root.childNodes.map((node) => written(node, places)).join('')
}

function written(node: HtmlNode, places: ReadonlySet<string>): string {
  if (isText(node)) return escapeXml(node.value)
  if (!isElement(node) || !NAME.test(node.tagName)) return ''
  const name = TODAY[node.tagName] ?? node.tagName
  const head = name + attributesOf(node, places)
  if (EMPTY.has(name)) return `<${head}/>`
  return `<${head}>${node.childNodes.map((child) => written(child, places)).join('')}</${name}>`
}

function attributesOf(element: HtmlElement, places: ReadonlySet<string>): string {
  const attributes = element.attrs.filter(({ name, value }) => {
    if (!NAME.test(name)) return false
    if (name === 'href' && value.startsWith('#')) return places.has(value.slice(1))
    return true
  })
  const named = attributes.map(({ name, value }) => ` ${name}="${escapeXml(value || emptyValue(name))}"`)
  const language = attribute(element, 'lang')
  if (language) named.push(` xml:lang="${escapeXml(language)}"`)
  if (element.tagName === 'math') named.push(` xmlns="${MATH}"`)
  return named.join('')
}

/** XHTML writes a switch as its own name. */
function emptyValue(name: string): string {
  return name === 'open' || name === 'reversed' ? name : ''
}
