/** What a proxy is, and how systems name them: the answers of PAC files and the variables of the environment. Pure. */

export interface Proxy {
  readonly kind: 'http' | 'https' | 'socks5'
  readonly host: string
  readonly port: number
  readonly login: { readonly user: string; readonly password: string } | null
}

/** Null for a direct connection. Must not reject for an address it knows nothing of. */
export type FindProxy = (url: string) => Promise<Proxy | null>

const PORTS: Readonly<Record<Proxy['kind'], number>> = { http: 80, https: 443, socks5: 1080 }
const PAC_KINDS: Readonly<Record<string, Proxy['kind']>> = {
  PROXY: 'http',
  HTTP: 'http',
  HTTPS: 'https',
  // A bare SOCKS is version 4 by the letter; every server in use today speaks 5, which looks names up itself.
  SOCKS: 'socks5',
  SOCKS5: 'socks5',
}

/** The first usable of a list like `PROXY host:3128; DIRECT`, as PAC files and Electron's `resolveProxy` give it. */
export function proxyFromList(list: string): Proxy | null {
  for (const one of list.split(';')) {
    const [kind = '', place = ''] = one.trim().split(/\s+/, 2)
    if (kind.toUpperCase() === 'DIRECT') return null
    const known = PAC_KINDS[kind.toUpperCase()]
    const proxy = known ? proxyAt(known, place) : null
    if (proxy) return proxy
  }
  return null
}

export type Environment = Readonly<Record<string, string | undefined>>

/**
 * The proxy that `https_proxy`, `http_proxy`, `all_proxy` and `no_proxy` name for an address, in either case, as curl reads them.
 * This machine itself is never asked through a proxy.
 */
export function proxyFromEnvironment(address: string, environment: Environment): Proxy | null {
  const url = new URL(address)
  const value = (name: string) => environment[name] || environment[name.toUpperCase()] || ''
  const named = value(`${url.protocol.replace(':', '')}_proxy`) || value('all_proxy')
  if (named === '' || isThisMachine(url.hostname) || isExcepted(url, value('no_proxy'))) return null
  return proxyFromAddress(named)
}

function proxyFromAddress(text: string): Proxy | null {
  const match = /^(?:(https?|socks5h?|socks):\/\/)?(?:([^/@]*)@)?([^/@]+)\/?$/i.exec(text.trim())
  if (!match) return null
  const [, scheme = 'http', pair, place = ''] = match
  const name = scheme.toLowerCase()
  const proxy = proxyAt(name.startsWith('socks') ? 'socks5' : name === 'https' ? 'https' : 'http', place)
  if (!proxy || pair === undefined) return proxy
  const [user = '', ...password] = pair.split(':')
  return { ...proxy, login: { user: decode(user), password: decode(password.join(':')) } }
}

function proxyAt(kind: Proxy['kind'], place: string): Proxy | null {
  const match = /^(\[[0-9a-f:]+\]|[^:]+)(?::(\d{1,5}))?$/i.exec(place)
  if (!match) return null
  const [, host = '', port] = match
  return { kind, host: host.replace(/^\[|\]$/g, ''), port: port ? Number(port) : PORTS[kind], login: null }
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || /^127\./.test(host) || host === '[::1]'
}

/** `no_proxy`: names with everything below them, `*` for all, a port where one is given. */
function isExcepted(url: URL, list: string): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase()
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((one) => one !== '')
    .some((one) => {
      if (one === '*') return true
      const [, name = '', onPort] = /^\[?([^\]]*?)\]?(?::(\d+))?$/.exec(one) ?? []
      const plain = name.replace(/^\*?\./, '')
      return (onPort === undefined || onPort === port) && (host === plain || host.endsWith(`.${plain}`))
    })
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A bare per cent sign: it is meant as it stands.
    return text
  }
}
