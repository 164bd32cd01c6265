/** Relative addresses within a feed's HTML made absolute, so that its base need not be carried further. Changes nothing else. */
import { absoluteUrl } from '../../contract/absolute-url'
import { decodeReferences } from './references'

const TAG = /<[a-z][^<>]*>/gi
const ATTRIBUTE =
  /(\s(?:href|src|poster|cite|action|background|longdesc|data-src|srcset|data-srcset)\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi
const HAS_SCHEME = /^(?:[a-z][a-z0-9+.-]*:|#|$)/i

/** `html` with addresses resolved against `base`; unchanged where `base` is unknown. Linear. */
export function absoluteHtml(html: string, base: string | null): string {
  if (base === null || !html.includes('=')) return html
  return html.replace(TAG, (tag) => tag.replace(ATTRIBUTE, (attribute) => resolveAttribute(attribute, base)))
}

function resolveAttribute(attribute: string, base: string): string {
  const equals = attribute.indexOf('=') + 1
  const name = attribute.slice(0, equals)
  const written = attribute
    .slice(equals)
    .trim()
    .replace(/^(["'])(.*)\1$/s, '$2')
  const resolved = /srcset/i.test(name) ? resolveSet(written, base) : resolve(written, base)
  return resolved === null
    ? attribute
    : `${name}"${resolved.replaceAll('&', '&amp;').replaceAll('"', '%22')}"`
}

/** Longer sets are no sets of pictures. Characters. */
const MAX_SET = 20_000

/** Null when there is nothing to change. */
function resolve(written: string, base: string): string | null {
  const value = decodeReferences(written).trim()
  return HAS_SCHEME.test(value) ? null : absoluteUrl(value, base)
}

/** `a.jpg 1x, b.jpg 2x`: commas within an address are followed by no blank (HTML, srcset attributes). */
function resolveSet(written: string, base: string): string | null {
  if (written.length > MAX_SET) return null
  const parts = decodeReferences(written).split(/,\s+/)
  let changed = false
  const resolved = parts.map((part) => {
    const [address = '', ...size] = part.trim().split(/\s+/)
    const absolute = HAS_SCHEME.test(address) ? null : absoluteUrl(address, base)
    if (absolute !== null) changed = true
    return [absolute ?? address, ...size].join(' ')
  })
  return changed ? resolved.join(', ') : null
}
