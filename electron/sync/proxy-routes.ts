/** The ways through the system's proxies, each with its own kept connections, and what may not be asked through one. */
import { Agent as HttpAgent } from 'node:http'
import type { Agent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import type { Duplex } from 'node:stream'
import { connect as connectTls } from 'node:tls'
import { KEEP } from './kept-connections'
import type { guardedLookup } from './private-address'
import { refuseHomeName } from './private-address'
import type { FindProxy, Proxy } from './proxy'
import { connectToProxy, openTunnel, proxyAuthorization } from './proxy-tunnel'
import { TransportError } from './transport-failure'

export interface ProxyRoutesOptions {
  readonly findProxy?: FindProxy
  readonly limits: { readonly connectMs: number }
  readonly now: () => Date
}

export interface ProxyRoute {
  readonly agent: Agent
  readonly headers: Readonly<Record<string, string>>
  /** Ask for the whole address: the proxy reads it. */
  readonly whole: boolean
}

/** A system's answer holds this long: networks change while the app runs. */
const HOLDS_MS = 60_000

export class ProxyRoutes {
  private readonly found = new Map<
    string,
    { readonly proxy: Promise<Proxy | null>; readonly until: number }
  >()
  private readonly agents = new Map<string, Agent>()

  constructor(private readonly options: ProxyRoutesOptions) {}

  /** Null for a direct connection. `guard` is the look-up that refuses private addresses, null for the reader's own addresses. */
  async routeFor(url: URL, guard: ReturnType<typeof guardedLookup> | null): Promise<ProxyRoute | null> {
    const proxy = await this.proxyFor(url)
    if (!proxy) return null
    if (guard) await refusePrivate(url, proxy, guard)
    const secure = url.protocol === 'https:'
    if (secure || proxy.kind === 'socks5')
      return { agent: this.agentFor(proxy, secure ? 'tls' : 'tunnel'), headers: {}, whole: false }
    const authorization = proxyAuthorization(proxy)
    const headers = authorization ? { 'Proxy-Authorization': authorization } : {}
    return { agent: this.agentFor(proxy, 'forward'), headers, whole: true }
  }

  close(): void {
    for (const agent of this.agents.values()) agent.destroy()
  }

  private proxyFor(url: URL): Promise<Proxy | null> {
    const { findProxy, now } = this.options
    if (!findProxy) return Promise.resolve(null)
    const time = now().getTime()
    const known = this.found.get(url.origin)
    if (known && known.until > time) return known.proxy
    const proxy = findProxy(url.href)
    this.found.set(url.origin, { proxy, until: time + HOLDS_MS })
    return proxy
  }

  private agentFor(proxy: Proxy, way: Way): Agent {
    const key = `${way} ${JSON.stringify(proxy)}`
    const agent = this.agents.get(key) ?? makeAgent(proxy, way, this.options.limits.connectMs)
    this.agents.set(key, agent)
    return agent
  }
}

/** forward: the proxy asks for us; tunnel: it only passes bytes on; tls: the same, and we speak TLS through it. */
type Way = 'forward' | 'tunnel' | 'tls'

interface Target {
  readonly host?: string | null
  readonly port?: number | string | null
  readonly servername?: string
}

type Connected = (error: Error | null, socket?: Duplex) => void

function makeAgent(proxy: Proxy, way: Way, timeoutMs: number): Agent {
  const agent = way === 'tls' ? new HttpsAgent(KEEP) : new HttpAgent(KEEP)
  const connect = async ({ host, port, servername }: Target): Promise<Duplex> => {
    if (way === 'forward') return connectToProxy(proxy, timeoutMs)
    const target = { host: host ?? '', port: Number(port ?? 0) }
    const socket = await openTunnel(proxy, target, timeoutMs)
    if (way === 'tunnel') return socket
    const name = servername === undefined || servername === '' ? {} : { servername }
    // The host as well: the certificate of a bare address is judged by it.
    const secure = connectTls({ socket, host: target.host, ALPNProtocols: ['http/1.1'], ...name })
    return new Promise((resolve, reject) => {
      secure.once('secureConnect', () => {
        secure.removeListener('error', reject)
        resolve(secure)
      })
      secure.once('error', reject)
    })
  }
  // Node's own seam for other ways to a host; it must give nothing back when it answers later.
  Object.assign(agent, {
    createConnection: (target: Target, done: Connected): void => {
      connect(target).then(
        (socket) => {
          done(null, socket)
        },
        (error: unknown) => {
          done(error instanceof Error ? error : new Error(String(error)))
        },
      )
    },
  })
  return agent
}

/**
 * Behind a proxy the name is looked up elsewhere. Names of a home network are refused as they stand; what this machine can look up
 * itself is judged as without a proxy, save for SOCKS: whoever uses it mostly wants no name to be looked up here.
 */
async function refusePrivate(url: URL, proxy: Proxy, guard: ReturnType<typeof guardedLookup>): Promise<void> {
  const refusal = refuseHomeName(url)
  if (refusal) throw refusal
  if (proxy.kind === 'socks5') return
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const error = await new Promise<Error | null>((resolve) => {
    guard(host, { all: true }, resolve)
  })
  // A name that only the proxy can look up is the proxy's to judge.
  if (error instanceof TransportError) throw error
}
