/** No name, password or token of a feed's address, and nothing of its Basic login, gets into what a sync tells: ledger, results, outcomes. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Route } from '../../support/loopback-server'
import type { SyncBench } from '../../support/sync-bench'
import { page, startSyncBench } from '../../support/sync-bench'

const PAIR = Buffer.from('ann:hush-hush').toString('base64')
const LOGIN = `Basic ${PAIR}`
const SECRETS = ['hush-hush', 'ann:', PAIR, 'token-4711']

let bench: SyncBench
let address: string

beforeEach(async () => {
  bench = await startSyncBench({ limits: { firstByteMs: 300, idleMs: 300, totalMs: 1000 } })
  address = `${bench.server.origin.replace('//', '//ann:hush-hush@')}/feed?key=token-4711`
  bench.library.addFeed(address, { feedId: 'locked' })
  bench.restart({ authorization: () => LOGIN })
})
afterEach(async () => {
  await bench.stop()
})

const told = async () => {
  const summary = await bench.sync({ force: true })
  const outcome = await bench.ports().fetch({ url: address, purpose: 'feed', maxBytes: 1000, typed: true })
  return JSON.stringify([summary, bench.ledger.of('locked'), bench.library.syncState('locked'), outcome])
}

const broken = (_request: IncomingMessage, response: ServerResponse): null => {
  response.destroy()
  return null
}

describe('what a sync tells of a feed with a name and password', () => {
  it.each<readonly [string, Route]>([
    ['a refusal', { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="x"' } }],
    ['an address that is gone', { status: 404 }],
    ['a broken connection', broken],
    ['silence', () => null],
    ['a page instead of a feed', { body: page('Hotel') }],
    ['a loop', (request) => ({ status: 302, headers: { Location: request.url ?? '/' } })],
    ['a way to nowhere', { status: 302, headers: { Location: 'ftp://ann:hush-hush@nowhere.invalid/' } }],
    [
      'a way with a login in it',
      { status: 301, headers: { Location: 'http://ann:hush-hush@127.0.0.1:9/x' } },
    ],
    ['a feed', { body: '<rss version="2.0"><channel><title>Feed</title></channel></rss>' }],
  ])('names neither after %s', async (_what, route) => {
    bench.server.on('/feed', route)
    const all = await told()
    expect(bench.server.log[0]?.headers.authorization).toBe(LOGIN)
    // The address itself is the one who asked's own.
    const words = all.replaceAll(`/feed?key=token-4711`, '')
    expect(SECRETS.filter((secret) => words.includes(secret))).toEqual([])
  })

  it.each([
    'ftp://ann:hush-hush@files.invalid/feed',
    'http://ann:hush-hush@in valid/feed',
    'ann:hush-hush@x',
  ])('names neither for what is no web address: %s', async (url) => {
    const outcome = await bench.ports().fetch({ url, purpose: 'feed', maxBytes: 1000, typed: true })
    expect(outcome).toMatchObject({ ok: false })
    expect(JSON.stringify({ ...outcome, finalUrl: '' })).not.toMatch(/hush-hush|ann:/)
  })
})
