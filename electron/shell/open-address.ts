/** What the desktop hands us (second start, file association, link): read into one of five wishes, everything else is ignored. */
import { isAbsolute, resolve } from 'node:path'
import { absoluteUrl } from '../../contract/absolute-url'
import { parseArticleId, type ArticleId } from '../../contract/article-id'

export type OpenWish =
  | { readonly kind: 'feed'; readonly address: string }
  | { readonly kind: 'article'; readonly articleId: ArticleId }
  | { readonly kind: 'opml'; readonly file: string }
  | { readonly kind: 'sync' }
  | { readonly kind: 'window' }

/** Only the program's own arguments can say these: no link is ever spelt so. */
export const SYNC_WISH = '--sync'
export const WINDOW_WISH = '--new-window'

/** `text` is an argument or an opened address; relative files count from `cwd`. Null for what we do not open. */
export function readOpenWish(text: string, cwd: string): OpenWish | null {
  if (text === SYNC_WISH) return { kind: 'sync' }
  if (text === WINDOW_WISH) return { kind: 'window' }
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(text)?.[1]?.toLowerCase()
  if (scheme === 'feed') return feedWish(text.slice('feed:'.length))
  if (scheme === 'http' || scheme === 'https') return feedWish(text)
  if (scheme === 'offprint') return offprintWish(text)
  // A drive letter is one character and so no scheme here; any other scheme (file:, javascript:) is not for us.
  if (scheme === undefined && /\.(opml|xml)$/i.test(text)) {
    return { kind: 'opml', file: isAbsolute(text) ? text : resolve(cwd, text) }
  }
  return null
}

/** Both spellings are in use: `feed:https://…` around a whole address, and `feed://…` in place of http. */
function feedWish(rest: string): OpenWish | null {
  const address = absoluteUrl(rest.startsWith('//') ? `http:${rest}` : rest)
  return address ? { kind: 'feed', address } : null
}

function offprintWish(text: string): OpenWish | null {
  const url = parse(text)
  if (!url) return null
  const way = `${url.host}${url.pathname}`.split('/').filter((part) => part !== '')
  const [what, name] = way
  if (what === 'article' && way.length === 2) {
    const articleId = parseArticleId(name ?? '')
    return articleId ? { kind: 'article', articleId } : null
  }
  if (what === 'add' && way.length === 1) return feedWish(url.searchParams.get('url') ?? '')
  return null
}

function parse(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    // A broken link opens nothing.
    return null
  }
}
