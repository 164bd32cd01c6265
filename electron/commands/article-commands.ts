/** `articles`, `article`, `search`, `mark`: reading what is on this disk. */
import type { ArticleRow, StatusChange } from '../../contract/article'
import { SNIPPET_END, SNIPPET_START, type ArticleQuery, type ArticleView } from '../../contract/article-query'
import { parseArticleId, type ArticleId } from '../../contract/article-id'
import { AppFailure } from '../app-failure'
import { WrongUse, wholeNumber, type Command } from './command'

/** Rows asked of the library at once. */
const PAGE = 500

const articles: Command = {
  usage: '[--feed ID] [--unread] [--starred] [--ready] [--limit N] [--after CURSOR]',
  summary: 'list articles, newest first',
  readsOnly: true,
  options: {
    feed: { type: 'string' },
    unread: { type: 'boolean' },
    starred: { type: 'boolean' },
    ready: { type: 'boolean' },
    limit: { type: 'string' },
    after: { type: 'string' },
  },
  operands: [0, 0],
  run: async ({ option, flag, engine, print, note }) => {
    const limit = wholeNumber('limit', option('limit'), Number.MAX_SAFE_INTEGER)
    const wanted = (['unread', 'starred', 'ready'] as const).filter((name) => flag(name))
    const query: ArticleQuery = {
      view: viewOf(wanted),
      feedId: option('feed') ?? null,
      folder: null,
      order: 'newest',
    }
    const library = await engine()
    let cursor = option('after') ?? null
    let left = limit
    do {
      const page = library.listArticles(query, cursor, Math.min(PAGE, left))
      for (const row of page.rows) {
        if (!wanted.every((name) => holds(row, name))) continue
        print(publicRow(row), `${row.articleId}  ${row.title}`)
        left--
      }
      cursor = page.next
    } while (cursor !== null && left > 0)
    if (cursor !== null) note(`more: --after ${cursor}`)
    return 0
  },
}

/** The library lists by one view; further conditions are checked on its rows. */
function viewOf(wanted: readonly ArticleView[]): ArticleView {
  return wanted[0] ?? 'all'
}

function holds(row: ArticleRow, view: ArticleView): boolean {
  if (view === 'unread') return !row.status.read
  if (view === 'starred') return row.status.starred
  return row.ready
}

/** The fields that `docs/cli.md` promises, no more. */
function publicRow(row: ArticleRow): object {
  const { articleId, feedId, title, url, published, author, status, readiness } = row
  return { articleId, feedId, title, url, published, author, status, readiness }
}

const article: Command = {
  usage: 'ID',
  summary: 'print the whole of an article',
  readsOnly: true,
  operands: [1, 1],
  run: async ({ operands: [id = ''], engine, print }) => {
    const detail = await (await engine()).article(articleIdOf(id))
    const { byline, section, updated, lead, html, text, keyPoints, images, related } = detail
    const { comments, versions, highlights } = detail
    print(
      {
        ...publicRow(detail),
        byline,
        section,
        updated,
        lead,
        html,
        text,
        keyPoints,
        images: images.map(({ url, media, caption, credit, width, height }) => ({
          url,
          media,
          caption,
          credit,
          width,
          height,
        })),
        related,
        comments,
        versions,
        highlights,
      },
      `${detail.title}\n\n${keyPoints.map((point) => `• ${point.text}\n`).join('')}\n${text}`,
    )
    return 0
  },
}

const search: Command = {
  usage: 'QUERY [--limit N]',
  summary: 'find articles by their words',
  readsOnly: true,
  options: { limit: { type: 'string' } },
  operands: [1],
  run: async ({ operands, option, engine, print }) => {
    const limit = wholeNumber('limit', option('limit'), 50)
    const { hits } = await (await engine()).search(operands.join(' '), limit, { whole: true })
    for (const hit of hits) {
      const { articleId, title, feedId, published, score } = hit
      const snippet = (hit.snippet ?? '').replaceAll(SNIPPET_START, '').replaceAll(SNIPPET_END, '')
      print(
        { articleId, title, feedId, published, score, snippet },
        `${articleId}  ${title}\n    ${snippet.replace(/\s+/g, ' ')}`,
      )
    }
    return 0
  },
}

const CHANGES: Readonly<Record<string, StatusChange>> = {
  read: { read: true },
  unread: { read: false },
  star: { starred: true },
  unstar: { starred: false },
  save: { saved: true },
  unsave: { saved: false },
}

const mark: Command = {
  usage: 'ID... --read|--unread|--star|--unstar|--save|--unsave',
  summary: 'change the status of articles',
  options: Object.fromEntries(Object.keys(CHANGES).map((name) => [name, { type: 'boolean' as const }])),
  operands: [1],
  run: async ({ operands, flag, engine, print }) => {
    const wanted = Object.entries(CHANGES).filter(([name]) => flag(name))
    if (wanted.length === 0) throw new WrongUse('mark wants one of --' + Object.keys(CHANGES).join(', --'))
    const change: StatusChange = Object.assign({}, ...wanted.map(([, value]) => value)) as StatusChange
    const changed = await (await engine()).mark(operands.map(articleIdOf), change)
    print({ changed: changed.length }, `${String(changed.length)} changed`)
    return 0
  },
}

/** An article's name from the command line, or the error that says so. */
export function articleIdOf(text: string): ArticleId {
  const id = parseArticleId(text)
  if (!id)
    throw new AppFailure(
      'no_article',
      `"${text}" is not the name of an article; list them with: offprint articles`,
    )
  return id
}

export const ARTICLE_COMMANDS = { articles, article, search, mark }
