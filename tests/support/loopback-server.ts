/** A real HTTP server on 127.0.0.1 that logs what it was asked; tests say per path what it answers. */
import { createServer } from 'node:http'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface LoggedRequest {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  /** Port of the client's end: tells whether a connection was used again. */
  readonly clientPort: number
}

export interface Answer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string | number>>
  readonly body?: string | Uint8Array
  /** Milliseconds before the answer. */
  readonly delay?: number
}

export type Route = Answer | ((request: IncomingMessage, response: ServerResponse) => Answer | null)

export interface LoopbackServer {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string
  readonly port: number
  readonly log: LoggedRequest[]
  /** Most requests that were open at the same time. */
  readonly peak: () => number
  /** Sets or replaces the answer of one path. A route that returns null answers by itself. */
  on(path: string, route: Route): void
  /** Requests of one path, in order. */
  asked(path: string): LoggedRequest[]
  stop(): Promise<void>
}

export async function startLoopbackServer(
  routes: Readonly<Record<string, Route>> = {},
): Promise<LoopbackServer> {
  const table = new Map(Object.entries(routes))
  const log: LoggedRequest[] = []
  let open = 0
  let peak = 0
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    log.push({ path, headers: request.headers, clientPort: request.socket.remotePort ?? 0 })
    peak = Math.max(peak, ++open)
    response.once('close', () => open--)
    const route = table.get(path) ??
      table.get(path.split('?', 1)[0] ?? path) ?? { status: 404, body: 'not here' }
    const answer = typeof route === 'function' ? route(request, response) : route
    if (!answer) return
    setTimeout(() => {
      response.writeHead(answer.status ?? 200, { ...answer.headers })
      response.end(answer.body)
    }, answer.delay ?? 0)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    log,
    peak: () => peak,
    on: (path, route) => void table.set(path, route),
    asked: (path) => log.filter((one) => one.path === path),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
