// A process of its own with one server a feed, so that neither its work nor its memory is counted: tells its parent their ports, ends with it.
import { createServer } from 'node:http'
import { gzipSync } from 'node:zlib'

const [feeds, articles, latency] = process.argv.slice(2).map(Number)
const words = 'the harbour council met again on the long street while boats waited under grey weather'.split(
  ' ',
)
const prose = (seed) =>
  Array.from({ length: 650 }, (_, n) =>
    n % 9 === 0 ? `w${(seed * 31 + n * 7) % 4000}` : words[(seed + n) % words.length],
  ).join(' ')

function feedOf(feed) {
  const item = (n) =>
    `<item><title>Article ${feed}-${n}</title><guid isPermaLink="false">b:${feed}:${n}</guid>` +
    `<pubDate>${new Date(Date.UTC(2026, 0, 1) - (n * feeds + feed) * 60_000).toUTCString()}</pubDate>` +
    `<description><![CDATA[<p>${prose(feed * articles + n)}</p>]]></description></item>`
  const items = Array.from({ length: articles }, (_, n) => item(n)).join('')
  return gzipSync(
    `<?xml version="1.0"?><rss version="2.0"><channel><title>Feed ${feed}</title>${items}</channel></rss>`,
  )
}

/** One port a feed, so that each is a host of its own. */
async function serve(feed) {
  const body = feedOf(feed)
  const server = createServer((request, response) => {
    setTimeout(() => {
      const known = request.headers['if-none-match'] === '"1"'
      response.writeHead(known ? 304 : 200, { ETag: '"1"', 'Content-Encoding': 'gzip' })
      response.end(known ? undefined : body)
    }, latency)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server.address().port
}

process.send(await Promise.all(Array.from({ length: feeds }, (_, feed) => serve(feed))))
process.once('disconnect', () => process.exit(0))
