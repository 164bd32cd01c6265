/** Addresses worth trying when a page names no feed, and what people type where an address is asked for. Guesses only. */
import { absoluteUrl } from '../../contract/absolute-url'
import { siteFeedAddresses } from './site-feed-addresses'

/** Where blogs and their programs keep their feeds, most usual first. */
const USUAL_PATHS = [
  'feed/',
  'feed.xml',
  'rss.xml',
  'atom.xml',
  'index.xml',
  'rss',
  'feed.json',
  '?feed=rss2',
]
const FEED_SCHEME = /^(?:feed|rss|pcast|itpc|podcast):(?:\/\/)?/i
/** Numbers and names without a dot speak http at home. */
const LOCAL_HOST =
  /^(?:localhost|\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:]+\]|[\w-]+(?:\.(?:local|lan|home|internal))?)(?::\d+)?$/i
const SCHEME = /^[a-z][a-z0-9+.-]*:/i

/** Addresses to try one after the other, those of known sites first; empty for what is no web address. */
export function guessFeedAddresses(url: string): readonly string[] {
  const page = absoluteUrl(url)
  if (page === null) return []
  const special = siteFeedAddresses(new URL(page))
  if (special.length > 0) return special
  const parsed = new URL(page)
  const folder = new URL('./', page).href
  const roots = [
    ...new Set([
      parsed.pathname.endsWith('/') ? page.replace(/[?#].*$/, '') : `${page.replace(/[?#].*$/, '')}/`,
      folder,
      `${parsed.origin}/`,
    ]),
  ]
  return [...new Set(roots.flatMap((root) => USUAL_PATHS.map((path) => new URL(path, root).href)))]
}

/**
 * What was typed or pasted as an address: blanks and angle brackets off, `feed:` undone, `@user@host` and `user.bsky.social` as
 * profiles, a missing scheme as https (http for numbers and local names). Null when it cannot be an address.
 */
export function normaliseTypedAddress(text: string): string | null {
  const typed = text
    .trim()
    .replace(/^<(.*)>$/, '$1')
    .replace(/^(["'])(.*)\1$/, '$2')
    .trim()
  if (typed === '' || /\s/.test(typed)) return null
  return fediverseProfile(typed) ?? webAddress(typed.replace(FEED_SCHEME, ''))
}

/** `@user@host`, as Mastodon and its kin write themselves; without the first `@` it looks like mail, which no feed is. */
function fediverseProfile(typed: string): string | null {
  const match = /^@?([\w.-]+)@([\w-]+(?:\.[\w-]+)+)$/.exec(typed)
  return match && absoluteUrl(`https://${match[2] ?? ''}/@${match[1] ?? ''}`)
}

function webAddress(typed: string): string | null {
  if (/^https?:/i.test(typed)) return absoluteUrl(typed.replace(/^(https?:)\/*/i, '$1//'))
  const plain = typed.replace(/^\/\//, '')
  const host = /^[^/?#]*/.exec(plain)?.[0] ?? ''
  if (SCHEME.test(plain) && !/:\d{1,5}$/.test(host)) return null
  if (LOCAL_HOST.test(host)) return absoluteUrl(`http://${plain}`)
  return /\.[\p{L}\d-]{2,}(?::\d+)?$/u.test(host) ? absoluteUrl(`https://${plain}`) : null
}
