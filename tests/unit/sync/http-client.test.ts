import { gzipSync, brotliCompressSync, deflateSync, deflateRawSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FetchAnswer, FetchFailure, FetchRequest } from '../../../electron/sync/fetch-outcome'
import { HttpClient } from '../../../electron/sync/http-client'
import type { HttpClientOptions } from '../../../electron/sync/http-client'
import { DEFAULT_LIMITS } from '../../../electron/sync/sync-settings'
import type { LoopbackServer } from '../../support/loopback-server'
import { startLoopbackServer } from '../../support/loopback-server'

let server: LoopbackServer
let client: HttpClient
const clients: HttpClient[] = []
const limits = {
  ...DEFAULT_LIMITS,
  connectMs: 500,
  firstByteMs: 300,
  idleMs: 200,
  totalMs: 1500,
  maxBytes: 100_000,
}

function makeClient(change: Partial<HttpClientOptions> = {}): HttpClient {
  const made = new HttpClient({
    version: '1.2.3',
    limits,
    network: 'on',
    now: () => new Date(),
    typedHosts: () => new Set(),
    ...change,
  })
  clients.push(made)
  return made
}

async function get(path: string, change: Partial<FetchRequest> = {}) {
  return client.fetch({
    url: server.origin + path,
    purpose: 'feed',
    maxBytes: limits.maxBytes,
    typed: true,
    ...change,
  })
}
async function answer(path: string, change: Partial<FetchRequest> = {}): Promise<FetchAnswer> {
  const outcome = await get(path, change)
  if (!outcome.ok) throw new Error(outcome.message)
  return outcome
}
async function failure(path: string, change: Partial<FetchRequest> = {}): Promise<FetchFailure> {
  const outcome = await get(path, change)
  if (outcome.ok) throw new Error(`answered ${outcome.status}`)
  return outcome
}
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8')

beforeEach(async () => {
  server = await startLoopbackServer()
  client = makeClient()
})
afterEach(async () => {
  for (const one of clients.splice(0)) one.close()
  await server.stop()
})

describe('what is sent', () => {
  it('names itself with version and address, asks for compression, sends no cookie and no referrer', async () => {
    server.on('/', { headers: { 'Set-Cookie': 'id=1' }, body: 'x' })
    await answer('/')
    await answer('/')
    const headers = server.log[1]?.headers
    expect(headers?.['user-agent']).toBe('Offprint/1.2.3 (+https://offprint.invalid/)')
    expect(headers?.['accept-encoding']).toBe('gzip, deflate, br')
    expect(headers?.cookie).toBeUndefined()
    expect(headers?.referer).toBeUndefined()
  })

  it('uses a connection again', async () => {
    server.on('/', { body: 'x' })
    await answer('/')
    await answer('/')
    expect(server.log[0]?.clientPort).toBe(server.log[1]?.clientPort)
  })

  it('asks again on a fresh connection when a kept one had been closed', async () => {
    let calls = 0
    server.on('/', (request) => {
      if (++calls === 2) {
        request.socket.destroy()
        return null
      }
      return { body: `call ${calls}` }
    })
    await answer('/')
    expect(text((await answer('/')).bytes)).toBe('call 3')
  })

  it('sends a password of the address as Basic and never to another host', async () => {
    const other = await startLoopbackServer({ '/there': { body: 'x' } })
    client = makeClient({ typedHosts: () => new Set([`127.0.0.1:${other.port}`]) })
    server.on('/here', { status: 302, headers: { Location: `${other.origin}/there` } })
    await client.fetch({
      url: `http://ann:se%20cret@127.0.0.1:${server.port}/here`,
      purpose: 'page',
      maxBytes: 1000,
      typed: true,
    })
    expect(server.log[0]?.headers.authorization).toBe(
      `Basic ${Buffer.from('ann:se cret').toString('base64')}`,
    )
    expect(other.log).toHaveLength(1)
    expect(other.log[0]?.headers.authorization).toBeUndefined()
    await other.stop()
  })

  it('asks nothing at all when the network is off', async () => {
    client = makeClient({ network: 'off' })
    expect((await failure('/')).code).toBe('network_off')
    expect(server.log).toHaveLength(0)
  })
})

describe('bodies', () => {
  const body = 'zwölf Boxkämpfer '.repeat(500)
  it.each([
    ['gzip', gzipSync(body)],
    ['x-gzip', gzipSync(body)],
    ['deflate', deflateSync(body)],
    ['deflate', deflateRawSync(body)],
    ['br', brotliCompressSync(body)],
  ])('inflates %s', async (encoding, bytes) => {
    server.on('/', { headers: { 'Content-Encoding': encoding }, body: bytes })
    expect(text((await answer('/')).bytes)).toBe(body)
  })

  it('reads plain text that is declared as gzip', async () => {
    server.on('/', { headers: { 'Content-Encoding': 'gzip' }, body: '<rss/>' })
    expect(text((await answer('/')).bytes)).toBe('<rss/>')
  })

  it('keeps what is there of gzip that was cut off', async () => {
    server.on('/', { headers: { 'Content-Encoding': 'gzip' }, body: gzipSync(body).subarray(0, -12) })
    expect(body.startsWith(text((await answer('/')).bytes).slice(0, 1000))).toBe(true)
  })

  it('stops a gzip bomb at the limit of what it inflates to', async () => {
    server.on('/', { headers: { 'Content-Encoding': 'gzip' }, body: gzipSync(Buffer.alloc(60_000_000)) })
    const started = performance.now()
    const outcome = await failure('/')
    expect(outcome.code).toBe('too_large')
    expect(outcome.message).toContain('0.10 MB')
    expect(performance.now() - started).toBeLessThan(1000)
  })

  it('stops an endless body at the limit', async () => {
    server.on('/', (_request, response) => {
      const send = () => {
        while (!response.destroyed && response.write(Buffer.alloc(16_384)));
      }
      response.on('drain', send)
      send()
      return null
    })
    expect((await failure('/')).code).toBe('too_large')
  })

  it('says that an answer is shorter than announced and keeps what came', async () => {
    server.on('/', (_request, response) => {
      response.writeHead(200, { 'Content-Length': 2000 })
      response.write('half')
      setTimeout(() => response.destroy(), 20)
      return null
    })
    const outcome = await answer('/')
    expect(outcome.truncated).toBe(true)
    expect(text(outcome.bytes)).toBe('half')
  })

  it('answers an error page of any size with its status', async () => {
    server.on('/', { status: 500, body: Buffer.alloc(500_000, 'x') })
    const outcome = await answer('/')
    expect(outcome.status).toBe(500)
    expect(outcome.bytes.length).toBeLessThanOrEqual(65_536)
  })
})

describe('time', () => {
  it('gives up a server that never answers', async () => {
    server.on('/', () => null)
    const outcome = await failure('/')
    expect(outcome.code).toBe('timeout')
    expect(outcome.message).toContain('did not answer in time')
  })

  it('cuts an endless drip', async () => {
    server.on('/', (_request, response) => {
      const timer = setInterval(() => response.write('<item/>'), 20)
      response.on('close', () => clearInterval(timer))
      return null
    })
    const started = performance.now()
    expect((await failure('/')).code).toBe('timeout')
    expect(performance.now() - started).toBeLessThan(1000)
  })

  it('ends a body that arrives well but for ever at the total time', async () => {
    client = makeClient({ limits: { ...limits, totalMs: 400 } })
    server.on('/', (_request, response) => {
      const timer = setInterval(() => response.write(Buffer.alloc(5000)), 40)
      response.on('close', () => clearInterval(timer))
      return null
    })
    expect((await failure('/', { maxBytes: 1e9 })).message).toContain('took too long')
  })

  it('counts the time of all redirects together', async () => {
    client = makeClient({ limits: { ...limits, totalMs: 350 } })
    server.on('/', { status: 302, headers: { Location: '/2' }, delay: 200 })
    server.on('/2', { body: 'late', delay: 250 })
    expect((await failure('/')).code).toBe('timeout')
  })

  it('says that a connection was refused', async () => {
    const gone = await startLoopbackServer()
    await gone.stop()
    const outcome = await client.fetch({ url: `${gone.origin}/`, purpose: 'page', maxBytes: 10, typed: true })
    expect(outcome).toMatchObject({ ok: false, code: 'refused' })
  })

  it('says that a connection was reset', async () => {
    server.on('/', (request) => {
      request.socket.destroy()
      return null
    })
    expect((await failure('/')).code).toBe('failed')
  })

  it('stops at once when it is cancelled', async () => {
    server.on('/', () => null)
    const controller = new AbortController()
    const pending = failure('/', { signal: controller.signal })
    setTimeout(() => controller.abort(), 30)
    expect((await pending).code).toBe('cancelled')
  })

  it('stops a body at once when it is cancelled', async () => {
    server.on('/', (_request, response) => {
      response.write('begun')
      return null
    })
    const controller = new AbortController()
    const pending = failure('/', { signal: controller.signal })
    setTimeout(() => controller.abort(), 60)
    expect((await pending).code).toBe('cancelled')
  })
})

describe('redirects', () => {
  it('follows five and refuses the sixth', async () => {
    for (let n = 0; n < 6; n++) server.on(`/${n}`, { status: 302, headers: { Location: `/${n + 1}` } })
    server.on('/6', { body: 'there' })
    expect(text((await answer('/1')).bytes)).toBe('there')
    expect((await failure('/0')).code).toBe('too_many_redirects')
  })

  it('tells each hop with its status', async () => {
    server.on('/a', { status: 301, headers: { Location: 'b#part' } })
    server.on('/b', { body: 'x' })
    const outcome = await answer('/a')
    expect(outcome.redirects).toEqual([{ status: 301, from: `${server.origin}/a`, to: `${server.origin}/b` }])
    expect(outcome.finalUrl).toBe(`${server.origin}/b`)
  })

  it.each(['file:///etc/hostname', 'javascript:1', 'http://', ''])(
    'refuses a redirect to "%s"',
    async (location) => {
      server.on('/', { status: 302, headers: location ? { Location: location } : {} })
      expect((await failure('/')).code).toBe('bad_redirect')
    },
  )

  it('gives up a loop', async () => {
    server.on('/', { status: 302, headers: { Location: '/' } })
    expect((await failure('/')).code).toBe('too_many_redirects')
    expect(server.log).toHaveLength(6)
  })
})

describe('hosts', () => {
  it('opens at most two connections to one host', async () => {
    server.on('/', { body: 'x', delay: 10 })
    await Promise.all(Array.from({ length: 12 }, () => answer('/')))
    expect(server.peak()).toBe(2)
  })

  it('leaves a host alone that answered 429 with Retry-After in seconds', async () => {
    let now = new Date('2026-01-01T00:00:00Z')
    client = makeClient({ now: () => now })
    server.on('/', { status: 429, headers: { 'Retry-After': '120' } })
    expect((await answer('/')).status).toBe(429)
    const outcome = await failure('/other')
    expect(outcome.code).toBe('busy')
    expect(outcome.message).toContain('2026-01-01T00:02:00')
    expect(server.log).toHaveLength(1)
    now = new Date('2026-01-01T00:02:01Z')
    expect((await answer('/other')).status).toBe(404)
  })

  it('leaves a host alone that answered 503 with Retry-After as a date', async () => {
    const now = new Date('2026-01-01T00:00:00Z')
    client = makeClient({ now: () => now })
    server.on('/', { status: 503, headers: { 'Retry-After': 'Thu, 01 Jan 2026 00:05:00 GMT' } })
    await answer('/')
    expect((await failure('/')).message).toContain('2026-01-01T00:05:00')
  })

  it('waits ten minutes after a 429 that says nothing', async () => {
    const now = new Date('2026-01-01T00:00:00Z')
    client = makeClient({ now: () => now })
    server.on('/', { status: 429 })
    await answer('/')
    expect((await failure('/')).message).toContain('2026-01-01T00:10:00')
  })
})

describe('private addresses', () => {
  it('lets the reader type one and refuses it to content', async () => {
    server.on('/', { body: 'x' })
    expect((await answer('/')).status).toBe(200)
    const outcome = await failure('/', { typed: false })
    expect(outcome.code).toBe('private_address')
    expect(server.log).toHaveLength(1)
  })

  it('does not lend the connection that was opened for the reader to content', async () => {
    server.on('/', { body: 'x' })
    client = makeClient({ resolve: (_name, done) => done(null, [{ address: '127.0.0.1', family: 4 }]) })
    const url = `http://intranet.example:${server.port}/`
    expect(await client.fetch({ url, purpose: 'page', maxBytes: 10, typed: true })).toMatchObject({
      ok: true,
    })
    expect(await client.fetch({ url, purpose: 'page', maxBytes: 10, typed: false })).toMatchObject({
      code: 'private_address',
    })
  })

  it('lets content point to the very host and port of a feed the reader typed, and to no other port', async () => {
    const other = await startLoopbackServer({ '/': { body: 'secret' } })
    client = makeClient({ typedHosts: () => new Set([`127.0.0.1:${server.port}`]) })
    server.on('/', { body: 'x' })
    server.on('/away', { status: 302, headers: { Location: other.origin } })
    expect((await answer('/', { typed: false })).status).toBe(200)
    expect((await failure('/away', { typed: false })).code).toBe('private_address')
    expect((await failure('/away', { typed: true })).code).toBe('private_address')
    expect(other.log).toHaveLength(0)
    await other.stop()
  })

  it('refuses a public name that leads to a private address, also when only one of several does', async () => {
    client = makeClient({
      resolve: (_name, done) =>
        done(null, [
          { address: '93.184.216.34', family: 4 },
          { address: '127.0.0.1', family: 4 },
        ]),
    })
    const url = `http://rebind.example:${server.port}/`
    expect(await client.fetch({ url, purpose: 'page', maxBytes: 10, typed: false })).toMatchObject({
      code: 'private_address',
    })
    expect(server.log).toHaveLength(0)
  })

  it('says that a name was not found', async () => {
    client = makeClient({
      resolve: (_name, done) => done(Object.assign(new Error('no'), { code: 'ENOTFOUND' }), []),
    })
    const outcome = await client.fetch({
      url: 'http://nowhere.example/',
      purpose: 'page',
      maxBytes: 10,
      typed: false,
    })
    expect(outcome).toMatchObject({ ok: false, code: 'dns' })
  })
})
