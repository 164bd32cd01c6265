/** Gives every picture its real address: lazy pages keep it in data attributes, noscript, `picture` or `srcset` and show a placeholder. */
import { bestChoice, parseSrcset, type PictureChoice } from './choose-picture'
import { makeElement, type HtmlElement, type HtmlNode, type HtmlParent } from './html-tree'
import {
  attribute,
  findElements,
  findFirst,
  isElement,
  isText,
  replaceNode,
  setAttribute,
  removeNode,
} from './walk-html'

const PICTURE_FILE = /\.(?:jpe?g|png|webp|gif|avif)(?:$|[?#&/:])/i
const PLACEHOLDER =
  /^data:|^about:|^#|(?:^|[/_-])(?:placeholder|spacer|blank|transparent|lazy|loading|pixel|grey|gray|1x1|empty|dummy|default-?image|lazyload)[\w-]*\.(?:gif|png|jpe?g|svg|webp)/i
/** Pixels that fill a column of text on an ordinary screen. */
const WIDE_ENOUGH = 600
const SMALL_ADDRESS =
  /blur|lqip|thumb(?:nail)?s?[/_.-]|[?&](?:w|width|resize|fit)=(?:[1-9]|[1-9]\d|[1-3]\d\d)(?!\d)|[/_,](?:w_|w-)?(?:[1-9]|[1-9]\d|[1-2]\d\d)(?:x\d+)?[/_](?=[^/]*$)|[-_](?:\d{2}|[12]\d{2})x\d{2,3}\.(?:jpe?g|png|webp)/i
const BLURRED = /blur|lqip/i
/** Attributes that hold one address, the best known first. */
const ADDRESS_NAMES = [
  'data-src',
  'data-original',
  'data-lazy-src',
  'data-lazy',
  'data-original-src',
  'data-full-src',
  'data-hi-res-src',
  'data-image',
  'data-img-src',
  'data-url',
  'data-delayed-url',
  'data-actualsrc',
  'data-orig-file',
  'data-large-file',
  'data-echo',
  'data-runner-src',
  'data-cfsrc',
  'data-defer-src',
  'loadlate',
]
const SET_NAMES = [
  'srcset',
  'data-srcset',
  'data-lazy-srcset',
  'data-original-set',
  'data-src-set',
  'data-sizes-srcset',
]

/** Changes the tree in place. Afterwards each shown picture is an `img` with a real `src` where the page has one. */
export function recoverLazyImages(tree: HtmlParent): void {
  for (const picture of findElements(tree, (element) => element.tagName === 'picture'))
    flattenPicture(picture)
  for (const image of findElements(
    tree,
    (element) => element.tagName === 'img' || element.tagName === 'amp-img',
  ))
    recover(image)
  for (const noscript of findElements(tree, (element) => element.tagName === 'noscript')) unfold(noscript)
  for (const holder of findElements(tree, isLazyHolder)) fillHolder(holder)
}

/** A picture becomes its `img`; the sources' sets count as the image's own. */
function flattenPicture(picture: HtmlElement): void {
  const sets = findElements(
    picture,
    (element) => element.tagName === 'source' && !/svg/.test(attribute(element, 'type') ?? ''),
  )
  const found = findFirst(picture, (element) => element.tagName === 'img')
  const image = found ?? makeElement('img')
  // AVIF and the like come first in a picture; every engine of ours shows what the plain image has, so prefer its own.
  const choices = [...choicesOf(image), ...sets.flatMap(choicesOf)]
  const best = bestChoice(choices.filter((choice) => !PLACEHOLDER.test(choice.address)))
  if (best && best.width > 0) setAttribute(image, 'data-best-src', best.address)
  else if (!hasRealSource(image) && best) setAttribute(image, 'data-best-src', best.address)
  if (found === null && best === null) return
  const caption = findFirst(picture, (element) => element.tagName === 'figcaption')
  replaceNode(picture, ...(caption ? [image, caption] : [image]))
}

function choicesOf(element: HtmlElement): PictureChoice[] {
  return SET_NAMES.flatMap((name) => parseSrcset(attribute(element, name) ?? ''))
}

function recover(image: HtmlElement): void {
  image.tagName = image.nodeName = 'img'
  const best = realAddress(image)
  if (best !== null) setAttribute(image, 'src', best)
  image.attrs = image.attrs.filter(({ name }) =>
    /^(?:src|alt|width|height|title|class|id|itemprop|data-best-src)$/.test(name),
  )
  image.attrs = image.attrs.filter(({ name }) => name !== 'data-best-src')
  removeEmptySource(image)
}

function removeEmptySource(image: HtmlElement): void {
  const src = attribute(image, 'src')
  if (src !== null && (src.trim() === '' || PLACEHOLDER.test(src.trim())))
    image.attrs = image.attrs.filter(({ name }) => name !== 'src')
}

function realAddress(image: HtmlElement): string | null {
  const own = attribute(image, 'src')?.trim() ?? ''
  const choices = choicesOf(image).filter((choice) => !PLACEHOLDER.test(choice.address))
  // The plain address is the publisher's own choice for a reading column; others only replace it where it is known to be small.
  if (hasRealSource(image) && !isSmall(image, own, choices)) return own
  const chosen = attribute(image, 'data-best-src')
  if (chosen) return chosen
  const sized = bestChoice(choices.filter((choice) => choice.width > 0))
  if (sized) return sized.address
  const lazy = ADDRESS_NAMES.map((name) => attribute(image, name)?.trim()).find(
    (value) => value && isAddress(value),
  )
  if (lazy) return lazy
  if (hasRealSource(image)) return attribute(image, 'src')
  if (choices[0]) return choices[0].address
  return strayAddress(image)
}

/** True for thumbnails and blurred stand-ins: by the page's own list of sizes, the address, or the stated width. */
function isSmall(image: HtmlElement, src: string, choices: readonly PictureChoice[]): boolean {
  const listed = choices.find((choice) => choice.address === src)
  if (listed && listed.width > 0) return listed.width < WIDE_ENOUGH
  const lazy = ADDRESS_NAMES.some((name) => isAddress(attribute(image, name)?.trim() || ' '))
  if (!lazy && choices.length > 0 && choices.every((choice) => choice.dense) && !BLURRED.test(src))
    return false
  return lazy || SMALL_ADDRESS.test(src)
}

/** Some other data attribute that clearly names a picture's file. */
function strayAddress(image: HtmlElement): string | null {
  for (const { name, value } of image.attrs) {
    if (name === 'src' || name === 'alt' || name === 'title' || !name.startsWith('data-')) continue
    const first = /^\s*(\S+)/.exec(value)?.[1] ?? ''
    if (PICTURE_FILE.test(first) && isAddress(first)) return first
  }
  return null
}

function isAddress(value: string): boolean {
  return value.length < 4000 && !/\s/.test(value) && !PLACEHOLDER.test(value) && !value.startsWith('{')
}

function hasRealSource(image: HtmlElement): boolean {
  const src = attribute(image, 'src')?.trim() ?? ''
  return src !== '' && !PLACEHOLDER.test(src)
}

/** A noscript that holds just a picture stands for the placeholder before it; others are notes for people without scripts. */
function unfold(noscript: HtmlElement): void {
  const images = findElements(noscript, (element) => element.tagName === 'img')
  const words = noscript.childNodes.some((node) => isText(node) && node.value.trim() !== '')
  const [image] = images
  if (images.length !== 1 || !image || words || !hasRealSource(image)) {
    removeNode(noscript)
    return
  }
  const placeholder = neighbourWithPicture(noscript)
  const known = placeholder ? attribute(placeholder, 'src') : null
  // The lazy image has its address already: the noscript twin would show it twice.
  if (placeholder && known !== null) {
    removeNode(noscript)
    return
  }
  if (placeholder) removeNode(placeholder)
  replaceNode(noscript, image)
}

function neighbourWithPicture(noscript: HtmlElement): HtmlElement | null {
  const siblings = noscript.parentNode?.childNodes ?? []
  const at = siblings.indexOf(noscript)
  return pictureIn(near(siblings, at, -1)) ?? pictureIn(near(siblings, at, 1))
}

function near(siblings: readonly HtmlNode[], at: number, step: 1 | -1): HtmlNode | null {
  for (let index = at + step; index >= 0 && index < siblings.length; index += step) {
    const node = siblings[index]
    if (node && isElement(node)) return node
    if (node && isText(node) && node.value.trim() !== '') return null
  }
  return null
}

function pictureIn(node: HtmlNode | null): HtmlElement | null {
  if (!node || !isElement(node)) return null
  return node.tagName === 'img' ? node : findFirst(node, (element) => element.tagName === 'img')
}

/** An empty block with a picture's address in its data: the page's script would have put an image there. */
function isLazyHolder(element: HtmlElement): boolean {
  if (element.tagName !== 'div' && element.tagName !== 'span' && element.tagName !== 'figure') return false
  return ['data-src', 'data-original', 'data-image', 'data-img', 'data-lazy-src'].some((name) => {
    const value = attribute(element, name)
    return value !== null && PICTURE_FILE.test(value) && isAddress(value)
  })
}

function fillHolder(holder: HtmlElement): void {
  if (findFirst(holder, (element) => element.tagName === 'img')) return
  const image = makeElement('img', { alt: attribute(holder, 'data-alt') ?? attribute(holder, 'title') ?? '' })
  for (const name of ['data-src', 'data-original', 'data-image', 'data-img', 'data-lazy-src']) {
    const value = attribute(holder, name)
    if (value !== null && isAddress(value)) {
      setAttribute(image, 'src', value)
      break
    }
  }
  image.parentNode = holder
  holder.childNodes.unshift(image)
}
