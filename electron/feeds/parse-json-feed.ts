/** JSON Feed 1.0 and 1.1 (jsonfeed.org), taken as it comes: numbers for ids, missing versions, items that are no objects. */
import { absoluteUrl } from '../../contract/absolute-url'
import { finishFeed } from './finish-feed'
import type { ParsedEnclosure, ParsedFeedResult } from './parsed-feed'
import type { RawItem, RawText } from './raw-item'

/** As many as the readers of XML take. */
const MAX_ITEMS = 20_000
/** Larger documents are not mended when they are broken. Characters. */
const MAX_MENDED = 2_000_000

type Json = Readonly<Record<string, unknown>>

/** `text` begins with `{` or `[`. A document that says it is something else, or holds no list of items, is no feed. */
export function parseJsonFeed(text: string, url: string | null): ParsedFeedResult {
  const json = readJson(text)
  const feed = Array.isArray(json) ? { items: json } : isObject(json) ? json : null
  if (!feed)
    return { ok: false, error: { code: 'bad_feed', message: 'The document begins like JSON but is broken.' } }
  const version = string(feed['version'])
  const claims = version?.includes('jsonfeed') ?? false
  if (!claims && !looksLikeItems(feed['items'])) {
    return { ok: false, error: { code: 'not_a_feed', message: 'The document is JSON, but no JSON Feed.' } }
  }
  const items = list(feed['items']).slice(0, MAX_ITEMS).filter(isObject)
  const warnings =
    list(feed['items']).length > items.length
      ? ['Some items are no objects, or one too many, and were left out.']
      : []
  const finished = finishFeed(
    {
      title: plain(feed['title']),
      description: plain(feed['description']),
      rights: null,
      link: address(feed['home_page_url'], url),
      selfUrl: address(feed['feed_url'], url),
      language: string(feed['language']),
      authors: authors(feed),
      published: [],
      updated: [],
      image: address(feed['icon'], url) ?? address(feed['favicon'], url),
      generator: null,
      categories: [],
      pace: null,
      items: items.map((item) => rawItem(item, feed, url)),
    },
    url,
  )
  return { ok: true, format: 'json', ...finished, warnings }
}

function rawItem(item: Json, feed: Json, url: string | null): RawItem {
  const html = string(item['content_html'])
  const content =
    html === null ? plain(item['content_text']) : { value: html, kind: 'html' as const, base: null }
  const own = authors(item)
  const links = [address(item['url'], url), address(item['external_url'], url)].filter(
    (link) => link !== null,
  )
  return {
    guid: string(item['id']) ?? string(item['guid']),
    links,
    title: plain(item['title']),
    summary: plain(item['summary']),
    content,
    authors: own.length > 0 ? own : authors(feed),
    published: strings(item['date_published']),
    updated: strings(item['date_modified']),
    categories: list(item['tags'])
      .map(string)
      .filter((tag) => tag !== null),
    enclosures: list(item['attachments'])
      .filter(isObject)
      .map((one) => attachment(one, url))
      .filter((one) => one !== null),
    image: address(item['image'], url) ?? address(item['banner_image'], url),
    commentsUrl: address(item['comments_url'], url),
    commentsFeedUrl: null,
    commentCount: null,
  }
}

function attachment(json: Json, base: string | null): ParsedEnclosure | null {
  const url = address(json['url'], base)
  const size = Number(json['size_in_bytes'])
  return url === null
    ? null
    : { url, type: string(json['mime_type']), length: Number.isSafeInteger(size) && size > 0 ? size : null }
}

/** 1.1 has `authors`, 1.0 has `author`. */
function authors(json: Json): readonly string[] {
  const people = [...list(json['authors']), json['author']]
  return people
    .map((one) => (isObject(one) ? (string(one['name']) ?? string(one['url'])) : string(one)))
    .filter((name) => name !== null)
}

/** JSON, with what people leave in it by mistake: a comma before the end of a list, raw controls in strings. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Broken: tried once more below, with the usual faults mended.
    if (text.length > MAX_MENDED) return null
  }
  try {
    return JSON.parse(
      text
        .replace(/\p{Cc}+/gu, ' ')
        .replace(/,(?=\s*[\]}])/g, '')
        .trim(),
    )
  } catch {
    // The caller says that it is broken.
    return null
  }
}

function looksLikeItems(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.some(
      (item) =>
        isObject(item) &&
        ('url' in item ||
          'content_html' in item ||
          'content_text' in item ||
          ('id' in item && 'title' in item)),
    )
  )
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const strings = (value: unknown): readonly string[] => {
  const text = string(value)
  return text === null ? [] : [text]
}

function string(value: unknown): string | null {
  const text = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
  return text.trim() === '' ? null : text
}

function plain(value: unknown): RawText | null {
  const text = string(value)
  return text === null ? null : { value: text, kind: 'text', base: null }
}

const address = (value: unknown, base: string | null): string | null => absoluteUrl(string(value), base)
