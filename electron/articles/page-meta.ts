/** The `meta` and `link` elements of a page by name, whatever attribute carries the name. */
import type { HtmlElement, HtmlParent } from './html-tree'
import { attribute, eachElement, foldSpace } from './walk-html'

export interface PageMeta {
  /** First non-empty content of the first of `names` that the page has. Names in lower case. */
  first(...names: readonly string[]): string | null
  /** Every content under one name, in order. */
  all(name: string): readonly string[]
  /** Address of the first `link` with this relation. */
  link(relation: string): string | null
}

export function readPageMeta(tree: HtmlParent): PageMeta {
  const contents = new Map<string, string[]>()
  const links = new Map<string, string>()
  eachElement(tree, (element) => {
    if (element.tagName === 'meta') addContent(element, contents)
    else if (element.tagName === 'link') addLink(element, links)
    return true
  })
  return {
    first: (...names) => {
      for (const name of names) {
        const value = contents.get(name)?.[0]
        if (value !== undefined) return value
      }
      return null
    },
    all: (name) => contents.get(name) ?? [],
    link: (relation) => links.get(relation) ?? null,
  }
}

function addContent(meta: HtmlElement, contents: Map<string, string[]>): void {
  // Some archives saved pages with `value` for `content`.
  const content = foldSpace(attribute(meta, 'content') ?? attribute(meta, 'value') ?? '')
  if (content === '') return
  for (const name of ['property', 'name', 'itemprop', 'http-equiv'].flatMap((key) => wordsOf(meta, key))) {
    const known = contents.get(name)
    if (known) known.push(content)
    else contents.set(name, [content])
  }
}

function addLink(link: HtmlElement, links: Map<string, string>): void {
  const href = attribute(link, 'href')
  for (const relation of wordsOf(link, 'rel')) if (href && !links.has(relation)) links.set(relation, href)
}

function wordsOf(element: HtmlElement, name: string): string[] {
  const words = (attribute(element, name) ?? '').toLowerCase().split(/\s+/)
  return words.filter((word) => word !== '')
}
