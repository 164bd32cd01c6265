/**
 * Tags and text of broken XML and HTML, as positions in the source. The only door of htmlparser2, whose tokenizer is
 * iterative and never fails; the trees are built by us because its own parser is quadratic on deep nesting.
 */
import { Tokenizer } from 'htmlparser2'

/** `start` is the position of `<`, `end` the one after `>`. Attribute names are in lower case; values are decoded in HTML only. */
export interface OpenTag {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly start: number
  readonly end: number
  readonly selfClosing: boolean
}

export interface MarkupHandler {
  readonly onOpen: (tag: OpenTag) => void
  /** `start` is the position of `</`. */
  readonly onClose: (name: string, start: number) => void
  /** Raw text: references are as written when `xml`, decoded already in HTML. */
  readonly onText: (text: string) => void
  readonly onCdata?: (text: string) => void
}

/** More attributes than this on one element are not kept: nobody reads them, and they would cost memory. */
const MAX_ATTRIBUTES = 64

/** Walks `source` once. `xml` keeps the case of names and knows CDATA; otherwise scripts, styles and references are HTML's. */
export function walkMarkup(source: string, options: { readonly xml: boolean }, handler: MarkupHandler): void {
  let name = ''
  let start = 0
  let attributes = new Map<string, string>()
  let attribute = ''
  let value = ''
  const open = (end: number, selfClosing: boolean): void => {
    handler.onOpen({ name, attributes, start, end: end + 1, selfClosing })
    attributes = new Map()
  }
  const tokenizer = new Tokenizer(
    { xmlMode: options.xml, decodeEntities: !options.xml },
    {
      onopentagname(from, to) {
        start = from - 1
        name = source.slice(from, to)
        attributes = new Map()
      },
      onopentagend: (end) => {
        open(end, false)
      },
      onselfclosingtag: (end) => {
        open(end, true)
      },
      onattribname(from, to) {
        attribute = source.slice(from, to).toLowerCase()
        value = ''
      },
      onattribdata(from, to) {
        value += source.slice(from, to)
      },
      onattribentity(codePoint) {
        value += String.fromCodePoint(codePoint)
      },
      onattribend() {
        if (attributes.size < MAX_ATTRIBUTES && !attributes.has(attribute)) attributes.set(attribute, value)
      },
      onclosetag(from, to) {
        handler.onClose(source.slice(from, to), from - 2)
      },
      ontext(from, to) {
        handler.onText(source.slice(from, to))
      },
      ontextentity(codePoint) {
        handler.onText(String.fromCodePoint(codePoint))
      },
      oncdata(from, to, offset) {
        handler.onCdata?.(source.slice(from, to - offset))
      },
      oncomment: ignore,
      ondeclaration: ignore,
      onprocessinginstruction: ignore,
      onend: ignore,
    },
  )
  tokenizer.write(source)
  tokenizer.end()
}

const ignore = (): void => {
  // The tokenizer wants all callbacks; comments, declarations and processing instructions say nothing to a reader.
}
