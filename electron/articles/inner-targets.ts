/** Links of a body that lead to another place of the same body, and the ids they need; the sanitiser keeps no other ids. */
import { linkAddress } from './clean-address'
import type { HtmlElement, HtmlParent } from './html-tree'
import { DROPPED_ELEMENTS, MATH_TEXT, SAFE_ELEMENTS, SAFE_MATH } from './safe-html-policy'
import { attribute, isElement } from './walk-html'

const MATH_NAMESPACE = 'http://www.w3.org/1998/Math/MathML'
const ID_PREFIX = 'in-'
const PLAIN_ID = /^[^\s\p{C}]{1,100}$/u

/** True for formulas' elements that are kept. */
export function isMath(element: HtmlElement): boolean {
  return element.namespaceURI === MATH_NAMESPACE && SAFE_MATH.has(element.tagName)
}

export function idOf(element: HtmlElement): string | null {
  return attribute(element, 'id') ?? (element.tagName === 'a' ? attribute(element, 'name') : null)
}

/** Ids that will be kept below `tree` because a link below `tree` leads to them. */
export function innerTargets(tree: HtmlParent, baseUrl: string | null): ReadonlySet<string> {
  const wanted = new Set<string>()
  const found = new Set<string>()
  const visit = (parent: HtmlParent): void => {
    for (const child of parent.childNodes) {
      if (!isElement(child) || DROPPED_ELEMENTS.has(child.tagName)) continue
      const id = carriesId(child) ? idOf(child) : null
      if (id !== null && PLAIN_ID.test(id)) found.add(id)
      const href = child.tagName === 'a' ? attribute(child, 'href') : null
      const target = href === null ? null : innerTarget(href, baseUrl)
      if (target !== null) wanted.add(target)
      if (!isMath(child) || !MATH_TEXT.has(child.tagName)) visit(child)
    }
  }
  visit(tree)
  for (const id of wanted) if (!found.has(id)) wanted.delete(id)
  return wanted
}

/** An id on an element whose tags go would leave its links without a place to lead to. */
function carriesId(element: HtmlElement): boolean {
  return (
    element.namespaceURI.endsWith('/xhtml') && SAFE_ELEMENTS.has(element.tagName) && element.tagName !== 'img'
  )
}

/** The id a link inside the same document leads to, or null for other links. */
export function innerTarget(href: string, baseUrl: string | null): string | null {
  const at = href.indexOf('#')
  if (at < 0 || at === href.length - 1) return null
  if (at > 0) {
    if (baseUrl === null) return null
    const page = linkAddress(href.slice(0, at), baseUrl)
    if (page === null || page !== linkAddress(baseUrl.split('#', 1)[0] ?? '', null)) return null
  }
  return href.slice(at + 1)
}

export function prefixed(id: string): string {
  return id.startsWith(ID_PREFIX) ? id : ID_PREFIX + id
}
