/** Absolute http(s) addresses, serialised by the URL parser; the only kind that feeds, pages and links may carry. */

declare const brand: unique symbol
export type AbsoluteUrl = string & { readonly [brand]: 'AbsoluteUrl' }

/** Resolves `text` against `base`; null for anything that does not end up as http or https. Never throws. */
export function absoluteUrl(text: string | null | undefined, base?: string | null): AbsoluteUrl | null {
  if (!text) return null
  try {
    const url = new URL(text.trim(), base ?? undefined)
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
    return url.href as AbsoluteUrl
  } catch {
    // Not an address at all: feeds are full of these, and the caller decides what a missing one means.
    return null
  }
}
