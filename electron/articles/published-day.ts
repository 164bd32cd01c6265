/** When an article was published: stated data first, then the page's own time elements, its address, and the line under its title. */
import type { LinkedArticle } from './json-ld'
import type { HtmlElement, HtmlParent } from './html-tree'
import { parsePageDate } from './page-date'
import type { PageMeta } from './page-meta'
import { besideArticle, headlineLines } from './headline-lines'
import { attribute, findElements, namesOf, textOf } from './walk-html'

const META_NAMES = (
  'article:published_time og:article:published_time article:published og:published_time og:pubdate datepublished ' +
  'publishdate publish_date publish-date publication_date published_time published published_date published-date pubdate ' +
  'parsely-pub-date sailthru.date dc.date.issued dc.date dcterms.date dcterms.created dcterms.issued dc.created ' +
  'date_published article.published bt:pubdate ptime pub_date cxenseparse:recs:publishtime ' +
  'citation_publication_date citation_online_date citation_date timestamp displaydate date article_date_original ' +
  'originalpublicationdate created date.created datecreated creation_date rnews:datepublished'
).split(' ')
const DATE_CLASS =
  /(?:^|[\s_-])(?:date|time|datetime|published|pub-?date|post-?date|entry-?date|article-?date|publish(?:ed)?-?(?:date|on|time)?|timestamp|dateline|posted-?on|posted|meta-?date|created|datum|fecha|data|submitted|byline|meta|info)(?:$|[\s_-])/
const URL_DAY = /\/(20[0-4]\d|19\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/
const URL_NAMED = /\/(20\d\d|19\d\d)\/([a-z]{3})\/(\d{1,2})\//i

interface Page {
  readonly tree: HtmlParent
  readonly meta: PageMeta
  readonly linked: LinkedArticle | null
  readonly url: string | null
  readonly title: string | null
}

/** ISO 8601 UTC, or null. Never throws. */
export function publishedDay({ tree, meta, linked, url, title }: Page): string | null {
  const stated = parsePageDate(linked?.published)
  if (stated) return stated
  for (const name of META_NAMES) {
    const date = parsePageDate(meta.first(name))
    if (date) return date
  }
  return (
    markedTime(tree) ??
    dayInAddress(url) ??
    namedTime(tree) ??
    lineBelowHeadline(tree, title) ??
    parsePageDate(meta.first('article:modified_time', 'og:updated_time', 'last-modified'))
  )
}

function markedTime(tree: HtmlParent): string | null {
  const beside = besideArticle(tree)
  const times = findElements(tree, (element) => {
    const property = attribute(element, 'itemprop')?.toLowerCase() ?? ''
    return (
      element.tagName === 'time' ||
      element.tagName === 'abbr' ||
      /^(?:datepublished|datecreated|pubdate)$/.test(property)
    )
  })
  const candidates = times
    .filter((element) => !beside(element))
    .map((element) => ({ weight: weightOf(element), date: dateOf(element) }))
    .filter((candidate) => candidate.date !== null)
  candidates.sort((a, b) => b.weight - a.weight)
  return candidates[0]?.date ?? null
}

function weightOf(element: HtmlElement): number {
  const property = attribute(element, 'itemprop')?.toLowerCase() ?? ''
  if (/^(?:datepublished|datecreated|pubdate)$/.test(property)) return 3
  if (attribute(element, 'pubdate') !== null || /publish|entry-date|dt-published/.test(namesOf(element)))
    return 2
  if (/modif|update/.test(namesOf(element) + property)) return -1
  return element.tagName === 'time' ? 1 : 0
}

function dateOf(element: HtmlElement): string | null {
  for (const value of [
    attribute(element, 'datetime'),
    attribute(element, 'content'),
    textOf(element),
    attribute(element, 'title'),
  ]) {
    const date = parsePageDate(value)
    if (date) return date
  }
  return null
}

function dayInAddress(url: string | null): string | null {
  if (url === null) return null
  const digits = URL_DAY.exec(url)
  if (digits) return parsePageDate(`${digits[1] ?? ''}-${digits[2] ?? ''}-${digits[3] ?? ''}`)
  const named = URL_NAMED.exec(url)
  return named ? parsePageDate(`${named[3] ?? ''} ${named[2] ?? ''} ${named[1] ?? ''}`) : null
}

function lineBelowHeadline(tree: HtmlParent, title: string | null): string | null {
  for (const line of headlineLines(tree, title)) {
    const date = parsePageDate(line)
    if (date) return date
  }
  return labelledDay(tree)
}

const LABEL =
  /^(?:datum|date|stand|veröffentlicht(?: am)?|erschienen(?: am)?|publi(?:é|cado|cato|shed)(?: (?:le|el|il|on))?|posted(?: on)?|fecha|data|created|erstellt(?: am)?|aktualisiert(?: am)?|updated)\s*:?\s/i

/** "Datum: 19.11.2021" wherever it stands. */
function labelledDay(tree: HtmlParent): string | null {
  for (const element of findElements(tree, (inner) =>
    /^(?:p|span|div|li|td|small|em)$/.test(inner.tagName),
  )) {
    const first = element.childNodes[0]
    if (!first || element.childNodes.length > 6) continue
    const text = textOf(element)
    if (text.length > 80 || !LABEL.test(text)) continue
    const date = parsePageDate(text)
    if (date) return date
  }
  return null
}

/** A short line that is named like a date and holds one. */
function namedTime(tree: HtmlParent): string | null {
  const beside = besideArticle(tree)
  const named = findElements(tree, (element) => DATE_CLASS.test(namesOf(element)) && !beside(element))
  for (const element of named.slice(0, 60)) {
    const text = textOf(element)
    if (text.length > 200) continue
    const date = parsePageDate(text)
    if (date) return date
  }
  return null
}
