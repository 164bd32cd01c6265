/**
 * Reads a body's plain text out of its DOM. Both sides use this one reading, linkedom in the workers and Chromium in the
 * window, so that an offset means the same place in both. It is part of the contract: changing it moves every stored offset.
 */

/** The part of a DOM node this needs; satisfied by browsers and by linkedom. */
export interface TextDomNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly nodeValue: string | null
  readonly firstChild: TextDomNode | null
  readonly nextSibling: TextDomNode | null
}

/** `node.nodeValue.slice(from, to)` stands, unchanged, at `start` of the text. */
export interface TextRun {
  readonly node: TextDomNode
  readonly from: number
  readonly to: number
  readonly start: number
}

export interface BodyText {
  readonly text: string
  readonly runs: readonly TextRun[]
}

const BLOCKS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 ' +
    'HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'
  ).split(' '),
)
const SKIPPED = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'HEAD', 'TITLE'])
const SPACE = 0x20

/** Blocks are parted by an empty line, `br` is a line break, other white space counts once; no space at either end. */
export function readBodyText(root: TextDomNode): BodyText {
  const reader = new BodyTextReader()
  reader.children(root, false)
  return { text: reader.text, runs: reader.runs }
}

class BodyTextReader {
  text = ''
  readonly runs: TextRun[] = []
  /** What must be written before the next character: nothing, a space, a line break or an empty line. */
  private pending: '' | ' ' | '\n' | '\n\n' = ''

  children(node: TextDomNode, preformatted: boolean): void {
    for (let child = node.firstChild; child; child = child.nextSibling) this.node(child, preformatted)
  }

  private node(node: TextDomNode, preformatted: boolean): void {
    if (node.nodeType === 3) {
      if (preformatted) this.preformatted(node)
      else this.flowing(node)
      return
    }
    if (node.nodeType !== 1) return
    const name = node.nodeName.toUpperCase()
    if (SKIPPED.has(name)) return
    if (name === 'BR') this.want('\n')
    else if (BLOCKS.has(name)) {
      this.want('\n\n')
      this.children(node, preformatted || name === 'PRE')
      this.want('\n\n')
    } else this.children(node, preformatted)
  }

  private want(gap: ' ' | '\n' | '\n\n'): void {
    if (gap.length > this.pending.length || (gap === '\n' && this.pending === ' ')) this.pending = gap
  }

  private add(node: TextDomNode, from: number, to: number): void {
    if (this.text !== '') this.text += this.pending
    this.pending = ''
    this.runs.push({ node, from, to, start: this.text.length })
    this.text += (node.nodeValue ?? '').slice(from, to)
  }

  private flowing(node: TextDomNode): void {
    const value = node.nodeValue ?? ''
    let at = 0
    while (at < value.length) {
      if (isSpace(value.charCodeAt(at))) {
        this.want(' ')
        at++
        continue
      }
      const end = endOfRun(value, at + 1)
      this.add(node, at, end)
      at = end
    }
  }

  private preformatted(node: TextDomNode): void {
    const value = node.nodeValue ?? ''
    const from = value.search(/[^\s]/)
    if (from < 0) {
      if (value !== '') this.want(value.includes('\n') ? '\n' : ' ')
      return
    }
    const end = value.trimEnd().length
    if (from > 0) this.want(value.slice(0, from).includes('\n') ? '\n' : ' ')
    this.add(node, from, end)
    if (end < value.length) this.want(value.slice(end).includes('\n') ? '\n' : ' ')
  }
}

/** HTML's white space: space, tab, line feed, form feed, carriage return. Asked for every character of every text. */
function isSpace(code: number): boolean {
  return code <= SPACE && (code === SPACE || code === 9 || code === 10 || code === 12 || code === 13)
}

/** A single plain space between two words stays inside the run: most text is one run a node. */
function endOfRun(value: string, from: number): number {
  let end = from
  for (; end < value.length; end++) {
    const code = value.charCodeAt(end)
    if (!isSpace(code)) continue
    if (code !== SPACE || end + 1 >= value.length || isSpace(value.charCodeAt(end + 1))) break
  }
  return end
}
