/**
 * The next page of an article in several pages. Whatever the page calls "next" must have this page's own address, but for
 * its number: so the next article, the pages of its comments and of an archive are never taken for it.
 */
import { absoluteUrl } from '../../contract/absolute-url'
import type { HtmlElement, HtmlParent } from './html-tree'
import { numberedReadings, type NumberedAddress } from './page-number'
import { attribute, closest, eachElement, namesOf, textOf } from './walk-html'

const NEXT_TEXT =
  /^(?:next(?: page)?|go to next page|continue(?: reading)?|page (\d+)|(\d+)|weiter(?:lesen)?|n[äa]chste(?: seite)?|auf der n[äa]chsten seite.*|seite (\d+)|(?:page )?suivante?|lire la suite|siguiente(?: p[áa]gina)?|p[áa]gina siguiente|pr[óo]xima(?: p[áa]gina)?|pagina successiva|successiva|avanti|volgende(?: pagina)?|n[æa]sta|neste(?: side)?|n[äa]sta(?: sida)?|seuraava|nast[ęe]pna(?: strona)?|dalej|dal[šs]í|ďalej|následující|далее|следующая(?: страница)?|наступна|επόμενη|sonraki(?: sayfa)?|berikutnya|selanjutnya|trang sau|التالي(?:ة)?|הבא|次へ|次の?ページ(?:へ)?|下一[页頁]|다음(?: 페이지)?)$/iu
const ARROWS = /^[\s«»‹›<>→▶►▸·|…-]+|[\s«»‹›<>→▶►▸·|…-]+$/gu
const ARROW_ALONE = /^\s*(?:»|›|>{1,2}|→|▶|►|▸)\s*$/u
const ELSEWHERE = /comment|respond|replies|disqus|related|archive-|gallery-nav-posts/
const LONGEST_TEXT = 60
/** Anchors looked at; more make a page that wants to keep us busy. */
const MOST_ANCHORS = 5000

/** Where a page may be read again by other means than its own address; all absolute. */
export interface PageAddresses {
  /** The address it was read at, or what it says of itself. Null: nothing can be told. */
  readonly url: string | null
  /** Its own word for its address (rel=canonical); the same article under another name. */
  readonly canonical: string | null
  readonly baseUrl: string | null
}

/** Absolute http(s) address of the page that follows in the same article, or null. Changes nothing. Never throws. */
export function nextPageAddress(tree: HtmlParent, { url, canonical, baseUrl }: PageAddresses): string | null {
  if (url === null) return null
  const here = readingsOf(url, canonical)
  if (here.length === 0) return null
  const stated: string[] = []
  const shown: string[] = []
  const first = new Set<string>()
  let anchors = 0
  eachElement(tree, (element) => {
    const isLink = element.tagName === 'link'
    if ((!isLink && element.tagName !== 'a') || anchors++ > MOST_ANCHORS) return true
    const address = absoluteUrl(attribute(element, 'href'), baseUrl ?? url)
    if (address === null) return true
    if (isNextRelation(element)) stated.push(address)
    else if (!isLink) {
      if (saysNext(element)) shown.push(address)
      for (const { base, number } of numberedReadings(address)) if ((number ?? 1) < 2) first.add(base)
    }
    return true
  })
  return [...stated, ...shown].find((address) => follows(address, here, first)) ?? null
}

function readingsOf(url: string, canonical: string | null): readonly NumberedAddress[] {
  const own = numberedReadings(url)
  // On a later page the canonical address may be that of the first one.
  if (canonical === null || own.some(({ number }) => number !== null && number > 1)) return own
  return [...own, ...numberedReadings(canonical)]
}

/** One base, and the number after this page's. From the second page on, the first must be linked too: "/5" may be an article's own number. */
function follows(address: string, here: readonly NumberedAddress[], first: ReadonlySet<string>): boolean {
  return numberedReadings(address).some((there) =>
    here.some((own) => {
      if (there.base !== own.base || there.number === null) return false
      if (own.number === null) return there.number === 2 || there.number === 1
      return there.number === own.number + 1 && (own.number < 2 || first.has(own.base))
    }),
  )
}

function isNextRelation(element: HtmlElement): boolean {
  return /(?:^|\s)next(?:\s|$)/i.test(attribute(element, 'rel') ?? '')
}

function saysNext(anchor: HtmlElement): boolean {
  const text = textOf(anchor)
  if (text.length > LONGEST_TEXT) return false
  const words = [text, attribute(anchor, 'aria-label') ?? '', attribute(anchor, 'title') ?? '']
  const next = ARROW_ALONE.test(text) || words.some((word) => isNextLabel(word.replace(ARROWS, '')))
  return next && closest(anchor, isElsewhere) === null
}

/** Words for "next", or a number that is not the first page's. */
function isNextLabel(label: string): boolean {
  const found = NEXT_TEXT.exec(label)
  return found !== null && Number(found[1] ?? found[2] ?? found[3] ?? 2) >= 2
}

function isElsewhere(element: HtmlElement): boolean {
  return element.tagName !== 'body' && element.tagName !== 'html' && ELSEWHERE.test(namesOf(element))
}
