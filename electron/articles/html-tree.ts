/**
 * HTML text into the tree that a browser would build, and back. The only user of parse5. Everything in this folder
 * works on this one kind of tree; only Readability gets a DOM (parse-html-document.ts).
 */
import { Parser, serialize, serializeOuter, defaultTreeAdapter, type DefaultTreeAdapterTypes } from 'parse5'

export type HtmlElement = DefaultTreeAdapterTypes.Element
export type HtmlText = DefaultTreeAdapterTypes.TextNode
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode
export type HtmlParent = DefaultTreeAdapterTypes.ParentNode

type Map = DefaultTreeAdapterTypes.DefaultTreeAdapterMap
type StartTag = Parameters<Parser<Map>['onStartTag']>[0]

/** Real pages nest a few dozen levels. Chromium stops at 512; what goes deeper only exists to exhaust whoever walks the tree. */
const DEEPEST = 200
/** Elements without elements inside: ignoring them would lose pictures, or show a script as text, and they add one level only. */
const LEAVES = new Set(
  'img br hr wbr meta link input source col area embed script style title textarea iframe xmp noembed noframes'.split(
    ' ',
  ),
)

class BoundedParser extends Parser<Map> {
  /** Below the deepest level tags are ignored and their text kept: no walk of the stack or the tree gets long. */
  override onStartTag(token: StartTag): void {
    if (this.openElements.stackTop > DEEPEST && !LEAVES.has(token.tagName)) return
    super.onStartTag(token)
  }
}

// With scripting off the content of noscript is elements: lazy pages keep their real pictures there.
const OPTIONS = { scriptingEnabled: false, treeAdapter: defaultTreeAdapter }

/** Marks for breaking words belong to a page's layout: with them no search finds the word. */
export function withoutSoftHyphens(html: string): string {
  return html.replace(/\u00ad|&shy;|&#173;|&#xad;/gi, '')
}

/** Parses a whole page. Never throws. */
export function parsePage(html: string): DefaultTreeAdapterTypes.Document {
  return BoundedParser.parse<Map>(html, OPTIONS)
}

/** Parses HTML as a browser would for `innerHTML` of a `div`: what `<body onload>` and the like carried is gone. Never throws. */
export function parseBodyHtml(html: string): HtmlParent {
  const context = makeElement('div')
  const parser = BoundedParser.getFragmentParser<Map>(context, OPTIONS)
  parser.tokenizer.write(html, true)
  return parser.getFragment()
}

/** HTML of what is inside `parent`. */
export function innerHtml(parent: HtmlParent): string {
  return serialize<Map>(parent)
}

/** HTML of `node` itself. */
export function outerHtml(node: HtmlElement): string {
  return serializeOuter<Map>(node)
}

const NONE: Readonly<Record<string, string>> = {}

export function makeElement(
  name: string,
  attributes: Readonly<Record<string, string>> = NONE,
  children: readonly HtmlNode[] = [],
): HtmlElement {
  const attrs =
    attributes === NONE ? [] : Object.entries(attributes).map(([key, value]) => ({ name: key, value }))
  const element = defaultTreeAdapter.createElement(name, HTML_NAMESPACE, attrs)
  for (const child of children) {
    child.parentNode = element
    element.childNodes.push(child)
  }
  return element
}

export function makeFragment(): HtmlParent {
  return defaultTreeAdapter.createDocumentFragment()
}

export function makeText(value: string): HtmlText {
  return defaultTreeAdapter.createTextNode(value)
}

export const HTML_NAMESPACE = 'http://www.w3.org/1999/xhtml' as HtmlElement['namespaceURI']
