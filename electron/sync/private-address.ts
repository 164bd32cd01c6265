/**
 * Keeps content from reaching into the reader's own network: an address is judged after its name was looked up and before
 * anything connects, on every redirect anew.
 */
import { lookup as systemLookup } from 'node:dns'
import type { LookupAddress, LookupOptions } from 'node:dns'
import { BlockList, isIP, isIPv4 } from 'node:net'
import { TransportError } from './transport-failure'

// The special-purpose registries of IANA (RFC 6890 and successors): nothing here is a public server.
const RANGES_4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const
const RANGES_6 = [
  ['::', 128],
  ['::1', 128],
  ['100::', 64],
  ['2001:db8::', 32],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const

const blocked = new BlockList()
for (const [network, bits] of RANGES_4) blocked.addSubnet(network, bits, 'ipv4')
for (const [network, bits] of RANGES_6) blocked.addSubnet(network, bits, 'ipv6')

/** True for loopback, private, link-local, multicast and other special addresses. `ip` is an IPv4 or IPv6 literal without brackets. */
export function isPrivateAddress(ip: string): boolean {
  const bare = ip.split('%', 1)[0] ?? ip
  if (isIPv4(bare)) return blocked.check(bare, 'ipv4')
  const inside = embeddedIpv4(bare)
  if (inside) return blocked.check(inside, 'ipv4')
  return blocked.check(bare, 'ipv6')
}

/** The IPv4 address a transition form carries: mapped and compatible (::), NAT64 (64:ff9b::), 6to4 (2002::); null for any other. */
function embeddedIpv4(ip: string): string | null {
  const groups = expandIpv6(ip)
  const at = (place: number) => groups[place] ?? 0
  if (at(0) === 0x2002) return dotted(at(1), at(2))
  if (at(0) === 0x64 && at(1) === 0xff9b) return dotted(at(6), at(7))
  if (groups.slice(0, 5).some((group) => group !== 0)) return null
  const compatible = at(5) === 0 && (at(6) !== 0 || at(7) > 1)
  return at(5) === 0xffff || compatible ? dotted(at(6), at(7)) : null
}

function expandIpv6(ip: string): number[] {
  const dottedTail = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(ip)
  const text = dottedTail ? `${dottedTail[1] ?? ''}${tail(dottedTail.slice(2).map(Number))}` : ip
  const [left = '', right] = text.split('::', 2)
  const before = left === '' ? [] : left.split(':')
  const after = right === undefined || right === '' ? [] : right.split(':')
  const gap = right === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  return [...before, ...Array<string>(gap).fill('0'), ...after].map((group) => parseInt(group, 16))
}

function tail([a = 0, b = 0, c = 0, d = 0]: readonly number[]): string {
  return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`
}

function dotted(high: number, low: number): string {
  return `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`
}

/** Looks a name up; all its addresses. Tests give their own. */
export type ResolveHost = (
  hostname: string,
  done: (error: Error | null, all: LookupAddress[]) => void,
) => void

export const resolveWithSystem: ResolveHost = (hostname, done) => {
  systemLookup(hostname, { all: true, verbatim: true }, (error, all) => {
    done(error, error ? [] : all)
  })
}

type LookupDone = (error: Error | null, address: string | LookupAddress[], family?: number) => void

/** A `lookup` for `http.request` that refuses a name when any of its addresses is private: half-private names are attacks on rebinding. */
export function guardedLookup(resolve: ResolveHost, allowPrivate: boolean) {
  return (hostname: string, options: LookupOptions, done: LookupDone): void => {
    resolve(hostname, (error, all) => {
      const first = all[0]
      if (error ?? !first) {
        done(error ?? Object.assign(new Error(`${hostname} has no address`), { code: 'ENOTFOUND' }), [])
      } else if (!allowPrivate && all.some((one) => isPrivateAddress(one.address))) {
        done(privateRefusal(hostname), [])
      } else if (options.all) done(null, all)
      else done(null, first.address, first.family)
    })
  }
}

/** Node connects to a literal address without any lookup, so that form is judged here; null when it may be asked. */
export function literalRefusal(url: URL): TransportError | null {
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  return isIP(literal) !== 0 && isPrivateAddress(literal) ? privateRefusal(url.host) : null
}

// RFC 6761, 6762, 8375 and what home routers use; a name without a dot is one of the own network.
const HOME_NAME = /^[^.]+$|(^|\.)(localhost|local|lan|internal|intranet|home|corp|private|home\.arpa)\.?$/i

/** For a name that somebody else will look up: null when it may be asked. Address literals are judged by `literalRefusal`. */
export function refuseHomeName(url: URL): TransportError | null {
  const literal = isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0
  return !literal && HOME_NAME.test(url.hostname) ? privateRefusal(url.host) : null
}

function privateRefusal(host: string): TransportError {
  return new TransportError(
    'private_address',
    `${host} is on a private network, where content may not point; type that address yourself if you want it.`,
  )
}

/** Host and port of an address, with the port always written: `example.org:443`. Null for anything but http(s). */
export function hostAndPort(address: string): string | null {
  try {
    const url = new URL(address)
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
    return `${url.hostname}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`
  } catch {
    // Not an address: it opens no door.
    return null
  }
}

/** The very hosts and ports that the reader typed: a home server's own pages and pictures work. */
export function typedHosts(feeds: readonly { readonly typedUrl: string }[]): ReadonlySet<string> {
  const hosts = new Set<string>()
  for (const feed of feeds) {
    const host = hostAndPort(feed.typedUrl)
    if (host) hosts.add(host)
  }
  return hosts
}
