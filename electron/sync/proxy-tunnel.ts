/**
 * Opens a connection to a host through a proxy: CONNECT (RFC 9110, 9.3.6) for HTTP proxies, SOCKS 5 (RFC 1928, 1929) with the
 * name looked up by the proxy. The socket it gives speaks to the host itself.
 */
import { request } from 'node:http'
import { connect as connectPlain } from 'node:net'
import type { Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { SocksClient } from 'socks'
import type { Proxy } from './proxy'
import { TransportError } from './transport-failure'

export interface TunnelTarget {
  readonly host: string
  readonly port: number
}

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

function askToConnect(socket: Socket, proxy: Proxy, { host, port }: TunnelTarget): Promise<void> {
  const place = `${host.includes(':') ? `[${host}]` : host}:${String(port)}`
  const authorization = proxyAuthorization(proxy)
  return new Promise((resolve, reject) => {
    const question = request({
      method: 'CONNECT',
      path: place,
      headers: { Host: place, ...(authorization && { 'Proxy-Authorization': authorization }) },
      createConnection: () => socket,
    })
    question.once('connect', ({ statusCode = 0 }, _socket, head: Buffer) => {
      if (statusCode < 200 || statusCode > 299) {
        reject(refusal(proxy, host, statusCode))
        return
      }
      // Nobody speaks before us but a server that greets; what it said is the host's.
      if (head.length > 0) socket.unshift(head)
      resolve()
    })
    question.once('error', reject)
    question.end()
  })
}

function refusal(proxy: Proxy, host: string, status: number): TransportError {
  return status === 407
    ? new TransportError('unauthorized', `${placeOf(proxy)} asks for a name and a password.`)
    : new TransportError('refused', `${placeOf(proxy)} did not open the way to ${host} (${String(status)}).`)
}

async function speakSocks5(socket: Socket, proxy: Proxy, target: TunnelTarget): Promise<void> {
  const { host, port, login } = proxy
  try {
    await SocksClient.createConnection({
      proxy: { host, port, type: 5, ...(login && { userId: login.user, password: login.password }) },
      command: 'connect',
      destination: { ...target },
      existing_socket: socket,
    })
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    if (/authentication/i.test(said))
      throw new TransportError('unauthorized', `${placeOf(proxy)} wants another name and password.`)
    throw new TransportError('refused', `${placeOf(proxy)} did not open the way to ${target.host} (${said}).`)
  }
}

function unreachable(proxy: Proxy): TransportError {
  return new TransportError(
    'refused',
    `${placeOf(proxy)} could not be reached; check the network settings of this system.`,
  )
}
