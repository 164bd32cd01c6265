/** Joins the bodies of an article's pages into one: what every page repeats (title, lead, pictures, boxes) stays once. */
import type { ArticleBody } from './article-body'
import { assembleBody, type AssembledBody } from './assemble-body'
import { parseBodyHtml, type HtmlElement, type HtmlParent } from './html-tree'
import type { CaptionParts } from './take-captions'
import { attribute, findElements, foldSpace, removeElements, textOf } from './walk-html'

export interface JoinOptions {
  /** Pages taken in all, the first included; at least 1. */
  readonly mostPages: number
  /** Address of the first page. */
  readonly baseUrl: string | null
}

/** Shorter lines may be said twice: "Yes.", a name before each answer. */
const LEAST_REPEATED = 25
/** Of a page whose own text is less than this, in UTF-16 units, nothing is taken: servers answer an unknown page with the first. */
const LEAST_NEW = 40
const LINE = /^(?:p|h[1-6]|blockquote|li|pre|tr|figure)$/

/**
 * `pages` in reading order, `pages[0]` the first; facts are the first page's. Sanitised anew as a whole, so offsets of key
 * points and the order of pictures are those of the joined text. Never throws.
 */
export function joinPages(
  pages: readonly [ArticleBody, ...ArticleBody[]],
  { mostPages, baseUrl }: JoinOptions,
): ArticleBody {
  const first = pages[0]
  const content = parseBodyHtml(first.html)
  const known: Known = { lines: new Set(), images: new Set() }
  if (first.title !== null) known.lines.add(squeeze(first.title))
  learn(content, known)
  const joined = [first]
  for (const page of pages.slice(1, Math.max(1, mostPages))) {
    const part = withoutKnown(parseBodyHtml(page.html), known)
    if (textOf(part).length < LEAST_NEW && findElements(part, isImage).length === 0) continue
    learn(part, known)
    for (const node of part.childNodes) {
      node.parentNode = content
      content.childNodes.push(node)
    }
    joined.push(page)
  }
  return joined.length === 1 ? first : { ...first, ...assembled(content, joined, baseUrl) }
}

interface Known {
  readonly lines: Set<string>
  readonly images: Set<string>
}

/** `pages` are those that were taken; never empty. */
function assembled(
  content: HtmlParent,
  pages: readonly ArticleBody[],
  baseUrl: string | null,
): AssembledBody & Pick<ArticleBody, 'related'> {
  const captions = new Map<string, CaptionParts>()
  for (const { url, caption, credit } of pages.flatMap(({ images }) => images))
    if (!captions.has(url)) captions.set(url, { caption, credit })
  const body = assembleBody({
    content,
    baseUrl,
    title: pages[0]?.title ?? null,
    language: pages[0]?.language ?? null,
    publisherPoints: unique(pages.flatMap(publisherPoints), (point) => point),
    captions,
  })
  return {
    ...body,
    related: unique(
      pages.flatMap(({ related }) => related),
      ({ url }) => url,
    ),
  }
}

function publisherPoints({ keyPoints }: ArticleBody): string[] {
  return keyPoints.filter(({ from }) => from === 'publisher').map(({ text }) => text)
}

function unique<T>(values: readonly T[], keyOf: (value: T) => string): T[] {
  const found = new Map<string, T>()
  for (const value of values) if (!found.has(keyOf(value))) found.set(keyOf(value), value)
  return [...found.values()]
}

function learn(part: HtmlParent, known: Known): void {
  for (const line of findElements(part, isLine)) {
    const text = squeeze(textOf(line))
    if (text.length >= LEAST_REPEATED) known.lines.add(text)
  }
  for (const image of findElements(part, isImage)) known.images.add(attribute(image, 'src') ?? '')
}

/** Takes out of a later page what the earlier ones have said and shown. */
function withoutKnown(part: HtmlParent, known: Known): HtmlParent {
  removeElements(part, (element) => isImage(element) && known.images.has(attribute(element, 'src') ?? ''))
  removeElements(part, (element) => {
    if (!isLine(element)) return false
    const text = squeeze(textOf(element))
    if (text === '') return findElements(element, isMedium).length === 0
    return known.lines.has(text)
  })
  return part
}

function isLine(element: HtmlElement): boolean {
  return LINE.test(element.tagName)
}

function isImage(element: HtmlElement): boolean {
  return element.tagName === 'img'
}

function isMedium(element: HtmlElement): boolean {
  return /^(?:img|video|audio|math|table|hr)$/.test(element.tagName)
}

function squeeze(text: string): string {
  return foldSpace(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}
