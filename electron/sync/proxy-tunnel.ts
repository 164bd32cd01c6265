/**
 * Opens a connection to a host through a proxy: CONNECT (RFC 9110, 9.3.6) for HTTP proxies, SOCKS 5 (RFC 1928, 1929) with the
 * name looked up by the proxy. The socket it gives speaks to the host itself.
 */
import { connect as connectPlain } from 'node:net'
import type { Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import type { Proxy } from './proxy'
import { speakSocks5 } from './socks5'
import { TransportError } from './transport-failure'

export interface TunnelTarget {
  readonly host: string
  readonly port: number
}

const LONGEST_HEAD = 16 * 1024

/** The connection to the proxy itself. Rejects with a sentence that names the proxy, not the host behind it. */
export function connectToProxy(proxy: Proxy, timeoutMs: number): Promise<Socket> {
  const { host, port } = proxy
  return new Promise((resolve, reject) => {
    const socket =
      proxy.kind === 'https' ? connectTls({ host, port, servername: host }) : connectPlain({ host, port })
    const give = () => {
      socket.destroy()
      reject(unreachable(proxy))
    }
    const timer = setTimeout(give, timeoutMs)
    socket.once('error', give)
    socket.once(proxy.kind === 'https' ? 'secureConnect' : 'connect', () => {
      clearTimeout(timer)
      socket.removeListener('error', give)
      resolve(socket)
    })
  })
}

/** A connection through the proxy to `target`; rejects with a `TransportError`. */
export async function openTunnel(proxy: Proxy, target: TunnelTarget, timeoutMs: number): Promise<Socket> {
  const socket = await connectToProxy(proxy, timeoutMs)
  const timer = setTimeout(() => {
    socket.destroy(
      new TransportError('timeout', `${placeOf(proxy)} did not open the way to ${target.host} in time.`),
    )
  }, timeoutMs)
  try {
    if (proxy.kind === 'socks5') await speakSocks5(socket, proxy, target)
    else await askToConnect(socket, proxy, target)
    return socket
  } catch (error) {
    socket.destroy()
    throw error instanceof TransportError ? error : unreachable(proxy)
  } finally {
    clearTimeout(timer)
  }
}

/** Value of the Proxy-Authorization header, or null. */
export function proxyAuthorization({ login }: Proxy): string | null {
  return login && `Basic ${Buffer.from(`${login.user}:${login.password}`).toString('base64')}`
}

export function placeOf({ host, port }: Proxy): string {
  return `The proxy ${host}:${String(port)}`
}

async function askToConnect(socket: Socket, proxy: Proxy, { host, port }: TunnelTarget): Promise<void> {
  const place = `${host.includes(':') ? `[${host}]` : host}:${String(port)}`
  const authorization = proxyAuthorization(proxy)
  const lines = [`CONNECT ${place} HTTP/1.1`, `Host: ${place}`]
  if (authorization) lines.push(`Proxy-Authorization: ${authorization}`)
  socket.write(lines.join('\r\n') + '\r\n\r\n')
  const head = await readHead(socket)
  const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(head)?.[1] ?? 0)
  if (status >= 200 && status < 300) return
  if (status === 407)
    throw new TransportError('unauthorized', `${placeOf(proxy)} asks for a name and a password.`)
  throw new TransportError(
    'refused',
    `${placeOf(proxy)} did not open the way to ${host}${status > 0 ? ` (${String(status)})` : ''}.`,
  )
}

/** Everything up to the empty line; a proxy says nothing more before the host behind it speaks. */
function readHead(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let head = ''
    const settle = () => {
      socket.removeListener('data', onData)
      socket.removeListener('error', onEnd)
      socket.removeListener('close', onEnd)
      socket.pause()
    }
    const onEnd = (error?: unknown) => {
      settle()
      reject(error instanceof Error ? error : new Error('the proxy hung up'))
    }
    const onData = (bytes: Buffer) => {
      head += bytes.toString('latin1')
      if (head.includes('\r\n\r\n')) {
        settle()
        resolve(head)
      } else if (head.length > LONGEST_HEAD) onEnd()
    }
    socket.on('data', onData)
    socket.once('error', onEnd)
    socket.once('close', onEnd)
  })
}

function unreachable(proxy: Proxy): TransportError {
  return new TransportError(
    'refused',
    `${placeOf(proxy)} could not be reached; check the network settings of this system.`,
  )
}
