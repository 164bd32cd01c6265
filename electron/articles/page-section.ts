/** The way from the front page to the article: breadcrumb without Home and without the title itself. */
import type { LinkedArticle } from './json-ld'
import type { HtmlElement, HtmlParent } from './html-tree'
import type { PageMeta } from './page-meta'
import { attribute, findElements, findFirst, isElement, isText, namesOf, textOf } from './walk-html'

const HOME =
  /^(?:home ?page|home|start|startseite|accueil|inicio|início|página inicial|pagina iniziale|hjem|hem|etusivu|strona główna|główna|главная|hlavní stránka|domů|anasayfa|ana sayfa|front ?page|news home|首页|首頁|ホーム|トップ|홈|الرئيسية|ראשי|beranda|you are here:?|sie sind hier:?|\W*)$/i
const BREADCRUMB = /bread-?crumbs?|rootline|brotkrumen|fil-?d-?ariane|migas/
const SEPARATORS = /\s{0,9}(?:[/›»>|→·]|::)\s{0,9}/
const MOST = 5

interface Known {
  readonly linked: LinkedArticle | null
  readonly breadcrumbs: readonly string[]
  readonly title: string | null
}

/** Names outermost first; empty when the page shows no way. Never throws. */
export function pageSection(tree: HtmlParent, meta: PageMeta, known: Known): string[] {
  const site = meta.first('og:site_name')?.toLowerCase() ?? known.linked?.publisher?.toLowerCase() ?? null
  const clean = (names: readonly string[]): string[] => cleaned(names, known.title, site)
  for (const names of [known.breadcrumbs, visibleBreadcrumb(tree)]) {
    const section = clean(names)
    if (section.length > 0) return section
  }
  const stated = meta.first('article:section', 'og:article:section', 'section', 'parsely-section')
  return clean(stated === null ? (known.linked?.section.slice(0, 1) ?? []) : [stated])
}

function cleaned(names: readonly string[], title: string | null, site: string | null): string[] {
  const wanted = names
    .map((name) => name.trim())
    .filter((name) => {
      const lower = name.toLowerCase()
      return !HOME.test(name) && lower !== site && name.length <= 60 && !isTitle(lower, title)
    })
  return [...new Set(wanted)].slice(0, MOST)
}

function isTitle(name: string, title: string | null): boolean {
  if (title === null) return false
  const whole = title.toLowerCase()
  const start = name.replace(/(?:\.{3}|…)$/, '').trim()
  return whole === name || (start.length > 15 && whole.startsWith(start))
}

function visibleBreadcrumb(tree: HtmlParent): string[] {
  const trail = findFirst(tree, isBreadcrumb)
  if (!trail) return []
  const items = findElements(trail, (element) => element.tagName === 'li' || isLink(element))
  const names = items.filter((item) => !findFirst(item, (inner) => items.includes(inner))).map(textOf)
  const last = trail.childNodes.at(-1)
  if (last && isText(last)) names.push(last.value)
  return (names.length > 0 ? names : textOf(trail).split(SEPARATORS)).map((name) =>
    name.replace(/^[\s/›»>|→·]+|(?<![\s/›»>|→·])[\s/›»>|→·]+$/g, ''),
  )
}

function isBreadcrumb(element: HtmlElement): boolean {
  if (!isElement(element) || element.tagName === 'body' || element.tagName === 'html') return false
  const label = attribute(element, 'aria-label') ?? ''
  return (
    BREADCRUMB.test(namesOf(element)) ||
    BREADCRUMB.test(label.toLowerCase()) ||
    /BreadcrumbList/.test(attribute(element, 'itemtype') ?? '')
  )
}

function isLink(element: HtmlElement): boolean {
  return element.tagName === 'a'
}
