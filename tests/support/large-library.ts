/** A library large enough for work on it to last: thousands of short articles, and a feed of very long ones. Without an index. */
import type { SafeHtml } from '../../contract/safe-html'
import {
  hastyDisk,
  openLibrary,
  sampleArticles,
  sampleBody,
  sampleFeed,
} from '../unit/library/sample-library'

export const SHORT_ARTICLES = 4000
export const LONG_ARTICLES = 60

export async function makeLargeLibrary(folder: string): Promise<void> {
  const library = await openLibrary(folder, { disk: hastyDisk })
  await library.changeSettings({ firstRunDone: true, syncOnLaunch: false, syncIntervalMinutes: 0 })
  const paragraph = `<p>${'The ferry went out once more before the storm. '.repeat(12)}</p>`
  const html = paragraph.repeat(600) as SafeHtml
  const feeds = [
    { feedId: 'short', title: 'Short notes', count: SHORT_ARTICLES, body: sampleBody },
    {
      feedId: 'long',
      title: 'Long reads',
      count: LONG_ARTICLES,
      body: (articleId: Parameters<typeof sampleBody>[0]) => {
        const short = sampleBody(articleId)
        return { ...short, body: { ...short.body, html } }
      },
    },
  ]
  for (const { feedId, title, count, body } of feeds) {
    await library.addFeed(sampleFeed(feedId, { title }))
    const articles = sampleArticles(feedId, count)
    for (const { articleId } of articles) await library.saveBody(body(articleId))
    await library.saveArticles(feedId, articles)
  }
  await library.close()
}
