/** Prepares a body for reading: captions and credits, stand-ins for absent pictures, wide tables, mixed directions. Adds for show only. */
import type { ArticleImage } from '../../contract/article'
import { wording } from '../text/wording'
import { textDirection } from './text-direction'

const BLOCKS = 'p, li, h1, h2, h3, h4, h5, h6, blockquote, td, th, dt, dd, figcaption'
const LOCAL = /^(media:|data:image\/)/

/** `direction` is the article's own. */
export function decorateBody(
  root: HTMLElement,
  images: readonly ArticleImage[],
  direction: 'ltr' | 'rtl',
): void {
  // A block of another script than the article's own reads in its own direction. Not by `dir="auto"`: that looks past nested
  // blocks that have it too, and would set a quotation's bar on the wrong side.
  for (const list of root.querySelectorAll<HTMLElement>('ul, ol')) directList(list, direction)
  for (const block of root.querySelectorAll<HTMLElement>(BLOCKS)) {
    const around = block.closest<HTMLElement>('ul[dir], ol[dir]')?.dir ?? direction
    const own = textDirection(block.textContent)
    if (block.dir || own === null || own === around) continue
    // With a direction of its own its mark would stand at the other edge of the page, far from its words.
    if (block.localName === 'li') block.classList.add('own-way')
    else block.dir = own
  }
  for (const table of root.querySelectorAll('table')) wrap(table, 'div', 'wide')
  const facts = new Map(
    images.flatMap((image) => [[image.url, image] as const, [mediaKey(image), image] as const]),
  )
  for (const image of root.querySelectorAll('img'))
    decorateImage(image, facts.get(image.getAttribute('src') ?? ''))
}

/** A list whose every line is of the other script has its marks on that side. */
function directList(list: HTMLElement, direction: 'ltr' | 'rtl'): void {
  const other = direction === 'ltr' ? 'rtl' : 'ltr'
  const lines = [...list.children].map((line) => textDirection(line.textContent))
  if (!list.dir && lines.includes(other) && !lines.includes(direction)) list.dir = other
}

function mediaKey({ media }: ArticleImage): string {
  return `media://library/${media ?? ''}`
}

function decorateImage(image: HTMLImageElement, facts: ArticleImage | undefined): void {
  image.decoding = 'async'
  image.draggable = false
  if (facts?.width && facts.height && !image.hasAttribute('width')) {
    image.width = facts.width
    image.height = facts.height
  }
  addCaption(image, facts)
  if (!LOCAL.test(image.getAttribute('src') ?? '')) {
    image.replaceWith(standIn(image))
    return
  }
  if (image.closest('a, button')) return
  const button = wrap(image, 'button', 'enlarge')
  button.setAttribute('type', 'button')
  button.setAttribute(
    'aria-label',
    image.alt ? `${wording.reader.enlarge}: ${image.alt}` : wording.reader.enlarge,
  )
}

/** Captions that the body does not show itself, and the credit, which publishers often leave out of the caption. */
function addCaption(image: HTMLImageElement, facts: ArticleImage | undefined): void {
  if (!facts) return
  const document = image.ownerDocument
  const figure = image.closest('figure') ?? wrap(image, 'figure', 'made')
  let caption = figure.querySelector('figcaption')
  const shown = caption?.textContent ?? ''
  const missing = [facts.caption, facts.credit].map((text) => (text && !shown.includes(text) ? text : null))
  if (!missing[0] && !missing[1]) return
  if (!caption) {
    caption = document.createElement('figcaption')
    caption.dir = 'auto'
    figure.append(caption)
  }
  const [text, credit] = missing
  if (text) caption.append(text)
  if (credit) {
    const span = document.createElement('span')
    span.className = 'credit'
    span.textContent = credit
    caption.append(' ', span)
  }
}

function standIn(image: HTMLImageElement): HTMLElement {
  const box = image.ownerDocument.createElement('span')
  box.className = 'absent-image'
  box.setAttribute('role', 'img')
  const label = image.alt ? `${wording.reader.missingImage}: ${image.alt}` : wording.reader.missingImage
  box.setAttribute('aria-label', label)
  box.textContent = label
  return box
}

function wrap(element: Element, name: 'div' | 'button' | 'figure', className: string): HTMLElement {
  const box = element.ownerDocument.createElement(name)
  box.className = className
  element.replaceWith(box)
  box.append(element)
  return box
}
