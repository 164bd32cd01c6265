/** Writes articles into a file of the reader's choice: as a page, a book or Markdown, with the pictures that are on this disk. */
import { writeFile } from 'node:fs/promises'
import type { ArticleId } from '../../contract/article-id'
import type { ArticleFormat } from '../../contract/bridge'
import { AppFailure } from '../app-failure'
import { bookFiles } from '../exports/article-epub'
import { articlesHtml } from '../exports/article-html'
import { articlesMarkdown } from '../exports/article-markdown'
import { fileNameOf, pictureNames, type SavedArticle, type SavedPicture } from '../exports/saved-article'
import { ZipWriter } from '../library/zip-write'
import type { EngineFacade } from './engine-facade'
import type { FileDialogs } from './file-dialogs'
import { readRegularFile } from './read-regular-file'
import { MEDIA_HOST, MEDIA_SCHEME, mediaName } from './served-file'

export interface ArticleSaving {
  readonly engine: Pick<EngineFacade, 'article' | 'mediaFile'>
  readonly dialogs: Pick<FileDialogs, 'chooseTarget'>
  readonly now: () => Date
}

/** Null when the reader closed the dialog; a file that cannot be written is an AppFailure. */
export async function saveArticles(
  { engine, dialogs, now }: ArticleSaving,
  articleIds: readonly ArticleId[],
  format: ArticleFormat,
): Promise<{ readonly articles: number; readonly file: string } | null> {
  const articles = await Promise.all(articleIds.map((articleId) => engine.article(articleId)))
  const [first] = articles
  if (!first) return null
  const name = articles.length === 1 ? first.title : `Offprint ${now().toISOString().slice(0, 10)}`
  const file = await dialogs.chooseTarget('Save article', fileNameOf(name, format))
  if (file === null) return null
  const pictures = format === 'md' ? new Map<string, SavedPicture>() : await readPictures(engine, articles)
  try {
    await writeFile(file, bytesOf(articles, pictures, { format, now: now() }))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new AppFailure(
      'disk',
      `The article could not be written to ${file} (${why}); choose another place.`,
    )
  }
  return { articles: articles.length, file }
}

function bytesOf(
  articles: readonly SavedArticle[],
  pictures: ReadonlyMap<string, SavedPicture>,
  { format, now }: { readonly format: ArticleFormat; readonly now: Date },
): string | Buffer {
  if (format === 'md') return articlesMarkdown(articles)
  if (format === 'html') return articlesHtml(articles, pictures)
  const zip = new ZipWriter(now)
  const pieces = bookFiles(articles, pictures, now).map(({ name, bytes, compress }) =>
    zip.file(name, bytes, compress),
  )
  return Buffer.concat([...pieces, zip.end()])
}

/** One after the other: an article may have a hundred, and nothing waits for them but this file. */
async function readPictures(
  engine: ArticleSaving['engine'],
  articles: readonly SavedArticle[],
): Promise<ReadonlyMap<string, SavedPicture>> {
  const pictures = new Map<string, SavedPicture>()
  for (const name of new Set(articles.flatMap(({ html }) => pictureNames(html)))) {
    const type = mediaName(`${MEDIA_SCHEME}://${MEDIA_HOST}/${name}`)?.contentType
    const path = engine.mediaFile(name)
    const bytes = path === null ? null : await readRegularFile(path)
    if (bytes && type !== undefined) pictures.set(name, { name, type, bytes: Buffer.from(bytes) })
  }
  return pictures
}
