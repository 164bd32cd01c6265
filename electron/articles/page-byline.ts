/** Who wrote an article: names only, without "by", jobs, dates and addresses. */
import type { LinkedArticle } from './json-ld'
import type { HtmlElement, HtmlParent } from './html-tree'
import type { PageMeta } from './page-meta'
import { besideArticle, headlineLines } from './headline-lines'
import { attribute, findElements, foldSpace, namesOf, textOf } from './walk-html'

const BY =
  /^(?:(?:written|posted|published|reported|story|text|words|article|edited|review(?:ed)?)\s+by|by|von|par|por|di|door|av|af|da|de|autor(?:in)?|author|auteur|autore|text|texte|от|автор|przez|yazan)(?:\s*:\s*|\s+)/i
const NOT_NAME =
  /https?:|www\.|@|\b(?:staff writer|read more|follow|subscribe|updated|published|posted|minutes?|comments?|share|view all|all posts|about the author|more from|contact|email|click|photo|photograph)\b/i
const BYLINE_CLASS =
  /(?:^|[\s_-])(?:by-?line|author(?:s|-?name|__name|-link|box-name)?|writer|reporter|post-?author|entry-author|article-?author|c-byline|dateline-author|autor|auteur|autore|firma|redakteur|vcard)(?:$|[\s_-])/
const LONGEST = 120

const META_NAMES =
  'author article:author article:author_name dc.creator dcterms.creator parsely-author sailthru.author byl citation_author'.split(
    ' ',
  )

type Beside = (element: HtmlElement) => boolean

interface Page {
  readonly tree: HtmlParent
  readonly meta: PageMeta
  readonly linked: LinkedArticle | null
  readonly title: string | null
}

/** Names joined with ", "; null when the page names nobody. Never throws. */
export function pageByline({ tree, meta, linked, title }: Page): string | null {
  const site = (meta.first('og:site_name') ?? linked?.publisher ?? '').toLowerCase()
  const beside = besideArticle(tree)
  const ways: readonly (() => readonly string[])[] = [
    () => linked?.authors ?? [],
    () => markedAuthors(tree, beside),
    ...META_NAMES.map((name) => () => meta.all(name)),
    () => sharedCardAuthor(meta),
    () => classAuthors(tree, beside),
    () => headlineLines(tree, title).flatMap(nameInLine),
  ]
  for (const way of ways) {
    const names = way()
      .flatMap(cleanNames)
      .filter((name) => isName(name) && name.toLowerCase() !== site)
    if (names.length > 0) return joined(names)
  }
  return null
}

/** Link cards carry labelled lines; the one that is no reading time names the author. */
function sharedCardAuthor(meta: PageMeta): readonly string[] {
  const label = meta.first('twitter:label1') ?? ''
  return /written|author|by\b|verfasst|geschrieben|autor|écrit|escrito|scritto|skriven|napisane/i.test(label)
    ? meta.all('twitter:data1')
    : []
}

/** "By Ann Smith", "Posted on 3 May 2020 by Ann Smith", "Autor: Ann Smith". */
function nameInLine(line: string): string[] {
  if (line.length > 100 || /[.!?]$/.test(line)) return []
  const start = BY.exec(line)
  if (start) return [line.split(/\s[|•·–—]\s|,\s*\d|\d/, 1)[0] ?? line]
  const end = /\d{4}.{0,20}?\s(?:by|von|par|por|di)\s+(\p{Lu}[\p{L}.'’ -]{2,50})$/u.exec(line)
  return end?.[1] ? [end[1]] : []
}

function joined(names: readonly string[]): string {
  const seen = new Map<string, string>()
  for (const name of names) if (!seen.has(name.toLowerCase())) seen.set(name.toLowerCase(), name)
  return [...seen.values()].slice(0, 12).join(', ')
}

/** Microdata, `rel=author` and the hCard of blogs, where they belong to the article and not to a teaser or a comment. */
function markedAuthors(tree: HtmlParent, beside: Beside): string[] {
  const marked = findElements(tree, (element) => {
    const property = attribute(element, 'itemprop')?.toLowerCase() ?? ''
    const author =
      /(?:^|\s)author(?:\s|$)/.test(property) || attribute(element, 'rel')?.toLowerCase() === 'author'
    return author && element.tagName !== 'meta' && element.tagName !== 'link' && !beside(element)
  })
  return marked.slice(0, 6).map((element) => {
    const name = findElements(element, (inner) => attribute(inner, 'itemprop') === 'name')[0]
    return name ? (attribute(name, 'content') ?? textOf(name)) : textOf(element)
  })
}

function classAuthors(tree: HtmlParent, beside: Beside): string[] {
  const named = findElements(tree, (element) => BYLINE_CLASS.test(namesOf(element)) && !beside(element))
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

/** Splits a line of names and cleans each. */
export function cleanNames(line: string): string[] {
  const text = foldSpace(line)
  if (text.length > LONGEST * 3 || /^(?:https?:|www\.)/.test(text)) return []
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
