/** A library on which copying, marking and writing last: highlights with long notes, and many small files. Without an index. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  articleIdOf,
  hastyDisk,
  NOON,
  openLibrary,
  sampleArticles,
  sampleBody,
  sampleFeed,
} from '../unit/library/sample-library'

export const MARKED_ARTICLES = 1000
/** As a reader of programs pastes them; Markdown has much to escape in them. */
const NOTE = 'if (a < b) return <p>{a}</p>\n'.repeat(700)
/** Each is read, and written, for itself. */
const SMALL_FILES = 12_000

export async function makeMarkedLibrary(folder: string): Promise<void> {
  const library = await openLibrary(folder, { disk: hastyDisk })
  await library.changeSettings({ firstRunDone: true, syncOnLaunch: false, syncIntervalMinutes: 0 })
  await library.addFeed(sampleFeed('marked', { title: 'Marked' }))
  const articles = sampleArticles('marked', MARKED_ARTICLES)
  for (const { articleId } of articles) await library.saveBody(sampleBody(articleId))
  await library.saveArticles('marked', articles)
  for (const { articleId } of articles) {
    const { text } = sampleBody(articleId).body
    await library.saveHighlight({
      highlightId: `own-${articleId}`,
      articleId,
      quote: text.slice(0, 20),
      prefix: '',
      suffix: text.slice(20, 60),
      start: 0,
      end: 20,
      color: 'yellow',
      note: NOTE,
      created: NOON.toISOString(),
      updated: NOON.toISOString(),
      anchor: 'exact',
    })
  }
  await library.close()
  for (let number = 0; number < SMALL_FILES; number++) {
    const name = articleIdOf(`small ${String(number)}`)
    mkdirSync(join(folder, 'bodies', name.slice(0, 2)), { recursive: true })
    writeFileSync(join(folder, 'bodies', name.slice(0, 2), `${name}.body`), 'of no article any more')
  }
}

/** An export in JSON of other highlights in the same articles. */
export function otherHighlights(perArticle: number): string {
  const articles = sampleArticles('marked', MARKED_ARTICLES).map(({ articleId, title, url }) => ({
    articleId,
    title,
    url,
    highlights: Array.from({ length: perArticle }, (_, at) => ({
      highlightId: `other-${String(at)}-${articleId}`,
      quote: sampleBody(articleId).body.text.slice(21, 50),
      prefix: '',
      suffix: '',
      note: null,
      color: 'green',
      start: 21,
      end: 50,
      created: new Date(NOON.getTime() + at).toISOString(),
      updated: NOON.toISOString(),
      anchor: 'exact',
    })),
  }))
  return JSON.stringify(articles)
}
