/** Facts that a page states about its article in JSON-LD (schema.org), read leniently: many pages break their own JSON. */
import { attribute, findElements, foldSpace, isText } from './walk-html'
import type { HtmlParent } from './html-tree'

export interface LinkedArticle {
  readonly headline: string | null
  readonly authors: readonly string[]
  readonly published: string | null
  readonly modified: string | null
  readonly images: readonly string[]
  readonly section: readonly string[]
  readonly publisher: string | null
  readonly description: string | null
  readonly language: string | null
  /** The whole text, where the publisher gives it; may hold HTML. */
  readonly body: string | null
  /** False where the publisher says that only subscribers may read all of it. */
  readonly free: boolean | null
  readonly commentsUrl: string | null
  /** `relatedLink`: addresses as written, with the titles that some give. */
  readonly related: readonly { readonly url: string; readonly title: string | null }[]
}

export interface LinkedData {
  readonly article: LinkedArticle | null
  /** Names of the breadcrumb list, outermost first. */
  readonly breadcrumbs: readonly string[]
}

type JsonObject = Readonly<Record<string, unknown>>

const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|LiveBlogPosting|Recipe|Review)$/
const PAGE_TYPE = /(?:^|\/)(?:WebPage|ItemPage|VideoObject|CreativeWork|Posting)$/
/** A page's data nests a few levels (graph, part of, author); more is somebody's trap. */
const DEEPEST = 8
const MOST_OBJECTS = 2000

/** Reads every `application/ld+json` script below `tree`. Never throws. */
export function readJsonLd(tree: HtmlParent): LinkedData {
  const objects: JsonObject[] = []
  const scripts = findElements(
    tree,
    (element) =>
      element.tagName === 'script' &&
      /^application\/ld\+json/i.test(attribute(element, 'type')?.trim() ?? ''),
  )
  for (const script of scripts) {
    const text = script.childNodes.map((node) => (isText(node) ? node.value : '')).join('')
    collect(parseLenient(text), objects, 0)
  }
  const articles = objects.filter((object) => typesOf(object).some((type) => ARTICLE_TYPE.test(type)))
  const pages = objects.filter((object) => typesOf(object).some((type) => PAGE_TYPE.test(type)))
  const best =
    articles.find((object) => text(object['headline']) ?? text(object['articleBody'])) ?? articles[0]
  return {
    article: best ? linkedArticle(best, pages, objects) : linkedPage(pages, objects),
    breadcrumbs: breadcrumbs(objects),
  }
}

function parseLenient(source: string): unknown {
  const trimmed = source
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?<![\s;])[\s;]+$/, '')
    .replace(/(?:-->|\/\*\s{0,9}\]\]>\s{0,9}\*\/|\/\/\s{0,9}\]\]>|\]\]>)$/, '')
  for (const attempt of [(s: string) => s, repaired]) {
    try {
      return JSON.parse(attempt(trimmed))
    } catch {
      // Broken JSON is common (raw line breaks, commas too many); the second attempt mends that, then we do without.
    }
  }
  return null
}

function repaired(source: string): string {
  // eslint-disable-next-line no-control-regex -- raw control characters inside JSON strings are the commonest fault
  return source.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s*([}\]])/g, '$1')
}

function collect(value: unknown, into: JsonObject[], depth: number): void {
  if (depth > DEEPEST || into.length > MOST_OBJECTS || typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (const part of value) collect(part, into, depth + 1)
    return
  }
  const object = value as JsonObject
  into.push(object)
  for (const key of [
    '@graph',
    'mainEntity',
    'mainEntityOfPage',
    'hasPart',
    'itemListElement',
    'breadcrumb',
    'item',
  ]) {
    collect(object[key], into, depth + 1)
  }
}

function typesOf(object: JsonObject): string[] {
  const type = object['@type']
  return (Array.isArray(type) ? type : [type]).filter((name): name is string => typeof name === 'string')
}

function linkedArticle(
  article: JsonObject,
  pages: readonly JsonObject[],
  all: readonly JsonObject[],
): LinkedArticle {
  const page = pages[0]
  const body = text(article['articleBody'])
  return {
    headline: text(article['headline']) ?? text(article['name']),
    authors: names(article['author'] ?? article['creator'], all),
    published:
      text(article['datePublished']) ?? text(page?.['datePublished']) ?? text(article['dateCreated']),
    modified: text(article['dateModified']) ?? text(page?.['dateModified']),
    images: addresses(article['image'], all).concat(addresses(article['thumbnailUrl'], all)),
    section: list(article['articleSection'])
      .map(text)
      .filter((name) => name !== null),
    publisher: names(article['publisher'], all)[0] ?? null,
    description: text(article['description']),
    language: text(article['inLanguage']),
    body,
    free: freedom(article['isAccessibleForFree'] ?? page?.['isAccessibleForFree']),
    commentsUrl: text(article['discussionUrl']),
    related: relatedLinks([article, page], all),
  }
}

function linkedPage(pages: readonly JsonObject[], all: readonly JsonObject[]): LinkedArticle | null {
  const page = pages.find((object) => text(object['datePublished']) ?? object['author'])
  return page ? linkedArticle(page, pages, all) : null
}

function freedom(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value
  if (typeof value !== 'string') return null
  return /^(?:https?:\/\/schema\.org\/)?true$/i.test(value) ? true : /false$/i.test(value) ? false : null
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
}

function text(value: unknown): string | null {
  if (Array.isArray(value)) return text(value[0])
  if (typeof value === 'object' && value !== null) {
    const object = value as JsonObject
    return text(object['@value'] ?? object['name'])
  }
  if (typeof value !== 'string') return null
  const folded = foldSpace(value)
  return folded === '' ? null : folded
}

/** The object a value stands for: itself, or the one its `@id` names. */
function resolved(value: unknown, all: readonly JsonObject[]): unknown {
  if (typeof value !== 'object' || value === null) return value
  const id = (value as JsonObject)['@id']
  if (typeof id !== 'string' || 'name' in value || 'url' in value) return value
  return all.find((object) => object['@id'] === id && ('name' in object || 'url' in object)) ?? value
}

function names(value: unknown, all: readonly JsonObject[]): string[] {
  const found = list(value)
    .map((part) => resolved(part, all))
    .map((part) =>
      typeof part === 'object' && part !== null ? text((part as JsonObject)['name']) : text(part),
    )
  return [...new Set(found.filter((name) => name !== null))]
}

function addresses(value: unknown, all: readonly JsonObject[]): string[] {
  return list(value)
    .map((part) => resolved(part, all))
    .map((part) => {
      if (typeof part !== 'object' || part === null) return text(part)
      return text((part as JsonObject)['url'] ?? (part as JsonObject)['contentUrl'])
    })
    .filter((address) => address !== null)
}

function relatedLinks(
  parts: readonly (JsonObject | undefined)[],
  all: readonly JsonObject[],
): LinkedArticle['related'] {
  const stated = parts.flatMap((part) => list(part?.['relatedLink']))
  return stated.flatMap((link) => {
    const [url] = addresses(link, all)
    if (url === undefined) return []
    const object = typeof link === 'object' && link !== null ? (link as JsonObject) : null
    return [{ url, title: object && (text(object['headline']) ?? text(object['name'])) }]
  })
}

function breadcrumbs(objects: readonly JsonObject[]): string[] {
  const trail = objects.find((object) => typesOf(object).some((type) => type.endsWith('BreadcrumbList')))
  return list(trail?.['itemListElement'])
    .map((item) => {
      if (typeof item !== 'object' || item === null) return null
      const object = item as JsonObject
      return text(object['name']) ?? text(object['item'])
    })
    .filter((name) => name !== null && !/^https?:/.test(name)) as string[]
}
