/** The tasks themselves, as functions: the worker thread calls them, and so may anything that has no need of a thread. */
import { extractArticle } from '../articles/extract-article'
import { joinPages } from '../articles/join-pages'
import { prepareFeedHtml } from '../articles/prepare-feed-html'
import { versionChange } from '../articles/version-change'
import { decodeBytes } from '../feeds/decode-bytes'
import { discoverFeeds } from '../feeds/discover-feeds'
import { parseOpml } from '../feeds/opml'
import { parseFeed } from '../feeds/parse-feed'
import { previewFeed } from '../feeds/preview-feed'
import { findHyphens } from '../hyphenation/find-hyphens'
import { readHighlightFile } from '../highlights/read-file'
import type { Tasks } from './tasks'

export const TASKS: { readonly [N in keyof Tasks]: Tasks[N] } = {
  'parse-feed': ({ bytes, contentType, url }) => {
    const { text } = decodeBytes(bytes, { contentType })
    return parseFeed(text, { url, contentType })
  },
  'preview-feed': async ({ bytes, contentType, url, now }) => {
    const { text } = decodeBytes(bytes, { contentType })
    const parsed = await parseFeed(text, { url, contentType })
    return parsed.ok ? { ok: true, feed: parsed.feed, preview: previewFeed(parsed, { url, now }) } : parsed
  },
  'extract-page': ({ bytes, contentType, url }) => {
    const { text } = decodeBytes(bytes, { contentType })
    return Promise.resolve(extractArticle(text, { url }))
  },
  'join-pages': ({ pages, options }) => Promise.resolve(joinPages(pages, options)),
  'prepare-feed-html': (inputs) => Promise.resolve(inputs.map(prepareFeedHtml)),
  'compare-version': (texts) => Promise.resolve(versionChange(texts)),
  'find-hyphens': (input) => Promise.resolve(findHyphens(input)),
  'read-highlights': (bytes) => Promise.resolve(readHighlightFile(new TextDecoder().decode(bytes))),
  'read-opml': (bytes) => Promise.resolve(parseOpml(decodeBytes(bytes, { contentType: null }).text)),
  'discover-feeds': ({ bytes, contentType, url }) => {
    const { text } = decodeBytes(bytes, { contentType })
    return Promise.resolve(discoverFeeds(text, url))
  },
}
