/** The headline of an article: what stands on the page as its heading, checked against what the page says of itself. */
import type { LinkedArticle } from './json-ld'
import type { HtmlElement, HtmlParent } from './html-tree'
import type { PageMeta } from './page-meta'
import { attribute, closest, findElements, findFirst, foldSpace, namesOf, textOf } from './walk-html'

const SEPARATOR = /\s(?:[-|–—:·•»«/~‹›>]|::|&raquo;)\s/
const NOT_HEADLINE = /logo|site-?(?:name|title|brand)|sidebar|related|widget|footer|modal|cookie|comment|nav/

/** Null for a page without any title. Never throws. */
export function pageTitle(tree: HtmlParent, meta: PageMeta, linked: LinkedArticle | null): string | null {
  const siteName = meta.first('og:site_name', 'application-name') ?? linked?.publisher ?? null
  const documentTitle = titleElement(tree)
  const stated = [
    linked?.headline ?? null,
    meta.first('og:title'),
    meta.first(
      'headline',
      'twitter:title',
      'dc.title',
      'dcterms.title',
      'parsely-title',
      'sailthru.title',
      'title',
    ),
  ]
    .filter((title) => title !== null)
    .map((title) => withoutSite(title, siteName))
  const heading = headline(
    tree,
    [...stated, documentTitle].filter((title) => title !== null),
  )
  if (heading) return heading
  const best = stated.find((title) => title.length >= 3)
  if (best) return best
  return documentTitle === null ? null : shortDocumentTitle(documentTitle, siteName)
}

function titleElement(tree: HtmlParent): string | null {
  const element = findFirst(tree, (candidate) => candidate.tagName === 'title' && !insideDrawing(candidate))
  if (!element) return null
  const text = foldSpace(element.childNodes.map((node) => ('value' in node ? node.value : '')).join(''))
  return text === '' ? null : text
}

function insideDrawing(element: HtmlElement): boolean {
  return closest(element, (candidate) => candidate.tagName === 'svg') !== null
}

/** The heading that agrees best with one of the titles the page states of itself. */
function headline(tree: HtmlParent, stated: readonly string[]): string | null {
  const headings = findElements(tree, isHeading)
    .slice(0, 60)
    .map((element) => ({ element, text: textOf(element) }))
    .filter(({ text }) => text.length >= 3 && text.length <= 300)
  if (stated.length === 0) {
    const first = headings.filter(({ element }) => element.tagName === 'h1')
    return first.length === 1 ? (first[0]?.text ?? null) : null
  }
  const agreeing = headings
    .map(({ element, text }) => ({
      text,
      agreement: Math.max(...stated.map((title) => likeness(text, title))),
      rank: rankOf(element),
    }))
    .filter(({ agreement }) => agreement >= 0.5)
  // Sorting is stable: of equals the first on the page wins.
  agreeing.sort((a, b) => b.agreement + b.rank - (a.agreement + a.rank))
  return agreeing[0]?.text ?? null
}

function rankOf(heading: HtmlElement): number {
  const level = heading.tagName === 'h1' ? 0.25 : heading.tagName === 'h2' ? 0.05 : 0
  const named = attribute(heading, 'itemprop') === 'headline' || /headline|title/.test(namesOf(heading))
  return level + (named ? 0.1 : 0)
}

function isHeading(element: HtmlElement): boolean {
  const heading = /^h[1-3]$/.test(element.tagName) || attribute(element, 'itemprop') === 'headline'
  return heading && !NOT_HEADLINE.test(namesOf(element))
}

/** Share of common words, 0 to 1; a heading that is a title's own beginning agrees wholly. */
function likeness(heading: string, title: string): number {
  const a = heading.toLowerCase()
  const b = title.toLowerCase()
  if (a === b) return 1
  if (a.length >= 10 && b.startsWith(a)) return 0.95
  const left = words(a)
  const right = words(b)
  if (left.size === 0 || right.size === 0) return 0
  let common = 0
  for (const word of left) if (right.has(word)) common++
  return (2 * common) / (left.size + right.size)
}

function words(text: string): ReadonlySet<string> {
  const found = text.match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(found.length > 1 ? found : [...text])
}

/** Takes the site's own name off the end or the start of a title. */
export function withoutSite(title: string, siteName: string | null): string {
  if (siteName === null || siteName.length < 2) return title
  const lower = title.toLowerCase()
  const site = siteName.toLowerCase()
  if (lower.endsWith(site)) {
    const cut = title.slice(0, title.length - site.length).replace(/(?<!\s)\s*(?:[-|–—:·•»/~]|::)\s*$/, '')
    if (cut.length >= 3 && cut.length < title.length - site.length) return cut
  }
  if (lower.startsWith(site)) {
    const cut = title.slice(site.length).replace(/^\s*(?:[-|–—:·•»/~]|::)\s*/, '')
    if (cut.length >= 3 && cut.length < title.length - site.length) return cut
  }
  return title
}

/** `<title>` with the site's name cut off: the longer side of its last or first separator. */
function shortDocumentTitle(title: string, siteName: string | null): string {
  const known = withoutSite(title, siteName)
  if (known !== title) return known
  const parts = title.split(SEPARATOR)
  if (parts.length < 2) return title
  const [first = ''] = parts
  const withoutLast = title
    .slice(0, title.length - (parts.at(-1) ?? '').length)
    .trimEnd()
    .replace(/(?<!\S)\S+$/, '')
    .trim()
  if (withoutLast.split(/\s+/).length >= 3) return withoutLast
  const last = parts.at(-1) ?? ''
  return last.length > first.length ? last : first
}
