/** The number that an address gives to one page of an article in several pages: `?page=2`, `/2/`, `/seite-2`, `news_2.html`. */
import { linkAddress } from './clean-address'

/** One way to read an address: what is left without the number, and the number; null where the address has none. */
export interface NumberedAddress {
  readonly base: string
  readonly number: number | null
}

const PARAMETER =
  /^(?:page|p|pg|pag|pagina|página|seite|strona|sida|side|sivu|pageno|page_?no|page_?num(?:ber)?|paged|current_?page)$/i
const WORD = '(?:page|seite|pagina|strona|sida|side|sivu|p|pg|pag)'
const SEGMENT = new RegExp(`/(?:${WORD}[-/_]?)?(\\d{1,2})$`, 'i')
const MARKED_TAIL = new RegExp(`[-_,;](?:${WORD}|n?pack)[-_,]?(\\d{1,2})$`, 'i')
/** A bare number at the end counts before an extension only: blogs give "title-2" to another article. */
const BARE_TAIL = /[-_,](\d{1,2})$/
const EXTENSION = /\.(?:s?html?|php|aspx?|jsp)$/i
/** Lists of articles have pages too. */
const LISTING =
  /^\/(?:[a-z]{2}\/)?(?:categor(?:y|ies)|tags?|topics?|themen?|authors?|autor(?:en)?|search|archives?|archiv)(?:\/|$)/i
/** Comments below an article are counted in pages as well. */
const COMMENTS = /^#(?:comments?|kommentare?|commentaires?|respond|disqus)/i

/** Every way to read `address`, the whole of it first; none for what is no article's address. Never throws. */
export function numberedReadings(address: string): readonly NumberedAddress[] {
  const clean = linkAddress(address, null)
  if (!clean?.startsWith('http')) return []
  const url = new URL(clean)
  if (COMMENTS.test(url.hash)) return []
  const path = url.pathname.replace(/(?<!\/)\/+$/, '')
  if (LISTING.test(path) || (path === '' && withoutNumber(url).length === 0)) return []
  const place = url.host.replace(/^www\./, '') + path.replace(EXTENSION, '')
  return [
    { base: `${place}?${queryOf([...url.searchParams])}`, number: null },
    ...byParameter(url, place),
    ...byPath(place, { query: queryOf([...url.searchParams]), extended: EXTENSION.test(path) }),
  ]
}

function byParameter(url: URL, place: string): NumberedAddress[] {
  const base = `${place}?${queryOf(withoutNumber(url))}`
  const numbers = [...url.searchParams].filter(
    ([name, value]) => PARAMETER.test(name) && /^\d{1,2}$/.test(value),
  )
  return numbers.map(([, value]) => ({ base, number: Number(value) }))
}

function byPath(
  place: string,
  { query, extended }: { readonly query: string; readonly extended: boolean },
): NumberedAddress[] {
  const readings: NumberedAddress[] = []
  for (const pattern of extended ? [SEGMENT, MARKED_TAIL, BARE_TAIL] : [SEGMENT, MARKED_TAIL]) {
    const found = pattern.exec(place)
    const base = found && place.slice(0, found.index).replace(EXTENSION, '')
    if (base) readings.push({ base: `${base}?${query}`, number: Number(found[1]) })
  }
  return readings
}

function withoutNumber(url: URL): readonly (readonly [string, string])[] {
  return [...url.searchParams].filter(([name]) => !PARAMETER.test(name))
}

function queryOf(parameters: readonly (readonly [string, string])[]): string {
  return parameters.map((pair) => pair.join('=')).join('&')
}
