/** The articles that a block of related links names: one title, teaser and address each, without its sections, authors, topics and menus. */
import type { PageLink } from './article-body'
import { linkAddress } from './clean-address'
import type { HtmlElement } from './html-tree'
import { RELATED_HEADING, RELATED_LINE } from './related-labels'
import {
  attribute,
  closest,
  findElements,
  findFirst,
  foldSpace,
  isElement,
  namesOf,
  textOf,
} from './walk-html'

const LONGEST_TITLE = 300
/** Sections and authors are shorter. */
const LONG_TITLE = 30
/** A card nests its title and its "read more" a few levels apart. */
const CARD_LEVELS = 4
const NOT_TITLE = new RegExp(
  '^(?:' +
    [
      'read (?:more|the (?:full )?(?:article|story))|more|learn more|continue(?: reading)?|(?:view|see|show|read) (?:all|more).{0,20}|all|share|comments?|\\d+(?: comments?)?|photos?|video|advertisement|watch(?: now)?|listen|click here.{0,40}|privacy policy|terms of (?:use|service)',
      '(?:next|previous|prev)(?: (?:article|post|story|page))?|(?:back|scroll) (?:back )?to (?:the )?top|skip to .{2,30}|by \\p{Lu}\\S*(?: \\p{Lu}\\S*){0,3}',
      '(?:jetzt |hier |gleich )?(?:weiter ?lesen|mehr(?: (?:lesen|erfahren|infos?|dazu|anzeigen))?)|(?:n[äa]chster|vorheriger) (?:artikel|beitrag)|nach oben|zum (?:artikel|beitrag)|alle .{0,30}anzeigen|antworten|kommentare? ?\\d*|pingbacks? ?\\d*|bild vergrößern',
      'lire (?:la suite|plus|l.article)|en savoir plus|voir (?:plus|tous?.{0,20})|(?:leer|seguir leyendo|ver|saber) ?(?:m[áa]s|todas?|todos?)?|seguir leyendo|leia mais|saiba mais|ler mais|ver mais|leggi(?: tutto| di pi[ùu])?|continua(?: a leggere)?|vedi tutti',
      'lees (?:meer|verder)|l[æe]s mere?|les mer|läs (?:mer|vidare)|lue lisää|czytaj (?:dalej|więcej)|więcej|číst (?:dále|více)|viac|více|подробнее|читать (?:далее|полностью|дальше)|ещё|читати далі|περισσότερα|devamını oku|selengkapnya|xem thêm|اقرأ المزيد|المزيد|続きを読む|もっと見る|更多|阅读全文|查看更多|더보기',
    ].join('|') +
    ')$',
  'iu',
)
const TRIMMED = /^[\s«»‹›<>→▶►|·…©.-]+|[\s«»‹›<>→▶►|·….-]+$/gu
const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]/
const HEADING = /^h[1-6]$/

/** Names of a whole card; "read-more" on a link may lead anywhere. */
const CARD_NAMES = /relat|similar|recommend|also/

interface Candidate {
  readonly link: PageLink
  /** The title is a heading, or long enough for a headline. */
  readonly told: boolean
}

interface Where {
  readonly baseUrl: string | null
  readonly pageUrl: string | null
}

/** Each address once, in the block's order; none where most of the block's links are no headlines (a menu, topics). Changes nothing. */
export function relatedInBlock(block: HtmlElement, where: Where): PageLink[] {
  const anchors = anchorsOf(block)
  const headed = anchors.some((anchor) => headingOf(anchor, block) !== null)
  const found = new Map<string, Candidate>()
  for (const anchor of anchors) {
    const candidate = candidateOf(anchor, { block, headed, where })
    if (candidate === null) continue
    // The same article may be linked by its picture, its title and its teaser: the shortest real title is the title.
    const known = found.get(candidate.link.url)
    if (!known || known.link.title.length > candidate.link.title.length)
      found.set(candidate.link.url, candidate)
  }
  const told = [...found.values()].filter((candidate) => candidate.told)
  if (told.length * 2 < found.size || !told.some(({ link }) => isHeadline(link.title))) return []
  return isNotice(block) ? [] : ownLinks(block, told, where.pageUrl)
}

/** A line in capitals is a headline set apart; a short one is a button. */
function isNotice(block: HtmlElement): boolean {
  const text = textOf(block)
  return (
    block.tagName === 'p' && text === text.toUpperCase() && text.split(' ').length < 6 && !UNSPACED.test(text)
  )
}

/** A card's names may stand on the link itself, or inside it. */
function anchorsOf(block: HtmlElement): readonly HtmlElement[] {
  const around = closest(block, (element) => element.tagName === 'a')
  if (around && !CARD_NAMES.test(namesOf(block))) return []
  return around ? [around] : findElements(block, (element) => element.tagName === 'a')
}

interface Setting {
  readonly block: HtmlElement
  /** Titles are headings here: the other links are sections and authors, but for cards whose heading is no link. */
  readonly headed: boolean
  readonly where: Where
}

function candidateOf(anchor: HtmlElement, { block, headed, where }: Setting): Candidate | null {
  const url = articleAddress(anchor, where)
  if (url === null) return null
  const heading = headingOf(anchor, block) ?? cardHeading(anchor, block)
  const title = titleOf(heading ?? anchor)
  if (title === null || (headed && heading === null && title.length < LONG_TITLE)) return null
  const link = { title, teaser: teaserOf(anchor, title, block), url }
  return { link, told: heading !== null || isHeadline(title) }
}

function articleAddress(anchor: HtmlElement, { baseUrl, pageUrl }: Where): string | null {
  const url = linkAddress(attribute(anchor, 'href') ?? '', baseUrl)
  if (!url?.startsWith('http') || withoutFragment(url) === withoutFragment(pageUrl ?? '')) return null
  return isSectionPage(url) ? null : url
}

function withoutFragment(url: string): string {
  return url.split('#', 1)[0] ?? url
}

/** Front pages, sections, authors and tags are no articles. */
function isSectionPage(url: string): boolean {
  const { pathname, search } = new URL(url)
  if (pathname === '/' && search === '') return true
  return /^\/(?:tags?|topics?|category|categories|author|authors|autor|rubrik|thema|themen|section|user|profile|search|hub|people|experts?)\/[^/]*\/?$/i.test(
    pathname,
  )
}

/** The heading that is the link's own text, and no label above it. */
function headingOf(anchor: HtmlElement, block: HtmlElement): HtmlElement | null {
  const inside = findFirst(anchor, (element) => HEADING.test(element.tagName))
  const heading = inside ?? closest(anchor, (element) => element === block || HEADING.test(element.tagName))
  return heading !== null && heading !== block && isTitle(heading) ? heading : null
}

/** The unlinked heading of the card whose link says "read more", or shows only a picture. */
function cardHeading(anchor: HtmlElement, block: HtmlElement): HtmlElement | null {
  const said = textOf(anchor).replace(TRIMMED, '')
  if (said !== '' && !NOT_TITLE.test(said)) return null
  let level = 0
  for (let at = anchor.parentNode; isElement(at) && at !== block && level < CARD_LEVELS; at = at.parentNode) {
    if (holdsOtherLinks(at, anchor)) return null
    const heading = findFirst(at, (element) => HEADING.test(element.tagName) && isTitle(element))
    if (heading) return heading
    level++
  }
  return null
}

function isTitle(heading: HtmlElement): boolean {
  return titleOf(heading) !== null && !RELATED_HEADING.test(textOf(heading).replace(TRIMMED, ''))
}

function titleOf(element: HtmlElement): string | null {
  const inner = findFirst(element, (candidate) => HEADING.test(candidate.tagName))
  const title = textOf(inner ?? element)
    .replace(RELATED_LINE, '')
    .trim()
  const bare = title.replace(TRIMMED, '')
  const least = UNSPACED.test(title) ? 5 : 8
  if (bare.length < least || title.length > LONGEST_TITLE) return null
  return NOT_TITLE.test(bare) || RELATED_HEADING.test(bare) ? null : title
}

/** At least three words: shorter links are topics, sections, authors and buttons. */
function isHeadline(title: string): boolean {
  return UNSPACED.test(title) ? title.length >= 8 : title.length >= 16 && title.split(/\s+/).length >= 3
}

const FROM_ANYWHERE =
  /^.{0,40}(?:\blike\b|recommend|around the web|from the web|suggested|interess|gef[äa]llt|empfehl|puede interesar|d[ée]couvrir)/iu

/** Blocks that are named "related" but say that they are advertisements, or what is new or read most. */
const OTHER_LABEL =
  /^(?:anzeige|advertisement|sponsored|publicidad|publicité|реклама|reklama|newest|latest|recent|most (?:read|popular|viewed)|popular|trending|neueste|aktuellste|meistgelesen|beliebt|les plus lus|lo m[áa]s le[íi]do|m[áa]s le[íi]d|le pi[ùu] lette|najnowsze|najpopularniejsze|najczęściej)/iu

/** "You may like" is open to whoever pays: of such a block only the links to the page's own site count. */
function ownLinks(block: HtmlElement, told: readonly Candidate[], pageUrl: string | null): PageLink[] {
  const text = textOf(block).slice(0, 200)
  if (OTHER_LABEL.test(text)) return []
  const links = told.map(({ link }) => link)
  if (pageUrl === null || !FROM_ANYWHERE.test(text)) return links
  const home = siteOf(pageUrl)
  return links.filter(({ url }) => siteOf(url) === home)
}

/** The end of a host that its owner registers, as near as can be told without a list: "a.example.co.uk" -> "example.co.uk". */
function siteOf(url: string): string {
  const labels = new URL(url).hostname.split('.')
  const second = labels.at(-2) ?? ''
  return labels.slice(second.length <= 3 && labels.length > 2 ? -3 : -2).join('.')
}

/** The text of the link's own item beside its title: of the largest block around it that leads nowhere else. */
function teaserOf(anchor: HtmlElement, title: string, block: HtmlElement): string | null {
  let item = anchor
  for (let at = anchor.parentNode; isElement(at) && at !== block; at = at.parentNode) {
    if (holdsOtherLinks(at, anchor)) break
    item = at
  }
  const text = foldSpace(textOf(item).replace(title, ' '))
  return text.length >= 25 && text.length <= 600 ? text : null
}

function holdsOtherLinks(element: HtmlElement, anchor: HtmlElement): boolean {
  const href = attribute(anchor, 'href')
  return (
    findFirst(
      element,
      (inner) => inner.tagName === 'a' && attribute(inner, 'href') !== href && textOf(inner).length > 25,
    ) !== null
  )
}
