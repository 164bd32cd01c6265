/** The `meta` and `link` elements of a page by name, whatever attribute carries the name. */
import type { HtmlParent } from './html-tree'
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
    if (element.tagName === 'meta') {
      // Some archives saved pages with `value` for `content`.
      const content = foldSpace(attribute(element, 'content') ?? attribute(element, 'value') ?? '')
      if (content === '') return true
      for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
        for (const name of (attribute(element, key) ?? '').toLowerCase().split(/\s+/)) {
          if (name === '') continue
          const known = contents.get(name)
          if (known) known.push(content)
          else contents.set(name, [content])
        }
      }
    } else if (element.tagName === 'link') {
      const href = attribute(element, 'href')
      for (const relation of (attribute(element, 'rel') ?? '').toLowerCase().split(/\s+/)) {
        if (href && !links.has(relation)) links.set(relation, href)
      }
    }
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
