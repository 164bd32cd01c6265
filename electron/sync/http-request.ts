/** Sends one request and reads its answer, without redirects: one hop of `http-client`. */
import { request as httpRequest } from 'node:http'
import type { Agent, ClientRequest, IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { Socket } from 'node:net'
import type { FetchHeaders } from './fetch-outcome'
import type { guardedLookup } from './private-address'
import { readBody } from './read-body'
import type { SyncLimits } from './sync-settings'
import { TransportError, errorCode } from './transport-failure'

export interface Hop {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly agent: Agent
  /** Ask for the whole address, as an HTTP proxy wants it. */
  readonly whole: boolean
  readonly lookup: ReturnType<typeof guardedLookup>
  readonly limits: Pick<SyncLimits, 'connectMs' | 'firstByteMs' | 'idleMs'>
  readonly maxBytes: number
  /** Its reason is what the hop rejects with. */
  readonly signal: AbortSignal
}

export interface HopAnswer {
  readonly status: number
  readonly headers: FetchHeaders
  readonly bytes: Uint8Array
  readonly truncated: boolean
  readonly received: number
}

const ERROR_PAGE_BYTES = 64 * 1024

/** Rejects with a `TransportError` or with Node's own error. */
export async function sendRequest(hop: Hop): Promise<HopAnswer> {
  try {
    return await sendOnce(hop)
  } catch (error) {
    // A kept connection that the server closed at this very moment: a fresh one answers.
    if (error instanceof StaleConnection) return await sendOnce(hop)
    throw error
  }
}

class StaleConnection extends Error {}

async function sendOnce(hop: Hop): Promise<HopAnswer> {
  const response = await firstByte(hop)
  const status = response.statusCode ?? 0
  const wanted = status >= 200 && status < 300
  const body = await readBody(response, {
    maxBytes: wanted ? hop.maxBytes : Math.min(hop.maxBytes, ERROR_PAGE_BYTES),
    cutAtLimit: !wanted,
    idleMs: hop.limits.idleMs,
    host: hop.url.host,
    signal: hop.signal,
  })
  return { status, headers: flatHeaders(response), ...body }
}

function firstByte(hop: Hop): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { url } = hop
    const secure = url.protocol === 'https:'
    const request = (secure ? httpsRequest : httpRequest)({
      protocol: url.protocol,
      hostname: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port || (secure ? 443 : 80),
      path: hop.whole ? url.href : url.pathname + url.search,
      method: 'GET',
      headers: { ...hop.headers },
      agent: hop.agent,
      lookup: hop.lookup,
      maxHeaderSize: 64 * 1024,
    })
    const stopTimers = watchTimes(request, hop)
    const onAbort = () => request.destroy(hop.signal.reason as Error)
    hop.signal.addEventListener('abort', onAbort, { once: true })
    const settled = () => {
      stopTimers()
      hop.signal.removeEventListener('abort', onAbort)
    }
    request.once('response', (response) => {
      settled()
      resolve(response)
    })
    request.on('error', (error) => {
      settled()
      const stale = request.reusedSocket && ['ECONNRESET', 'EPIPE'].includes(errorCode(error))
      reject(stale ? new StaleConnection() : error)
    })
    if (hop.signal.aborted) onAbort()
    else request.end()
  })
}

/** Cuts a connection that does not come about, or that is silent after the question. */
function watchTimes(request: ClientRequest, hop: Hop): () => void {
  const { host } = hop.url
  const give = (message: string) => request.destroy(new TransportError('timeout', message))
  let timer = setTimeout(() => {
    give(`No connection to ${host} came about in time; it is tried again at a later sync.`)
  }, hop.limits.connectMs)
  const connected = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      give(`${host} accepted the connection but did not answer in time; it is tried again at a later sync.`)
    }, hop.limits.firstByteMs)
  }
  request.once('socket', (socket: Socket) => {
    if (socket.connecting) socket.once(hop.url.protocol === 'https:' ? 'secureConnect' : 'connect', connected)
    else connected()
  })
  return () => clearTimeout(timer)
}

function flatHeaders(response: IncomingMessage): FetchHeaders {
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(response.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value
  }
  return headers
}
