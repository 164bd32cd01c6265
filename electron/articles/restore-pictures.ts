/** Puts back the pictures that Readability dropped: those that stood, in the page, between two blocks of the text it found. */
import { makeElement, type HtmlElement, type HtmlParent } from './html-tree'
import { attribute, closest, eachElement, textOf } from './walk-html'

/** Shorter blocks are found on many places of a page and say nothing of where a picture stood. */
const LEAST_LETTERS = 30
/** Blocks of other text between a picture and the found text: with more, it belongs to them. */
const MOST_BETWEEN = 1
/** Narrower pictures are marks and faces, in pixels. */
const LEAST_WIDTH = 100
const MOST_PICTURES = 60
const BLOCK = /^(?:p|h[1-6]|li|blockquote|dd|td|pre)$/
/** A picture is put after the whole of these, never inside. */
const WHOLE = /^(?:ul|ol|dl|table|blockquote)$/

interface Place {
  readonly image: HtmlElement
  /** The block of the content that stands before it. */
  readonly after: HtmlElement
}

/** Changes `content` in place. `page` is the cleaned page that `content` was found in, with the same texts and addresses. */
export function restorePictures(content: HtmlParent, page: HtmlParent): void {
  const { blocks, known } = survey(content)
  const last = new Map<HtmlElement, HtmlElement>()
  for (const { image, after } of placesIn(page, blocks, known).slice(0, MOST_PICTURES)) {
    const anchor = last.get(after) ?? closest(after, (outer) => WHOLE.test(outer.tagName)) ?? after
    const parent = anchor.parentNode
    const at = parent?.childNodes.indexOf(anchor) ?? -1
    if (!parent || at < 0) continue
    const figure = makeElement('figure', {}, [image])
    figure.parentNode = parent
    parent.childNodes.splice(at + 1, 0, figure)
    last.set(after, figure)
  }
}

/** The content's blocks by their text, and the addresses of its pictures. */
function survey(content: HtmlParent): { blocks: Map<string, HtmlElement>; known: Set<string> } {
  const blocks = new Map<string, HtmlElement>()
  const known = new Set<string>()
  eachElement(content, (element) => {
    if (element.tagName === 'img') known.add(attribute(element, 'src') ?? '')
    if (!BLOCK.test(element.tagName)) return true
    const text = textOf(element)
    if (text.length >= LEAST_LETTERS && !blocks.has(text)) blocks.set(text, element)
    return true
  })
  return { blocks, known }
}

function placesIn(page: HtmlParent, blocks: ReadonlyMap<string, HtmlElement>, known: Set<string>): Place[] {
  const places: Place[] = []
  let waiting: Place[] = []
  let before: HtmlElement | null = null
  let between = 0
  eachElement(page, (element) => {
    if (element.tagName === 'img') {
      const image = before && between <= MOST_BETWEEN ? lostPicture(element, known) : null
      if (image && before) waiting.push({ image, after: before })
      return false
    }
    if (!BLOCK.test(element.tagName)) return true
    const text = textOf(element)
    if (text.length < LEAST_LETTERS) return true
    const found = blocks.get(text)
    if (found) {
      places.push(...waiting)
      before = found
    }
    if (found || between >= MOST_BETWEEN) waiting = []
    between = found ? 0 : between + 1
    return true
  })
  return places
}

/** A copy of the picture, if it is large enough and not known yet; it is then. */
function lostPicture(element: HtmlElement, known: Set<string>): HtmlElement | null {
  const src = attribute(element, 'src')
  if (src === null || known.has(src) || isSmall(element)) return null
  known.add(src)
  return copyOf(element, src)
}

function isSmall(image: HtmlElement): boolean {
  const width = Number.parseInt(attribute(image, 'width') ?? '', 10)
  return width < LEAST_WIDTH || /\.svg(?:$|[?#])/i.test(attribute(image, 'src') ?? '')
}

function copyOf(image: HtmlElement, src: string): HtmlElement {
  const size = ['width', 'height'].flatMap((name) => {
    const value = attribute(image, name)
    return value === null ? [] : [[name, value] as const]
  })
  return makeElement('img', { src, alt: attribute(image, 'alt') ?? '', ...Object.fromEntries(size) })
}
