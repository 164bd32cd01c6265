/** A view of our tree as the few DOM properties that `readBodyText` wants, so that it reads in workers what it reads in the window. */
import type { TextDomNode } from '../../contract/body-text'
import type { HtmlNode, HtmlParent, HtmlText } from './html-tree'
import { isElement } from './walk-html'

class TextNodeView implements TextDomNode {
  firstChild: TextDomNode | null = null
  nextSibling: TextDomNode | null = null

  constructor(
    readonly nodeType: number,
    readonly nodeName: string,
    readonly nodeValue: string | null,
  ) {}
}

export function textDomOf(parent: HtmlParent): TextDomNode {
  return view(parent)
}

function view(node: HtmlNode | HtmlParent): TextNodeView {
  if (node.nodeName === '#text') return new TextNodeView(3, '#text', (node as HtmlText).value)
  const shown = new TextNodeView(isElement(node) ? 1 : 'childNodes' in node ? 11 : 8, node.nodeName, null)
  if (!('childNodes' in node)) return shown
  let last: TextNodeView | null = null
  for (const child of node.childNodes) {
    const next = view(child)
    if (last === null) shown.firstChild = next
    else last.nextSibling = next
    last = next
  }
  return shown
}
