/** Every way a server can be bad, together in one sync with honest feeds: each ends in time with a sentence, nobody else is harmed. */
import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LoopbackServer } from '../../support/loopback-server'
import { startLoopbackServer } from '../../support/loopback-server'
import type { SyncBench } from '../../support/sync-bench'
import { prose, rss, startSyncBench } from '../../support/sync-bench'

const LIMITS = { connectMs: 1000, firstByteMs: 1000, idleMs: 800, totalMs: 3000, maxBytes: 2_000_000 }
const CHUNK = Buffer.alloc(64 * 1024, 'x')
/** 64 MB behind a few thousand bytes. */
const BOMB = gzipSync(Buffer.concat([Buffer.from('<rss version="2.0"><channel><title>'), Buffer.alloc(64e6)]))
const LAUGHS = Array.from(
  { length: 9 },
  (_, n) => `<!ENTITY l${String(n + 1)} "${`&l${String(n)};`.repeat(10)}">`,
).join('')

let bench: SyncBench
let other: LoopbackServer

beforeEach(async () => {
  bench = await startSyncBench({ limits: LIMITS })
  other = await startLoopbackServer()
})
afterEach(async () => {
  await other.stop()
  await bench.stop()
})

/** Writes for as long as anybody listens. */
function flood(response: ServerResponse, most: number): null {
  response.writeHead(200, { 'Content-Type': 'application/rss+xml' })
  let sent = 0
  const pump = (): void => {
    while (sent < most && !response.destroyed) {
      sent += CHUNK.length
      if (!response.write(CHUNK)) {
        response.once('drain', pump)
        return
      }
    }
    response.end()
  }
  pump()
  return null
}

function drip(response: ServerResponse): null {
  response.writeHead(200, { 'Content-Type': 'application/rss+xml' })
  const timer = setInterval(() => response.write(' '), 50)
  response.once('close', () => {
    clearInterval(timer)
  })
  return null
}

function addHostileFeeds(): void {
  const { server, library } = bench
  server.on('/flood', (_request, response) => flood(response, 50e6))
  server.on('/drip', (_request, response) => drip(response))
  server.on('/silent', () => null)
  server.on('/bomb', { headers: { 'Content-Encoding': 'gzip' }, body: BOMB })
  server.on('/loop', { status: 302, headers: { Location: '/loop2' } })
  server.on('/loop2', { status: 302, headers: { Location: '/loop' } })
  server.on('/gone', { status: 410 })
  server.on('/charset', {
    headers: { 'Content-Type': 'text/xml; charset=utf-8' },
    // "Привет" in windows-1251, called UTF-8 by server and document.
    body: Buffer.from(
      rss('Charset', [{ title: 'TITLE', html: prose(60) }]).replace(
        'TITLE',
        '\xcf\xf0\xe8\xe2\xe5\xf2, \xf7\xe8\xf2\xe0\xf2\xe5\xeb\xfc',
      ),
      'latin1',
    ),
  })
  server.on('/xxe', {
    body: rss('Outside', [{ title: 'Title &secret;', html: prose(60) }]).replace(
      '?>',
      `?><!DOCTYPE rss [<!ENTITY secret SYSTEM "${server.origin}/secret"><!ENTITY file SYSTEM "file:///etc/hostname">]>`,
    ),
  })
  server.on('/laughs', {
    body: rss('Laughs', [{ title: 'Title &l9;', html: prose(60) }]).replace(
      '?>',
      `?><!DOCTYPE rss [<!ENTITY l0 "ha">${LAUGHS}]>`,
    ),
  })
  for (const name of ['flood', 'drip', 'silent', 'bomb', 'loop', 'gone', 'charset', 'xxe', 'laughs'])
    library.addFeed(`${server.origin}/${name}`, { feedId: name })
}

function addHonestFeeds(): void {
  for (const n of [1, 2, 3]) {
    other.on(`/${String(n)}`, {
      body: rss(`Honest ${String(n)}`, [
        { title: `Article ${String(n)}`, html: prose(200, `n${String(n)}`) },
      ]),
    })
    bench.library.addFeed(`${other.origin}/${String(n)}`, { feedId: `honest${String(n)}` })
  }
}

describe('a sync among bad servers', () => {
  it('ends each in its time with a sentence, and brings the honest feeds whole', async () => {
    addHostileFeeds()
    addHonestFeeds()
    const summary = await bench.sync()
    const of = (feedId: string) => summary.results.find((result) => result.feedId === feedId)
    expect(of('flood')).toMatchObject({ code: 'too_large' })
    expect(of('drip')).toMatchObject({ code: 'timeout' })
    expect(of('silent')).toMatchObject({ code: 'timeout' })
    expect(of('bomb')).toMatchObject({ code: 'too_large' })
    expect(of('loop')).toMatchObject({ code: 'too_many_redirects' })
    expect(of('gone')).toMatchObject({ code: 'gone', status: 410 })
    for (const { code, message } of summary.results)
      if (code !== 'ok') expect(message).toMatch(/^.{20,300}[.]$/)
    for (const n of [1, 2, 3]) {
      expect(of(`honest${String(n)}`)).toMatchObject({ code: 'ok', newArticles: 1 })
      expect(bench.library.titled(`Article ${String(n)}`)).toMatchObject({
        pending: false,
        readiness: { text: 'feed' },
      })
    }
    // What came in is bounded by the limits, whatever was sent.
    expect(summary.bytes).toBeLessThan(2 * LIMITS.maxBytes)
  })

  it('reads what is only wrongly labelled, and fetches and inflates nothing that a document names', async () => {
    addHostileFeeds()
    await bench.sync({ feedIds: ['charset', 'xxe', 'laughs'] })
    expect(bench.library.titled('Привет, читатель').feedId).toBe('charset')
    expect(bench.server.asked('/secret')).toEqual([])
    for (const { title } of bench.library.articles.values()) expect(title.length).toBeLessThan(2000)
  })
})
