/** Who wrote an article: names only, without "by", jobs, dates and addresses. */
import type { LinkedArticle } from './json-ld'
import type { HtmlElement, HtmlParent } from './html-tree'
import type { PageMeta } from './page-meta'
import { attribute, closest, findElements, foldSpace, namesOf, textOf } from './walk-html'

const BY =
  /^(?:(?:written|posted|published|reported|story|text|words|article|edited|review(?:ed)?)\s+by|by|von|par|por|di|door|av|af|da|de|autor(?:in)?|author|auteur|autore|text|texte|от|автор|przez|yazan)(?:\s*:\s*|\s+)/i
const NOT_NAME =
  /https?:|www\.|@|\b(?:staff writer|read more|follow|subscribe|updated|published|posted|minutes?|comments?|share|view all|all posts|about the author|more from|contact|email|click|photo|photograph)\b/i
const BYLINE_CLASS =
  /(?:^|[\s_-])(?:by-?line|author(?:s|-?name|__name|-link|box-name)?|writer|reporter|post-?author|entry-author|article-?author|c-byline|dateline-author|autor|auteur|autore|firma|redakteur|vcard)(?:$|[\s_-])/
const ELSEWHERE =
  /comment|sidebar|related|footer|widget|recommend|teaser|carousel|promo|most-|trending|newsletter|popular/
const LONGEST = 120

/** Names joined with ", "; null when the page names nobody. Never throws. */
export function pageByline(tree: HtmlParent, meta: PageMeta, linked: LinkedArticle | null): string | null {
  const site = (meta.first('og:site_name') ?? linked?.publisher ?? '').toLowerCase()
  const usable = (name: string): boolean => isName(name) && name.toLowerCase() !== site
  const fromData = linked?.authors.flatMap(cleanNames).filter(usable) ?? []
  if (fromData.length > 0) return joined(fromData)
  const fromMarks = markedAuthors(tree).flatMap(cleanNames).filter(usable)
  if (fromMarks.length > 0) return joined(fromMarks)
  for (const name of [
    'author',
    'article:author',
    'article:author_name',
    'dc.creator',
    'dcterms.creator',
    'parsely-author',
    'sailthru.author',
    'byl',
    'citation_author',
    'twitter:data1',
  ]) {
    if (name === 'twitter:data1' && !/written by|author/i.test(meta.first('twitter:label1') ?? '')) continue
    const found = meta.all(name).flatMap(cleanNames).filter(usable)
    if (found.length > 0) return joined(found)
  }
  const fromClass = classAuthors(tree).flatMap(cleanNames).filter(usable)
  return fromClass.length > 0 ? joined(fromClass) : null
}

function joined(names: readonly string[]): string {
  const seen = new Map<string, string>()
  for (const name of names) if (!seen.has(name.toLowerCase())) seen.set(name.toLowerCase(), name)
  return [...seen.values()].slice(0, 12).join(', ')
}

/** Microdata, `rel=author` and the hCard of blogs, where they belong to the article and not to a teaser or a comment. */
function markedAuthors(tree: HtmlParent): string[] {
  const marked = findElements(tree, (element) => {
    const property = attribute(element, 'itemprop')?.toLowerCase() ?? ''
    const author =
      /(?:^|\s)author(?:\s|$)/.test(property) || attribute(element, 'rel')?.toLowerCase() === 'author'
    return author && element.tagName !== 'meta' && element.tagName !== 'link' && !isElsewhere(element)
  })
  return marked.slice(0, 6).map((element) => {
    const name = findElements(element, (inner) => attribute(inner, 'itemprop') === 'name')[0]
    return name ? (attribute(name, 'content') ?? textOf(name)) : textOf(element)
  })
}

function classAuthors(tree: HtmlParent): string[] {
  const named = findElements(tree, (element) => BYLINE_CLASS.test(namesOf(element)) && !isElsewhere(element))
  for (const element of named.slice(0, 12)) {
    const text = textOf(element)
    if (text.length < 3 || text.length > LONGEST) continue
    const links = findElements(element, (inner) => inner.tagName === 'a')
      .map(textOf)
      .filter(isName)
    const names = links.length > 0 ? links : [text]
    if (names.some((name) => cleanNames(name).some(isName))) return names
  }
  return []
}

function isElsewhere(element: HtmlElement): boolean {
  return (
    closest(
      element,
      (outer) => outer.tagName === 'footer' || outer.tagName === 'aside' || ELSEWHERE.test(namesOf(outer)),
    ) !== null
  )
}

/** Splits a line of names and cleans each. */
export function cleanNames(line: string): string[] {
  const text = foldSpace(line)
  if (text.length > LONGEST * 3) return []
  return text
    .split(/\s*(?:[;|•·\n/]|,|\s(?:and|und|et|y|och|og|&)\s)\s*/)
    .map((part) => part.replace(BY, '').replace(BY, ''))
    .map((part) =>
      part
        .replace(/\s*[([].*?[)\]]\s*/g, ' ')
        .replace(/[\s,:–—-]+$/, '')
        .trim(),
    )
    .map((part) => (/^[\p{Lu}\s.'’-]+$/u.test(part) && part.length > 4 ? titleCase(part) : part))
    .filter((part) => part !== '')
}

function titleCase(name: string): string {
  return name.toLowerCase().replace(/(?<![\p{L}])\p{L}/gu, (letter) => letter.toUpperCase())
}

function isName(name: string): boolean {
  if (name.length < 2 || name.length > 60 || NOT_NAME.test(name)) return false
  if (/\d{2}|[<>{}=]/.test(name) || name.split(' ').length > 6) return false
  return /\p{L}/u.test(name)
}
