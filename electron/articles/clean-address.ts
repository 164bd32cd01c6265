/** Addresses of links and pictures as they are stored: absolute, of a harmless scheme, without what follows the reader about. */
import { absoluteUrl } from '../../contract/absolute-url'
import { LINK_SCHEMES, PIXEL_ADDRESS, TRACKING_PARAMETERS } from './safe-html-policy'

const TRACKING_NAMES = new Set(TRACKING_PARAMETERS.filter((name) => !name.endsWith('*')))
const TRACKING_STARTS = TRACKING_PARAMETERS.filter((name) => name.endsWith('*')).map((name) =>
  name.slice(0, -1),
)

/** Longer addresses are data, not places; every store and every list would carry them. */
const LONGEST = 4000

/** The address of a link, or null. `onTracking` hears of each parameter that was taken out. Never throws. */
export function linkAddress(
  text: string,
  baseUrl: string | null,
  onTracking?: (name: string) => void,
): string | null {
  if (text.length > LONGEST) return null
  let url: URL
  try {
    url = baseUrl === null ? new URL(text.trim()) : new URL(text.trim(), baseUrl)
  } catch {
    // Not an address: the link's text stays, the link goes.
    return null
  }
  if (!LINK_SCHEMES.has(url.protocol)) return null
  const address = url.protocol === 'mailto:' ? url.href : withoutTracking(url, onTracking)
  return address.length > LONGEST ? null : address
}

/** The absolute http(s) address of a picture, or null for anything else. */
export function pictureAddress(text: string, baseUrl: string | null): string | null {
  if (text.length > LONGEST) return null
  const url = absoluteUrl(text, baseUrl)
  return url !== null && url.length <= LONGEST && new URL(url).pathname !== '/' ? url : null
}

export function isPixelAddress(url: string): boolean {
  return PIXEL_ADDRESS.test(url)
}

function withoutTracking(url: URL, onTracking?: (name: string) => void): string {
  if (url.search === '') return url.href
  const names = [...new Set(url.searchParams.keys())].filter(isTracking)
  // Untouched addresses keep their spelling: URLSearchParams writes the whole query anew.
  if (names.length === 0) return url.href
  for (const name of names) {
    onTracking?.(name)
    url.searchParams.delete(name)
  }
  return url.href
}

function isTracking(name: string): boolean {
  const lower = name.toLowerCase()
  return TRACKING_NAMES.has(lower) || TRACKING_STARTS.some((start) => lower.startsWith(start))
}
