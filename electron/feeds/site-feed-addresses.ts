/**
 * Special cases, quarantined here: sites with feeds at addresses of their own which their pages do not, or not always, name.
 * Each case is a site's public and documented address.
 */

type SiteRule = (page: URL) => readonly string[]

const RULES: readonly SiteRule[] = [
  youtube,
  reddit,
  github,
  gitlab,
  bluesky,
  mastodon,
  medium,
  substack,
  tumblr,
  vimeo,
  stackExchange,
  codeberg,
  wikipedia,
]

/** Feeds of a page of a known site; empty for all others. */
export function siteFeedAddresses(page: URL): readonly string[] {
  for (const rule of RULES) {
    const found = rule(page)
    if (found.length > 0) return found
  }
  return []
}

const isHost = (page: URL, host: string): boolean =>
  page.hostname === host || page.hostname.endsWith(`.${host}`)
const parts = (page: URL): readonly string[] => page.pathname.split('/').filter((part) => part !== '')

/** Channels by id and playlists. A `@handle` page names its feed in a link element, so it is not guessed. */
function youtube(page: URL): readonly string[] {
  if (!isHost(page, 'youtube.com')) return []
  const feed = 'https://www.youtube.com/feeds/videos.xml'
  const playlist = page.searchParams.get('list')
  const [kind, id] = parts(page)
  if (playlist !== null) return [`${feed}?playlist_id=${encodeURIComponent(playlist)}`]
  if (kind === 'channel' && id !== undefined) return [`${feed}?channel_id=${encodeURIComponent(id)}`]
  if (kind === 'user' && id !== undefined) return [`${feed}?user=${encodeURIComponent(id)}`]
  return []
}

function reddit(page: URL): readonly string[] {
  if (!isHost(page, 'reddit.com')) return []
  const path = page.pathname.replace(/(?<!\/)\/+$/, '').replace(/\.rss$/, '')
  return [`https://www.reddit.com${path}/.rss`]
}

/** Releases, tags and commits of a repository; what a person does. */
function github(page: URL): readonly string[] {
  if (page.hostname !== 'github.com') return []
  const [owner, name, section, branch] = parts(page)
  if (owner === undefined) return []
  if (name === undefined) return [`https://github.com/${owner}.atom`]
  const home = `https://github.com/${owner}/${name.replace(/\.git$/, '')}`
  if (section === 'commits') return [`${home}/commits${branch === undefined ? '' : `/${branch}`}.atom`]
  const feeds = [`${home}/releases.atom`, `${home}/tags.atom`, `${home}/commits.atom`]
  return section === 'tags'
    ? [`${home}/tags.atom`, ...feeds.filter((one) => !one.endsWith('tags.atom'))]
    : feeds
}

function gitlab(page: URL): readonly string[] {
  if (page.hostname !== 'gitlab.com') return []
  const [owner, name] = parts(page)
  if (owner === undefined || name === undefined) return []
  return [
    `https://gitlab.com/${owner}/${name}/-/tags?format=atom`,
    `https://gitlab.com/${owner}/${name}.atom`,
  ]
}

function codeberg(page: URL): readonly string[] {
  if (page.hostname !== 'codeberg.org') return []
  const [owner, name] = parts(page)
  if (owner === undefined) return []
  return name === undefined
    ? [`https://codeberg.org/${owner}.rss`]
    : [`https://codeberg.org/${owner}/${name}/releases.rss`, `https://codeberg.org/${owner}/${name}.rss`]
}

function bluesky(page: URL): readonly string[] {
  if (page.hostname !== 'bsky.app')
    return page.hostname.endsWith('.bsky.social') ? [`https://bsky.app/profile/${page.hostname}/rss`] : []
  const [kind, name] = parts(page)
  return kind === 'profile' && name !== undefined ? [`https://bsky.app/profile/${name}/rss`] : []
}

/** Mastodon and its kin on any host: `/@user`, `/users/user`, also a single post of theirs. */
function mastodon(page: URL): readonly string[] {
  if (
    /(?:^|\.)(?:medium\.com|youtube\.com|tiktok\.com|threads\.net|substack\.com|flipboard\.com)$/.test(
      page.hostname,
    )
  )
    return []
  const user =
    /^\/@([\w.-]+)(?:\/\d+)?\/?$/.exec(page.pathname)?.[1] ??
    /^\/users\/([\w.-]+)\/?$/.exec(page.pathname)?.[1]
  return user === undefined ? [] : [`${page.origin}/@${user}.rss`]
}

function medium(page: URL): readonly string[] {
  if (!isHost(page, 'medium.com')) return []
  if (page.hostname !== 'medium.com' && page.hostname !== 'www.medium.com') return [`${page.origin}/feed`]
  const [name] = parts(page)
  return name === undefined ? [] : [`https://medium.com/feed/${name}`]
}

function substack(page: URL): readonly string[] {
  return page.hostname.endsWith('.substack.com') ? [`${page.origin}/feed`] : []
}

function tumblr(page: URL): readonly string[] {
  if (!isHost(page, 'tumblr.com')) return []
  const [name] = parts(page)
  const blog =
    page.hostname === 'www.tumblr.com' || page.hostname === 'tumblr.com' ? name : page.hostname.split('.')[0]
  return blog === undefined ? [] : [`https://${blog}.tumblr.com/rss`]
}

function vimeo(page: URL): readonly string[] {
  const [name] = parts(page)
  return isHost(page, 'vimeo.com') && name !== undefined && !/^\d+$/.test(name)
    ? [`https://vimeo.com/${name}/videos/rss`]
    : []
}

function stackExchange(page: URL): readonly string[] {
  if (!isHost(page, 'stackexchange.com') && !isHost(page, 'stackoverflow.com')) return []
  const tag = /^\/questions\/tagged\/([^/?]+)/.exec(page.pathname)?.[1]
  return tag === undefined ? [`${page.origin}/feeds`] : [`${page.origin}/feeds/tag/${tag}`]
}

/** The history of an article. */
function wikipedia(page: URL): readonly string[] {
  const title = isHost(page, 'wikipedia.org') ? /^\/wiki\/(.+)$/.exec(page.pathname)?.[1] : undefined
  return title === undefined ? [] : [`${page.origin}/w/index.php?title=${title}&action=history&feed=atom`]
}
