/** Makes the stored body of an article's content: sanitised HTML, its text, pictures, links and key points, all of one piece. */
import { readBodyText } from '../../contract/body-text'
import type { ArticleBody, BodyImage, BodyKeyPoint, PageLink } from './article-body'
import { type HtmlElement, type HtmlParent } from './html-tree'
import { keyPoints } from './key-points'
import { pictureAddress } from './clean-address'
import type { Captions } from './take-captions'
import { sanitiseTree } from './sanitise-html'
import { textDomOf } from './text-dom'
import { countWords, textDirection, textLanguage } from './text-language'
import { attribute, findElements, textOf } from './walk-html'

const MOST_LINKS = 200

export interface Assembly {
  readonly content: HtmlParent
  readonly baseUrl: string | null
  readonly title: string | null
  readonly language: string | null
  readonly publisherPoints: readonly string[]
  readonly captions: Captions
}

export type AssembledBody = Pick<
  ArticleBody,
  'html' | 'text' | 'keyPoints' | 'images' | 'links' | 'language' | 'direction' | 'words'
>

/** The sanitiser is the last that touches the HTML; everything else is read from what it wrote. */
export function assembleBody(assembly: Assembly): AssembledBody {
  const { content, baseUrl, title, language, publisherPoints } = assembly
  const { html, tree } = sanitiseTree(content, { baseUrl })
  const { text } = readBodyText(textDomOf(tree))
  const spoken = textLanguage(text) ?? language
  return {
    html,
    text,
    keyPoints: pointsOf(text, { title, language: language ?? spoken, publisherPoints }),
    images: imagesOf(tree, assembly),
    links: linksOf(tree),
    language: language ?? spoken,
    direction: textDirection(text),
    words: countWords(text),
  }
}

function pointsOf(
  text: string,
  known: {
    readonly title: string | null
    readonly language: string | null
    readonly publisherPoints: readonly string[]
  },
): BodyKeyPoint[] {
  if (known.publisherPoints.length === 0) return keyPoints(text, known)
  return known.publisherPoints.map((point) => {
    const start = text.indexOf(point)
    return {
      text: point,
      from: 'publisher',
      start: start < 0 ? null : start,
      end: start < 0 ? null : start + point.length,
    }
  })
}

/** Each picture once, in the order of the text. */
function imagesOf(tree: HtmlParent, { captions, baseUrl }: Assembly): BodyImage[] {
  const known = new Map([...captions].map(([src, parts]) => [pictureAddress(src, baseUrl), parts] as const))
  const images = new Map<string, BodyImage>()
  for (const image of findElements(tree, (element) => element.tagName === 'img')) {
    const url = attribute(image, 'src')
    if (url === null || images.has(url)) continue
    const { caption, credit } = known.get(url) ?? { caption: null, credit: null }
    const alt = attribute(image, 'alt')
    images.set(url, {
      url,
      alt: alt === '' ? null : alt,
      caption,
      credit,
      width: sizeOf(image, 'width'),
      height: sizeOf(image, 'height'),
    })
  }
  return [...images.values()]
}

function sizeOf(image: HtmlElement, side: 'width' | 'height'): number | null {
  const size = Number(attribute(image, side))
  return size > 0 ? size : null
}

function linksOf(tree: HtmlParent): PageLink[] {
  const links = new Map<string, PageLink>()
  for (const anchor of findElements(tree, (element) => element.tagName === 'a')) {
    const url = attribute(anchor, 'href')
    if (url === null || !url.startsWith('http') || links.has(url)) continue
    const title = textOf(anchor)
    if (title !== '') links.set(url, { title, teaser: null, url })
    if (links.size >= MOST_LINKS) break
  }
  return [...links.values()]
}
