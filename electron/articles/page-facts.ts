/** What a page says about its article besides the text: title, authors, days, section, lead, lead picture, language. */
import { absoluteUrl } from '../../contract/absolute-url'
import type { HtmlElement, HtmlParent } from './html-tree'
import { readJsonLd, type LinkedArticle } from './json-ld'
import { pageByline } from './page-byline'
import { parsePageDate } from './page-date'
import { readPageMeta, type PageMeta } from './page-meta'
import { pageSection } from './page-section'
import { pageTitle } from './page-title'
import { publishedDay } from './published-day'
import { attribute, findFirst } from './walk-html'

export interface PageFacts {
  readonly title: string | null
  readonly byline: string | null
  readonly siteName: string | null
  readonly published: string | null
  readonly updated: string | null
  readonly section: readonly string[]
  readonly lead: string | null
  readonly leadImage: string | null
  readonly language: string | null
  /** Where the page itself says that it is read; relative addresses count from here. */
  readonly baseUrl: string | null
  readonly linked: LinkedArticle | null
  readonly meta: PageMeta
}

const UPDATED_NAMES = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'last-modified',
  'dcterms.modified',
  'lastmod',
]
const IMAGE_NAMES = [
  'og:image',
  'og:image:url',
  'og:image:secure_url',
  'twitter:image',
  'twitter:image:src',
  'image',
  'thumbnail',
  'sailthru.image.full',
]

/** Reads the whole tree before anything is taken out of it. `url` null: relative addresses are lost. Never throws. */
export function readPageFacts(tree: HtmlParent, url: string | null): PageFacts {
  const meta = readPageMeta(tree)
  const { article: linked, breadcrumbs } = readJsonLd(tree)
  const baseUrl =
    baseOf(tree, url) ?? absoluteUrl(meta.link('canonical')) ?? absoluteUrl(meta.first('og:url'))
  const title = pageTitle(tree, meta, linked)
  return {
    title,
    byline: pageByline({ tree, meta, linked, title }),
    siteName: meta.first('og:site_name', 'application-name') ?? linked?.publisher ?? null,
    published: publishedDay({ tree, meta, linked, url: url ?? baseUrl, title }),
    updated: parsePageDate(linked?.modified) ?? parsePageDate(meta.first(...UPDATED_NAMES)),
    section: pageSection(tree, meta, { linked, breadcrumbs, title }),
    lead: meta.first('og:description', 'description', 'twitter:description') ?? linked?.description ?? null,
    leadImage: leadImage(meta, { linked, baseUrl }),
    language: languageOf(tree, meta, linked),
    baseUrl,
    linked,
    meta,
  }
}

function baseOf(tree: HtmlParent, url: string | null): string | null {
  const base = findFirst(tree, (element) => element.tagName === 'base' && attribute(element, 'href') !== null)
  const stated = base ? absoluteUrl(attribute(base, 'href'), url) : null
  return stated ?? absoluteUrl(url)
}

function leadImage(
  meta: PageMeta,
  { linked, baseUrl }: { readonly linked: LinkedArticle | null; readonly baseUrl: string | null },
): string | null {
  const candidates = [
    ...IMAGE_NAMES.map((name) => meta.first(name)),
    meta.link('image_src'),
    ...(linked?.images ?? []),
  ]
  for (const candidate of candidates) {
    const url = absoluteUrl(candidate, baseUrl)
    if (url !== null && new URL(url).pathname.length > 1) return url
  }
  return null
}

function languageOf(tree: HtmlParent, meta: PageMeta, linked: LinkedArticle | null): string | null {
  const html = findFirst(tree, (element: HtmlElement) => element.tagName === 'html')
  const stated = [
    html && (attribute(html, 'lang') ?? attribute(html, 'xml:lang')),
    meta.first('content-language', 'og:locale', 'language', 'dc.language'),
    linked?.language ?? null,
  ]
  for (const text of stated) {
    const language = text
      ?.trim()
      .replace('_', '-')
      .split(/[,;\s]/)[0]
    if (language && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(language)) return language
  }
  return null
}
