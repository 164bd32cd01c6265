/** Writes articles into a file of the reader's choice: as a page, a book or Markdown, with the pictures that are on this disk. */
import type { ArticleId } from '../../contract/article-id'
import type { ArticleFormat } from '../../contract/bridge'
import { AppFailure } from '../app-failure'
import { cancelledWork, type Steps } from '../engine/long-works'
import { Book, type BookFile } from '../exports/article-epub'
import { articleSection, pageAround } from '../exports/article-html'
import { articleMarkdown } from '../exports/article-markdown'
import { fileNameOf } from '../exports/file-name'
import { pictureNames, type SavedArticle, type SavedPicture } from '../exports/saved-article'
import { ZipWriter } from '../library/zip-write'
import type { EngineFacade } from './engine-facade'
import type { FileDialogs } from './file-dialogs'
import { readRegularFile } from './read-regular-file'
import { MEDIA_HOST, MEDIA_SCHEME, mediaName } from './served-file'
import { writeExport } from './write-export'

export interface ArticleSaving {
  readonly engine: Pick<EngineFacade, 'article' | 'mediaFile'> & {
    readonly works: Pick<EngineFacade['works'], 'run'>
  }
  readonly dialogs: Pick<FileDialogs, 'chooseTarget'>
  readonly now: () => Date
}

type Pieces = AsyncGenerator<string | Buffer, void, undefined>

/** Null when the reader closed the dialog; a file that cannot be written is an AppFailure, so is the reader's ending it (`cancelled`). */
export async function saveArticles(
  saving: ArticleSaving,
  articleIds: readonly ArticleId[],
  format: ArticleFormat,
): Promise<{ readonly articles: number; readonly file: string } | null> {
  const { engine, dialogs, now } = saving
  const [firstId] = articleIds
  if (firstId === undefined) return null
  const first = await engine.article(firstId)
  const name = articleIds.length === 1 ? first.title : `Offprint ${now().toISOString().slice(0, 10)}`
  const file = await dialogs.chooseTarget('Save article', fileNameOf(name, format))
  if (file === null) return null
  await engine.works.run('save-articles', async (steps) => {
    const articles = eachArticle(engine, articleIds, steps)
    const around = pageAround(first, articleIds.length)
    await writeExport(file, piecesOf(saving, articles, { format, around })).catch((error: unknown) => {
      if (error instanceof AppFailure) throw error
      const why = error instanceof Error ? error.message : String(error)
      throw new AppFailure(
        'disk',
        `The article could not be written to ${file} (${why}); choose another place.`,
      )
    })
  })
  return { articles: articleIds.length, file }
}

/** Read one after the other, so that a hundred articles with their pictures are never in memory at once. */
async function* eachArticle(
  engine: ArticleSaving['engine'],
  articleIds: readonly ArticleId[],
  steps: Steps,
): AsyncGenerator<SavedArticle, void, undefined> {
  for (const [at, articleId] of articleIds.entries()) {
    if (!(await steps.next())) throw cancelledWork()
    const article = await engine.article(articleId)
    steps.tell(at, articleIds.length, article.title)
    yield article
  }
}

interface Wanted {
  readonly format: ArticleFormat
  readonly around: readonly [string, string]
}

async function* piecesOf(
  { engine, now }: ArticleSaving,
  articles: AsyncGenerator<SavedArticle>,
  { format, around }: Wanted,
): Pieces {
  if (format === 'epub') return yield* bookPieces(engine, articles, now())
  const [head, tail] = format === 'html' ? around : ['', '']
  yield head
  let between = ''
  for await (const article of articles) {
    if (format === 'html') yield articleSection(article, await readPictures(engine, article))
    else yield between + articleMarkdown(article)
    between = '\n'
  }
  yield tail
}

async function* bookPieces(
  engine: ArticleSaving['engine'],
  articles: AsyncGenerator<SavedArticle>,
  now: Date,
): Pieces {
  const zip = new ZipWriter(now)
  const book = new Book()
  const zipped = (files: readonly BookFile[]): readonly Buffer[] =>
    files.map(({ name, bytes, compress }) => zip.file(name, bytes, compress))
  yield* zipped(book.begin())
  for await (const article of articles) yield* zipped(book.add(article, await readPictures(engine, article)))
  yield* zipped(book.end(now))
  yield zip.end()
}

async function readPictures(
  engine: ArticleSaving['engine'],
  { html }: SavedArticle,
): Promise<ReadonlyMap<string, SavedPicture>> {
  const pictures = new Map<string, SavedPicture>()
  for (const name of pictureNames(html)) {
    const type = mediaName(`${MEDIA_SCHEME}://${MEDIA_HOST}/${name}`)?.contentType
    const path = engine.mediaFile(name)
    const bytes = path === null ? null : await readRegularFile(path)
    if (bytes && type !== undefined) pictures.set(name, { name, type, bytes: Buffer.from(bytes) })
  }
  return pictures
}
