/** What an article needs to be written out for other programs, and its body with pictures that travel along. Pure. */
import type { ArticleDetail } from '../../contract/article'
import { makeText, parseBodyHtml, type HtmlParent } from '../articles/html-tree'
import { attribute, byName, findElements, replaceNode, setAttribute } from '../articles/walk-html'

export type SavedArticle = Pick<
  ArticleDetail,
  | 'articleId'
  | 'title'
  | 'byline'
  | 'feedTitle'
  | 'url'
  | 'published'
  | 'arrived'
  | 'language'
  | 'direction'
  | 'lead'
  | 'text'
  | 'html'
  | 'keyPoints'
>

export interface SavedPicture {
  /** Stored name, unique in the library. */
  readonly name: string
  /** MIME type. */
  readonly type: string
  readonly bytes: Buffer
}

const STORED = /^media:\/\/library\/([\w.-]+)$/

/** Stored names of the pictures in a body, each once. */
export function pictureNames(html: string): readonly string[] {
  const names = findElements(parseBodyHtml(html), byName('img')).flatMap(
    (image) => STORED.exec(attribute(image, 'src') ?? '')?.[1] ?? [],
  )
  return [...new Set(names)]
}

/** The body with every picture at its new address; one that has none is told by its words, so that nothing is asked of a network. */
export function bodyWithPictures(html: string, addressOf: (name: string) => string | null): HtmlParent {
  const body = parseBodyHtml(html)
  for (const image of findElements(body, byName('img'))) {
    const name = STORED.exec(attribute(image, 'src') ?? '')?.[1]
    const address = name === undefined ? null : addressOf(name)
    const words = attribute(image, 'alt') ?? ''
    if (address === null) replaceNode(image, makeText(words === '' ? '' : `[${words}]`))
    else {
      setAttribute(image, 'src', address)
      setAttribute(image, 'alt', words)
    }
  }
  return body
}

/** The lead stands in most bodies already. */
export function ownLead({ lead, text }: SavedArticle): string | null {
  return lead === null || text.includes(lead.slice(0, 80)) ? null : lead
}

/** Who wrote it, where, and on which day, as far as known. */
export function originOf({ byline, feedTitle, published }: SavedArticle): string {
  return [byline, feedTitle, published?.slice(0, 10)].filter(Boolean).join(' · ')
}

export function escapeXml(text: string): string {
  return (
    text
      // XML allows no other control characters, not even as references.
      .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
      .replace(/[&<>"]/g, (character) => `&#${String(character.charCodeAt(0))};`)
  )
}
