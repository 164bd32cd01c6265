/** The public checklist for feed readers (rachelbythebay.com/frb), item by item, against a server that logs what it was asked. */
import type { IncomingMessage } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FeedCredentials } from '../../../electron/engine/feed-credentials'
import type { HttpClientOptions } from '../../../electron/sync/http-client'
import { startLoopbackServer } from '../../support/loopback-server'
import type { SyncBench } from '../../support/sync-bench'
import { page, prose, rss, startSyncBench } from '../../support/sync-bench'

let bench: SyncBench
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const modified = 'Sat, 28 Feb 2026 12:00:00 GMT'
const feed = (n = 1) => rss('Feed', [{ title: `Article ${n}`, html: prose(200, `n${n}`) }])

beforeEach(async () => {
  bench = await startSyncBench()
  bench.library.addFeed(`${bench.server.origin}/feed`)
})
afterEach(async () => {
  await bench.stop()
})

const serve = (answer: Parameters<SyncBench['server']['on']>[1]) => bench.server.on('/feed', answer)
const asked = () => bench.server.asked('/feed')
const state = () => bench.library.syncState('feed1')
/** Codes of the passes, one a pass. */
const code = async (options: Parameters<SyncBench['sync']>[0] = {}) =>
  (await bench.sync(options)).results[0]?.code

describe('conditional requests', () => {
  it('asks the first time without any condition', async () => {
    serve({ body: feed() })
    await bench.sync()
    expect(asked()[0]?.headers).not.toHaveProperty('if-none-match')
    expect(asked()[0]?.headers).not.toHaveProperty('if-modified-since')
    expect(asked()[0]?.path).toBe('/feed')
  })

  it('sends ETag and Last-Modified back as a pair, exactly as they came', async () => {
    serve({ headers: { ETag: 'W/"x y"', 'Last-Modified': modified }, body: feed() })
    await bench.sync()
    await bench.sync()
    expect(asked()[1]?.headers).toMatchObject({ 'if-none-match': 'W/"x y"', 'if-modified-since': modified })
  })

  it('replaces the pair as a whole when a new answer has only one of the two', async () => {
    serve({ headers: { ETag: '"1"', 'Last-Modified': modified }, body: feed(1) })
    await bench.sync()
    serve({ headers: { ETag: '"2"' }, body: feed(2) })
    await bench.sync()
    await bench.sync()
    expect(asked()[2]?.headers['if-none-match']).toBe('"2"')
    expect(asked()[2]?.headers).not.toHaveProperty('if-modified-since')
  })

  it('keeps the pair through a 304 and drops it eight days after it was got', async () => {
    serve({ headers: { ETag: '"1"' }, body: feed() })
    await bench.sync()
    serve({ status: 304 })
    bench.time += 5 * day
    expect(await code()).toBe('not_modified')
    bench.time += 2 * day
    expect(await code()).toBe('not_modified')
    expect(asked()[2]?.headers['if-none-match']).toBe('"1"')
    bench.time += 2 * day
    await bench.sync()
    expect(asked()[3]?.headers).not.toHaveProperty('if-none-match')
  })

  it('keeps the pair of the last good answer through an error', async () => {
    serve({ headers: { ETag: '"1"' }, body: feed() })
    await bench.sync()
    serve({ status: 500, headers: { ETag: '"error"' } })
    await bench.sync()
    await bench.sync({ force: true })
    expect(asked()[2]?.headers['if-none-match']).toBe('"1"')
  })

  it('sends the condition along a redirect', async () => {
    serve({ status: 302, headers: { Location: '/real' } })
    bench.server.on('/real', { headers: { ETag: '"r"' }, body: feed() })
    await bench.sync()
    await bench.sync()
    expect(bench.server.asked('/real')[1]?.headers['if-none-match']).toBe('"r"')
  })

  it('asks for the whole when the library holds nothing of the feed', async () => {
    serve({ headers: { ETag: '"1"' }, body: feed() })
    await bench.sync()
    bench.library.articles.clear()
    expect(await code()).toBe('ok')
    expect(asked()[1]?.headers).not.toHaveProperty('if-none-match')
    expect(bench.library.articles.size).toBe(1)
  })

  it('does not parse a body that is the same as last time', async () => {
    serve({ body: feed() })
    await bench.sync()
    const ports = bench.ports()
    const parsed: string[] = []
    const tasks: typeof ports.tasks = {
      run: (name, input, options) => {
        parsed.push(name)
        return ports.tasks.run(name, input, options)
      },
    }
    const summary = await bench.sync({}, { tasks })
    expect(summary.results[0]?.code).toBe('unchanged')
    expect(summary.ok).toBe(1)
    expect(parsed).toEqual([])
  })
})

describe('pace', () => {
  it('does not come back before max-age is over, and not later than a day for a year of it', async () => {
    serve({ headers: { 'Cache-Control': 'max-age=31536000' }, body: feed() })
    await bench.sync()
    bench.time += 23 * hour
    expect(await code()).toBe('skipped')
    bench.time += 2 * hour
    expect(await code()).not.toBe('skipped')
    expect(asked()).toHaveLength(2)
  })

  it('honours Expires', async () => {
    serve({
      headers: { Expires: 'Sun, 01 Mar 2026 09:00:00 GMT', Date: 'Sun, 01 Mar 2026 08:00:00 GMT' },
      body: feed(),
    })
    await bench.sync()
    bench.time += 59 * minute
    expect(await code()).toBe('skipped')
    bench.time += 2 * minute
    expect(await code()).toBe('unchanged')
  })

  it('honours the max-age of a 304', async () => {
    serve({ headers: { ETag: '"1"' }, body: feed() })
    await bench.sync()
    serve({ status: 304, headers: { 'Cache-Control': 'max-age=1800' } })
    await bench.sync()
    expect(await code()).toBe('skipped')
  })

  it('keeps the gap of a pass that nobody asked for', async () => {
    serve({ body: feed() })
    await bench.sync({ gapMs: hour })
    bench.time += 30 * minute
    expect(await code({ gapMs: hour })).toBe('skipped')
    expect(await code()).toBe('unchanged')
  })

  it('lets the reader ask before the time', async () => {
    serve({ headers: { 'Cache-Control': 'max-age=3600' }, body: feed() })
    await bench.sync()
    expect(await code({ force: true })).toBe('unchanged')
  })

  it('counts a skipped feed as skipped and says until when', async () => {
    serve({ headers: { 'Cache-Control': 'max-age=3600' }, body: feed() })
    await bench.sync()
    const summary = await bench.sync()
    expect(summary).toMatchObject({ feeds: 1, skipped: 1, failed: 0 })
    expect(summary.results[0]?.message).toBe(
      'Its server says that nothing changes before 2026-03-01T09:00:00.000Z.',
    )
  })
})

describe('trouble', () => {
  it.each([
    [429, '1200', 20 * minute],
    [503, 'Sun, 01 Mar 2026 08:20:00 GMT', 20 * minute],
  ])('comes back after a %s only when Retry-After %s is over', async (status, value, wait) => {
    serve({ status, headers: { 'Retry-After': value } })
    expect(await code()).toBe('busy')
    bench.time += wait - minute
    expect(await code()).toBe('skipped')
    expect(await code({ force: true })).toBe('busy')
    expect(asked()).toHaveLength(1)
    bench.restart()
    expect(await code()).toBe('skipped')
    bench.time += 2 * minute
    serve({ body: feed() })
    expect(await code()).toBe('ok')
  })

  it('leaves the other feeds of a host alone that asked for it', async () => {
    bench.library.addFeed(`${bench.server.origin}/second`)
    serve({ status: 429, headers: { 'Retry-After': '600' } })
    await bench.sync({ feedIds: ['feed1'] })
    const summary = await bench.sync({ feedIds: ['feed2'] })
    expect(summary.results[0]).toMatchObject({ code: 'busy', status: null })
    expect(bench.server.asked('/second')).toHaveLength(0)
  })

  it('waits longer after each failure in a row and begins anew after a success', async () => {
    serve({ status: 500 })
    const waits: number[] = []
    for (let n = 0; n < 4; n++) {
      expect(await code()).toBe('http_error')
      waits.push((Date.parse(state()?.nextDue ?? '') - bench.time) / minute)
      expect(await code()).toBe('skipped')
      bench.time = Date.parse(state()?.nextDue ?? '') + 1
    }
    expect(waits).toEqual([5, 10, 20, 40])
    serve({ body: feed() })
    expect(await code()).toBe('ok')
    expect(state()).toMatchObject({ failures: 0, nextDue: null, lastMessage: null })
  })

  it('does not hammer a feed that is not found', async () => {
    serve({ status: 404 })
    await bench.sync()
    expect(Date.parse(state()?.nextDue ?? '') - bench.time).toBe(hour)
  })

  it('stops at a 410 for good, says so, and asks again only when the reader does', async () => {
    serve({ status: 410 })
    const summary = await bench.sync()
    expect(summary.results[0]).toMatchObject({ code: 'gone', status: 410 })
    expect(summary.results[0]?.message).toContain('gone for good')
    bench.time += 300 * day
    expect(await code()).toBe('skipped')
    expect(asked()).toHaveLength(1)
    serve({ body: feed() })
    expect(await code({ force: true })).toBe('ok')
    expect(state()?.stopped).toBe(false)
  })
})

describe('a feed that wants a password', () => {
  const locked = (request: IncomingMessage) =>
    request.headers.authorization === `Basic ${Buffer.from('ann:secret').toString('base64')}`
      ? { body: feed() }
      : { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="Members"' } }
  const logins = new FeedCredentials(null)
  const withLogins: Partial<HttpClientOptions> = {
    authorization: (origin) => logins.authorization(origin),
    challenged: (address, origin) => {
      logins.noteChallenge(address, origin)
    },
  }
  const said = async () => (await bench.sync({ force: true })).results[0]
  const host = () => bench.server.origin.replace('http://', '')

  beforeEach(async () => {
    await logins.set(`${bench.server.origin}/feed`, null)
    bench.restart(withLogins)
    serve(locked)
  })

  it('says so, and what to do', async () => {
    expect(await said()).toMatchObject({
      code: 'unauthorized',
      status: 401,
      message: `${host()} needs a user name and password; enter them to read this feed.`,
    })
  })

  it('gets it, with every question, once the reader gave it', async () => {
    await logins.set(`${bench.server.origin}/feed`, { user: 'ann', password: 'secret' })
    expect(await said()).toMatchObject({ code: 'ok' })
    expect(bench.library.articles.size).toBe(1)
  })

  it('tells a wrong password from a missing one', async () => {
    await logins.set(`${bench.server.origin}/feed`, { user: 'ann', password: 'wrong' })
    expect((await said())?.message).toBe(`${host()} refused the user name and password; enter them again.`)
  })

  it.each([
    [undefined, 'wants a sign-in that only its web page can do (401)'],
    ['Bearer realm="x"', 'of the kind "Bearer" (401), which Offprint does not know'],
  ])('is not asked for a password that it cannot take: %s', async (wants, words) => {
    serve({ status: 401, headers: wants === undefined ? {} : { 'WWW-Authenticate': wants } })
    expect(await said()).toMatchObject({
      code: 'unauthorized',
      message: expect.stringContaining(words) as string,
    })
  })

  it('never has it sent to another host or port that it leads to, and names the one that wants it', async () => {
    const other = await startLoopbackServer({ '/feed': locked })
    try {
      await logins.set(`${bench.server.origin}/feed`, { user: 'ann', password: 'secret' })
      serve({ status: 302, headers: { Location: `${other.origin}/feed` } })
      bench.library.addFeed(`${other.origin}/mine`, { feedId: 'opens-the-port' })
      expect((await bench.sync({ feedIds: ['feed1'], force: true })).results[0]?.message).toContain(
        other.origin.replace('http://', ''),
      )
      expect(asked()[0]?.headers.authorization).toBeDefined()
      expect(other.log.map(({ headers }) => headers.authorization)).toEqual([undefined])
      expect(logins.facts(`${bench.server.origin}/feed`).origin).toBe(other.origin)
    } finally {
      await other.stop()
    }
  })
})

describe('a feed with an interval of its own', () => {
  const gaps = { gapMs: 5 * minute }

  it('is not visited before it by a pass that nobody asked for, and is by one that the reader did', async () => {
    bench.library.addFeed(`${bench.server.origin}/feed`, { feedId: 'feed1', intervalMinutes: 360 })
    serve({ body: feed() })
    await bench.sync(gaps)
    bench.time += 5 * hour
    expect(await code(gaps)).toBe('skipped')
    expect(await code()).toBe('unchanged')
    bench.time += 6 * hour
    expect(await code(gaps)).toBe('unchanged')
  })
})

describe('moves', () => {
  const movesTo = (target: string, status = 301) => {
    serve({ status, headers: { Location: target } })
  }
  const url = () => bench.library.feed('feed1')?.url.replace(bench.server.origin, '')

  it.each([301, 308])('believes a %s after two answers that agree', async (status) => {
    bench.server.on('/new', { body: feed() })
    movesTo('/new', status)
    await bench.sync()
    expect(url()).toBe('/feed')
    await bench.sync()
    expect(url()).toBe('/new')
    await bench.sync()
    expect(asked()).toHaveLength(2)
    expect(bench.library.feed('feed1')?.typedUrl).toBe(`${bench.server.origin}/feed`)
  })

  it.each([302, 303, 307])('follows a %s each time and remembers nothing', async (status) => {
    bench.server.on('/new', { body: feed() })
    movesTo('/new', status)
    for (let n = 0; n < 3; n++) await bench.sync()
    expect(url()).toBe('/feed')
    expect(asked()).toHaveLength(3)
  })

  it('begins to count anew when two answers disagree', async () => {
    for (const path of ['/a', '/b']) bench.server.on(path, { body: feed() })
    for (const target of ['/a', '/b', '/a']) {
      movesTo(target)
      await bench.sync()
    }
    expect(url()).toBe('/feed')
    await bench.sync()
    expect(url()).toBe('/a')
  })

  it('goes only as far as the move is permanent', async () => {
    bench.server.on('/a', { status: 302, headers: { Location: '/b' } })
    bench.server.on('/b', { body: feed() })
    movesTo('/a')
    await bench.sync()
    await bench.sync()
    expect(url()).toBe('/a')
  })

  it('does not move to an error', async () => {
    movesTo('/nowhere')
    await bench.sync({ force: true })
    await bench.sync({ force: true })
    expect(url()).toBe('/feed')
  })

  it('does not move onto another feed of the reader', async () => {
    bench.library.addFeed(`${bench.server.origin}/new`)
    bench.server.on('/new', { body: feed() })
    movesTo('/new')
    await bench.sync()
    await bench.sync()
    expect(url()).toBe('/feed')
  })
})

describe('a network that wants a sign-in', () => {
  it('stores nothing of a page that stands where a feed was, and blames nobody', async () => {
    serve({ headers: { ETag: '"1"' }, body: feed() })
    await bench.sync()
    const before = state()
    serve({ headers: { 'Content-Type': 'text/html' }, body: page('Hotel Wi-Fi') })
    bench.library.writes.length = 0
    const summary = await bench.sync()
    expect(summary.results[0]).toMatchObject({ code: 'captive_portal' })
    expect(summary.results[0]?.message).toContain('sign in')
    expect(bench.library.writes).toEqual(['state feed1'])
    expect(state()).toMatchObject({
      etag: before?.etag,
      bodyHash: before?.bodyHash,
      failures: 0,
      nextDue: null,
    })
  })

  it('tells it by the page also where every address is sent on to another host', async () => {
    serve({ body: feed() })
    await bench.sync()
    const portal = await startLoopbackServer({ '/login': { body: page('Airport Wi-Fi') } })
    bench.library.addFeed(`${portal.origin}/opens-the-port`, { feedId: 'port' })
    serve({ status: 302, headers: { Location: `${portal.origin}/login` } })
    expect((await bench.sync({ feedIds: ['feed1'] })).results[0]?.code).toBe('captive_portal')
    expect(bench.library.feed('feed1')?.url).toBe(`${bench.server.origin}/feed`)
    await portal.stop()
  })

  it('does not take the pages of pending articles from it', async () => {
    serve({ body: rss('F', [{ title: 'A', link: `${bench.server.origin}/a`, summary: 'short' }]) })
    await bench.sync({ depth: 'headlines' })
    for (const path of ['/feed', '/a'])
      bench.server.on(path, { headers: { 'Content-Type': 'text/html' }, body: page('Hotel Wi-Fi') })
    await bench.sync()
    expect(bench.server.asked('/a')).toHaveLength(0)
    expect(bench.library.titled('A').pending).toBe(true)
  })

  it('calls a page at a new address what it is: no feed', async () => {
    serve({ headers: { 'Content-Type': 'text/html' }, body: page('A site') })
    expect(await code()).toBe('not_a_feed')
  })
})

describe('broken transport', () => {
  const cut = (body: string, length: number) =>
    serve((_request, response) => {
      response.writeHead(200, { 'Content-Length': length, ETag: '"cut"' })
      response.write(body)
      setTimeout(() => response.destroy(), 20)
      return null
    })

  it('reads a feed that is whole although its length was announced wrong, but trusts no validator of it', async () => {
    cut(feed(), feed().length + 1000)
    expect(await code()).toBe('ok')
    await bench.sync()
    expect(asked()[1]?.headers).not.toHaveProperty('if-none-match')
  })

  it('takes nothing from half a feed', async () => {
    cut(feed().slice(0, 600), feed().length)
    expect(await code()).toBe('failed')
    expect(bench.library.articles.size).toBe(0)
  })
})

describe('the ledger', () => {
  it('tells each decision with its reason and the next due time', async () => {
    serve({ headers: { 'Cache-Control': 'max-age=3600', ETag: '"1"' }, body: feed() })
    await bench.sync()
    await bench.sync()
    serve({ status: 304 })
    await bench.sync({ force: true })
    serve({ status: 500 })
    await bench.sync()
    const entries = [...bench.ledger.of('feed1')].reverse()
    expect(entries.map((one) => [one.code, one.status])).toEqual([
      ['ok', 200],
      ['skipped', null],
      ['not_modified', 304],
      ['http_error', 500],
    ])
    expect(entries[0]).toMatchObject({ reason: '1 new, 0 changed.', nextDue: '2026-03-01T09:00:00.000Z' })
    expect(entries[1]?.reason).toContain('nothing changes before')
    expect(entries[3]?.nextDue).toBe('2026-03-01T08:05:00.000Z')
  })

  it('keeps the last fifty decisions of a feed', async () => {
    serve({ headers: { 'Cache-Control': 'max-age=3600' }, body: feed() })
    for (let n = 0; n < 60; n++) await bench.sync()
    expect(bench.ledger.of('feed1')).toHaveLength(50)
  })
})

describe('without a network', () => {
  it('refuses every feed without touching what is remembered', async () => {
    serve({ headers: { ETag: '"1"' }, body: feed() })
    await bench.sync()
    const before = state()
    bench.restart({ network: 'off' })
    expect(await code({ force: true })).toBe('network_off')
    expect(state()).toEqual(before)
    expect(asked()).toHaveLength(1)
  })
})
