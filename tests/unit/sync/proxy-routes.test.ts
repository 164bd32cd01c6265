/** Fetching through proxies, against real ones on loopback that log what they were asked. */
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { HttpClient } from '../../../electron/sync/http-client'
import type { HttpClientOptions } from '../../../electron/sync/http-client'
import type { Proxy } from '../../../electron/sync/proxy'
import { DEFAULT_LIMITS } from '../../../electron/sync/sync-settings'
import type { LoopbackProxy } from '../../support/loopback-proxy'
import { startHttpProxy, startSocksProxy } from '../../support/loopback-proxy'
import type { LoopbackServer } from '../../support/loopback-server'
import { startLoopbackServer } from '../../support/loopback-server'

let server: LoopbackServer
const proxies: LoopbackProxy[] = []
const clients: HttpClient[] = []

beforeEach(async () => {
  server = await startLoopbackServer({ '/feed': { body: 'the feed' } })
})
afterEach(async () => {
  for (const client of clients.splice(0)) client.close()
  for (const proxy of proxies.splice(0)) await proxy.stop()
  await server.stop()
})

async function through(kind: Proxy['kind'], change: Partial<Proxy> = {}, proxy?: LoopbackProxy) {
  const made = proxy ?? (await (kind === 'socks5' ? startSocksProxy : startHttpProxy)(server.port))
  proxies.push(made)
  return {
    proxy: made,
    client: clientFor({ kind, host: '127.0.0.1', port: made.port, login: null, ...change }),
  }
}

function clientFor(proxy: Proxy, change: Partial<HttpClientOptions> = {}): HttpClient {
  const client = new HttpClient({
    version: '1.2.3',
    limits: { ...DEFAULT_LIMITS, connectMs: 400 },
    network: 'on',
    now: () => new Date(),
    typedHosts: () => new Set(),
    // Nothing can be looked up here: only the proxy can.
    resolve: (_name, done) => {
      done(Object.assign(new Error('not found'), { code: 'ENOTFOUND' }), [])
    },
    findProxy: () => Promise.resolve(proxy),
    ...change,
  })
  clients.push(client)
  return client
}

const get = (client: HttpClient, url: string, typed = false) =>
  client.fetch({ url, purpose: 'feed', maxBytes: 10_000, typed })
const textOf = (outcome: Awaited<ReturnType<HttpClient['fetch']>>) =>
  outcome.ok ? Buffer.from(outcome.bytes).toString() : outcome.message

describe('an HTTP proxy', () => {
  it('is asked for the whole address of a plain page, and its connection is kept', async () => {
    const { proxy, client } = await through('http')
    expect(textOf(await get(client, 'http://news.test/feed'))).toBe('the feed')
    await get(client, 'http://news.test/feed')
    expect(proxy.log).toEqual(['GET http://news.test/feed', 'GET http://news.test/feed'])
    expect(server.log[0]?.headers.host).toBe('news.test')
  })

  it('is asked to connect for a secure page, and sees nothing but the host', async () => {
    const { proxy, client } = await through('http')
    // The server behind it speaks no TLS: the handshake fails there, not at the proxy.
    const outcome = await get(client, 'https://news.test/secret')
    expect(outcome).toMatchObject({ ok: false, code: 'tls' })
    expect(proxy.log).toEqual(['CONNECT news.test:443'])
    expect(server.log).toEqual([])
  })

  it('gets its own name and password, which the site does not', async () => {
    const login = { user: 'ann', password: 'secret' }
    const { proxy, client } = await through('http', { login })
    await get(client, 'http://news.test/feed')
    await get(client, 'https://news.test/feed')
    const header = `Basic ${Buffer.from('ann:secret').toString('base64')}`
    expect(proxy.logins).toEqual([header, header])
    expect(server.log[0]?.headers).not.toHaveProperty('authorization')
  })

  it.each(['http', 'https'])('that wants a name and password says so, for %s', async (scheme) => {
    const { client } = await through('http', {}, await startHttpProxy(server.port, { refuseWith: 407 }))
    const outcome = await get(client, `${scheme}://news.test/feed`)
    if (scheme === 'http') expect(outcome).toMatchObject({ ok: true, status: 407 })
    else
      expect(outcome).toMatchObject({
        ok: false,
        code: 'unauthorized',
        message: expect.stringContaining('asks for a name and a password') as string,
      })
  })

  it('that is not there is named, not the site behind it', async () => {
    const { proxy, client } = await through('http')
    await proxy.stop()
    for (const url of ['http://news.test/feed', 'https://news.test/feed'])
      expect(await get(client, url)).toMatchObject({
        ok: false,
        code: 'refused',
        message: `The proxy 127.0.0.1:${String(proxy.port)} could not be reached; check the network settings of this system.`,
      })
  })

  it('that accepts and never answers is cut', async () => {
    const silent = createServer((socket) => socket.resume())
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const { port } = silent.address() as AddressInfo
    const client = clientFor({ kind: 'http', host: '127.0.0.1', port, login: null })
    expect(await get(client, 'https://news.test/feed')).toMatchObject({ ok: false, code: 'timeout' })
    await new Promise((resolve) => silent.close(resolve))
  })
})

describe('a SOCKS proxy', () => {
  it('is given the name to look up, and carries everything', async () => {
    const { proxy, client } = await through('socks5')
    expect(textOf(await get(client, 'http://news.test/feed'))).toBe('the feed')
    expect(proxy.log).toEqual(['SOCKS news.test:80'])
  })

  it('gets a name and password where it wants them', async () => {
    const login = { user: 'ann', password: 'secret' }
    const proxy = await startSocksProxy(server.port, login)
    const { client } = await through('socks5', { login }, proxy)
    expect(textOf(await get(client, 'http://news.test/feed'))).toBe('the feed')
    expect(proxy.logins).toEqual(['ann:secret'])
    const stranger = clientFor({ kind: 'socks5', host: '127.0.0.1', port: proxy.port, login: null })
    expect(await get(stranger, 'http://news.test/feed')).toMatchObject({ ok: false, code: 'unauthorized' })
  })
})

describe('what content points to', () => {
  it.each([
    'http://192.168.1.1/admin',
    'http://[::1]/',
    'http://localhost:631/',
    'http://printer/',
    'http://router.local/',
    'http://nas.home.arpa/',
    'https://wiki.corp/',
  ])('is not asked through a proxy on a private network: %s', async (url) => {
    const { proxy, client } = await through('http')
    expect(await get(client, url)).toMatchObject({ ok: false, code: 'private_address' })
    expect(proxy.log).toEqual([])
    expect(await get(client, url, true)).not.toMatchObject({ code: 'private_address' })
  })

  it('is refused when this machine looks its name up as a private address, save behind SOCKS', async () => {
    const { proxy } = await through('http')
    const change: Partial<HttpClientOptions> = {
      resolve: (_name, done) => {
        done(null, [{ address: '10.0.0.7', family: 4 }])
      },
    }
    const client = clientFor({ kind: 'http', host: '127.0.0.1', port: proxy.port, login: null }, change)
    expect(await get(client, 'http://inner.example.org/')).toMatchObject({ code: 'private_address' })
    expect(proxy.log).toEqual([])
    const socks = await startSocksProxy(server.port)
    proxies.push(socks)
    const outside = clientFor({ kind: 'socks5', host: '127.0.0.1', port: socks.port, login: null }, change)
    expect(textOf(await get(outside, 'http://inner.example.org/feed'))).toBe('the feed')
  })
})
