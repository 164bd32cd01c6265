/** Which addresses may leave Offprint for another program. Pure. */

const SCHEMES = new Set(['http:', 'https:', 'mailto:'])
// Some desktops pass addresses through a command line with a limit.
const MAX_LENGTH = 8_000

/** Serialised anew by the URL parser, or null: other scheme, credentials inside, control characters, not an address. */
export function externalAddress(text: string): string | null {
  try {
    const url = new URL(text)
    if (!SCHEMES.has(url.protocol)) return null
    if (url.username !== '' || url.password !== '') return null
    if (url.protocol !== 'mailto:' && url.hostname === '') return null
    return url.href.length <= MAX_LENGTH ? url.href : null
  } catch {
    // Not an address: refused like any other that we do not know.
    return null
  }
}
