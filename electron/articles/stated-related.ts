/** Related articles that a page states beside its text: links of the relation "related", and `relatedLink` of schema.org. */
import type { PageLink } from './article-body'
import { linkAddress } from './clean-address'
import type { HtmlElement, HtmlParent } from './html-tree'
import type { LinkedArticle } from './json-ld'
import { attribute, findElements, foldSpace, textOf } from './walk-html'

/** More than any publisher states; longer lists are somebody's trap. */
const MOST = 20
const LEAST_TITLE = 8
const LONGEST_TITLE = 300

interface Where {
  readonly baseUrl: string | null
  readonly pageUrl: string | null
}

/** Each address once, only those with a title: a bare address says nothing to a reader. Reads the whole page, changes nothing. */
export function statedRelated(tree: HtmlParent, linked: LinkedArticle | null, where: Where): PageLink[] {
  const found = new Map<string, PageLink>()
  const add = (address: string | null, title: string | null): void => {
    const url = linkAddress(address ?? '', where.baseUrl)
    const name = foldSpace(title ?? '')
    if (!url?.startsWith('http') || url === where.pageUrl || found.has(url) || found.size >= MOST) return
    if (name.length < LEAST_TITLE || name.length > LONGEST_TITLE) return
    found.set(url, { title: name, teaser: null, url })
  }
  for (const element of findElements(tree, isRelation)) {
    add(attribute(element, 'href'), attribute(element, 'title') ?? textOf(element))
  }
  const named = (linked?.related ?? []).slice(0, MOST)
  const titles = named.some(({ title }) => title === null) ? titlesByAddress(tree, where.baseUrl) : null
  for (const { url, title } of named)
    add(url, title ?? titles?.get(linkAddress(url, where.baseUrl) ?? '') ?? null)
  return [...found.values()]
}

/** HTML and RFC 8288: `rel` is a list of relations, in any case. */
function isRelation(element: HtmlElement): boolean {
  if (element.tagName !== 'link' && element.tagName !== 'a') return false
  return /(?:^|\s)related(?:\s|$)/i.test(attribute(element, 'rel') ?? '')
}

/** What the page's own links to an address say: the longest text, which is the title among pictures and "more". */
function titlesByAddress(tree: HtmlParent, baseUrl: string | null): ReadonlyMap<string, string> {
  const titles = new Map<string, string>()
  for (const anchor of findElements(tree, (element) => element.tagName === 'a')) {
    const url = linkAddress(attribute(anchor, 'href') ?? '', baseUrl)
    const text = textOf(anchor)
    if (url === null || text.length > LONGEST_TITLE) continue
    if (text.length > (titles.get(url)?.length ?? 0)) titles.set(url, text)
  }
  return titles
}
