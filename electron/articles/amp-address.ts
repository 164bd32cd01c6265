/** The plain version (AMP) that a page names of itself: the text is often there where the page shows none without its scripts. */
import { absoluteUrl } from '../../contract/absolute-url'
import type { PageMeta } from './page-meta'

/** Absolute http(s) address other than the page's own, or null. Never throws. */
export function ampAddress(
  meta: PageMeta,
  { url, baseUrl }: { readonly url: string | null; readonly baseUrl: string | null },
): string | null {
  const address = absoluteUrl(meta.link('amphtml'), baseUrl)
  return address === null || withoutFragment(address) === withoutFragment(url ?? '') ? null : address
}

function withoutFragment(address: string): string {
  return address.split('#', 1)[0] ?? address
}
