/** Where a page's own markup names its author: microdata, `rel=author`, class names, links to people's pages. */
import type { HtmlElement, HtmlParent } from './html-tree'
import { cleanNames, isName } from './person-names'
import { attribute, findElements, namesOf, textOf } from './walk-html'

const BYLINE_CLASS =
  /(?:^|[\s_-])(?:by-?line|author(?:s|-?name|__name|-link|box-name)?|writer|reporter|post-?author|entry-author|article-?author|c-byline|dateline-author|autor|auteur|autore|firma|redakteur|vcard)(?:$|[\s_-])/
const LONGEST = 120
/** Addresses of pages about one person, on this site or with its name before. */
const PERSON_PAGE =
  /\/(?:authors?|autor(?:e|es|en|in)?|auteurs?|staff|profiles?|people|contributors?|reporters?|journalists?|editors|redakteure?)\/[^/?#]+\/?$/

type Beside = (element: HtmlElement) => boolean

/** Microdata, `rel=author` and the hCard of blogs, where they belong to the article and not to a teaser or a comment. */
export function markedAuthors(tree: HtmlParent, beside: Beside): string[] {
  return findElements(tree, (element) => isMarked(element) && !beside(element))
    .slice(0, 6)
    .map(nameOf)
}

/** Texts of the first element whose class says byline and which holds a name. */
export function classAuthors(tree: HtmlParent, beside: Beside): string[] {
  const named = findElements(tree, (element) => BYLINE_CLASS.test(namesOf(element)) && !beside(element))
  for (const element of named.slice(0, 12)) {
    const text = textOf(element)
    if (text.length < 2 || text.length > LONGEST) continue
    const links = findElements(element, (inner) => inner.tagName === 'a')
      .map(textOf)
      .filter(isName)
    const names = links.length > 0 ? links : [text]
    if (names.some((name) => cleanNames(name).some(isName))) return names
  }
  return []
}

/** The first link to a page about a person that stands with the article. */
export function linkedAuthor(tree: HtmlParent, beside: Beside): string[] {
  const link = findElements(tree, (element) => isPersonLink(element) && !beside(element)).find(
    (element) => cleanNames(textOf(element)).length === 1,
  )
  return link ? [textOf(link)] : []
}

/** The one person whom every mark and link of the page names, wherever they stand; nobody where they differ. */
export function onlyAuthor(tree: HtmlParent): string[] {
  const marks = findElements(tree, (element) => isMarked(element) || isPersonLink(element))
  const names = new Map<string, string>()
  for (const name of marks.map(nameOf).flatMap(cleanNames).filter(isName)) names.set(name.toLowerCase(), name)
  return names.size === 1 ? [...names.values()] : []
}

function isMarked(element: HtmlElement): boolean {
  if (element.tagName === 'meta' || element.tagName === 'link') return false
  const property = attribute(element, 'itemprop')?.toLowerCase() ?? ''
  return /(?:^|\s)author(?:\s|$)/.test(property) || attribute(element, 'rel')?.toLowerCase() === 'author'
}

function isPersonLink(element: HtmlElement): boolean {
  return element.tagName === 'a' && PERSON_PAGE.test(attribute(element, 'href') ?? '')
}

function nameOf(element: HtmlElement): string {
  const name = findElements(element, (inner) => attribute(inner, 'itemprop') === 'name')[0]
  if (!name) return textOf(element)
  return attribute(name, 'content') ?? attribute(name, 'value') ?? textOf(name)
}
