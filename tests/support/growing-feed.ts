/** A feed that has more articles each time a test says so, each with a picture and a page of its own. */
import { pngPicture } from './site/png-picture'
import type { ExtraFile } from './site/news-site'

export interface GrowingFeed {
  readonly path: string
  /** Files by path, to be given to the news site; grows in place. */
  readonly files: Record<string, ExtraFile>
  /** Titles of all articles so far. */
  readonly titles: readonly string[]
  grow(count: number): void
}

export function growingFeed(): GrowingFeed {
  const path = '/growing.rss'
  const files: Record<string, ExtraFile> = {}
  const titles: string[] = []
  const grow = (count: number): void => {
    for (let left = count; left > 0; left--) {
      const number = titles.length + 1
      titles.push(`Report number ${String(number)}`)
      files[`/grown/${String(number)}.html`] = { contentType: 'text/html; charset=utf-8', body: page(number) }
      files[`/grown/${String(number)}.png`] = {
        contentType: 'image/png',
        body: pngPicture(number, { width: 320, height: 200 }),
      }
    }
    files[path] = { contentType: 'application/rss+xml', body: feed(titles) }
  }
  return { path, files, titles, grow }
}

function feed(titles: readonly string[]): string {
  const items = titles.map((title, index) => {
    const number = String(index + 1)
    const date = new Date(Date.UTC(2024, 2, 1, 0, index)).toUTCString()
    return `<item><title>${title}</title><guid isPermaLink="false">grown-${number}</guid><link>/grown/${number}.html</link><pubDate>${date}</pubDate><description>Short.</description></item>`
  })
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Growing</title><link>/</link>${items.reverse().join('')}</channel></rss>`
}

function page(number: number): string {
  const sentences = ['harbour', 'market', 'valley', 'station', 'library'].map(
    (place) =>
      `<p>Report ${String(number)} was written at the ${place}, where the reporter spent the whole morning, spoke with everybody who had time, and wrote down what they said as exactly as the wind allowed.</p>`,
  )
  return `<!doctype html><html lang="en"><head><title>Report number ${String(number)}</title></head><body><article><h1>Report number ${String(number)}</h1><p><img src="/grown/${String(number)}.png" alt="A picture" width="320" height="200"></p>${sentences.join('')}</article></body></html>`
}
