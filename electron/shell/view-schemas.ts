/**
 * What a window shows, as it comes from the window and from the file it is kept in: both ends are outside. In zod's small form, which
 * loads in a third of the time: a start reads that file before its first window stands.
 */
import * as z from 'zod/mini'
import { parseArticleId, type ArticleId } from '../../contract/article-id'
import type { ArticleQuery } from '../../contract/article-query'
import { MOST_POSITIONS, type KeptView } from '../../contract/kept-view'

/** Of feeds, and so of folders. */
export const MOST_FEEDS = 20_000

export const articleId: z.ZodMiniType<ArticleId> = z.pipe(
  z.string().check(z.length(32)),
  z.transform((text, context): ArticleId => {
    const id = parseArticleId(text)
    if (id) return id
    context.issues.push({ code: 'custom', message: 'not an article id', input: text })
    return z.NEVER
  }),
)
export const id = z.string().check(z.minLength(1), z.maxLength(200))
export const folder = z.readonly(
  z.array(z.string().check(z.minLength(1), z.maxLength(500))).check(z.maxLength(20)),
)

export const query: z.ZodMiniType<ArticleQuery> = z.strictObject({
  view: z.enum(['all', 'today', 'unread', 'starred', 'saved', 'highlighted', 'ready', 'edition']),
  feedId: z.nullable(id),
  folder: z.nullable(folder),
  order: z.enum(['newest', 'oldest']),
})

export const keptView: z.ZodMiniType<KeptView> = z.strictObject({
  query,
  middle: z.enum(['articles', 'highlights']),
  pane: z.enum(['sidebar', 'list', 'reader']),
  selectedId: z.nullable(articleId),
  openId: z.nullable(articleId),
  listPlace: z.nullable(
    z.strictObject({
      articleIds: listOf(articleId, 100),
      offset: z.number().check(z.gte(-10_000), z.lte(10_000)),
    }),
  ),
  closedFolders: listOf(z.string().check(z.maxLength(10_000)), MOST_FEEDS),
  positions: listOf(
    z.readonly(z.tuple([articleId, z.number().check(z.gte(0), z.lte(100_000_000))])),
    MOST_POSITIONS,
  ),
})

function listOf<T>(item: z.ZodMiniType<T>, most: number) {
  return z.readonly(z.array(item).check(z.maxLength(most)))
}
