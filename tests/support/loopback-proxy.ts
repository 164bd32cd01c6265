/** An HTTP proxy and a SOCKS 5 proxy on 127.0.0.1 that log what they were asked and lead every host to one loopback port. */
import { createServer as createHttpServer, request as httpRequest } from 'node:http'
import { connect, createServer } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'

export interface LoopbackProxy {
  readonly port: number
  /** `GET http://news.test/feed`, `CONNECT news.test:443`, `SOCKS news.test:80`. */
  readonly log: string[]
  /** Proxy-Authorization headers, or SOCKS names and passwords, as they came. */
  readonly logins: (string | undefined)[]
  stop(): Promise<void>
}

export async function startHttpProxy(
  leadsTo: number,
  options: { readonly refuseWith?: number } = {},
): Promise<LoopbackProxy> {
  const log: string[] = []
  const logins: (string | undefined)[] = []
  const server = createHttpServer((question, answer) => {
    log.push(`${question.method ?? ''} ${question.url ?? ''}`)
    logins.push(question.headers['proxy-authorization'])
    if (options.refuseWith !== undefined) {
      answer.writeHead(options.refuseWith).end()
      return
    }
    const { pathname, search } = new URL(question.url ?? '')
    const { headers } = question
    httpRequest({ port: leadsTo, host: '127.0.0.1', path: pathname + search, headers }, (inner) => {
      answer.writeHead(inner.statusCode ?? 502, inner.headers)
      inner.pipe(answer)
    }).end()
  })
  server.on('connect', (question, socket: Socket) => {
    log.push(`CONNECT ${question.url ?? ''}`)
    logins.push(question.headers['proxy-authorization'])
    if (options.refuseWith === undefined) {
      const inner = connect(leadsTo, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
        join(socket, inner)
      })
    } else socket.end(`HTTP/1.1 ${String(options.refuseWith)} No\r\n\r\n`)
  })
  return listening(server, log, logins)
}

export async function startSocksProxy(
  leadsTo: number,
  wanted: { readonly user: string; readonly password: string } | null = null,
): Promise<LoopbackProxy> {
  const log: string[] = []
  const logins: (string | undefined)[] = []
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    const steps = [
      (): Buffer => Buffer.from([5, wanted ? 2 : 0]),
      ...(wanted
        ? [
            (bytes: Buffer): Buffer => {
              const user = bytes.subarray(2, 2 + bytes[1]!).toString()
              const password = bytes.subarray(3 + bytes[1]!).toString()
              logins.push(`${user}:${password}`)
              return Buffer.from([1, user === wanted.user && password === wanted.password ? 0 : 1])
            },
          ]
        : []),
    ]
    const onData = (bytes: Buffer) => {
      const step = steps.shift()
      if (step) {
        socket.write(step(bytes))
        return
      }
      socket.removeListener('data', onData)
      const name = bytes.subarray(5, 5 + bytes[4]!).toString()
      log.push(`SOCKS ${name}:${String(bytes.readUInt16BE(5 + bytes[4]!))}`)
      const inner = connect(leadsTo, '127.0.0.1', () => {
        socket.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]))
        join(socket, inner)
      })
    }
    socket.on('data', onData)
  })
  return listening(server, log, logins)
}

function join(one: Socket, other: Socket): void {
  one.pipe(other).pipe(one)
  for (const socket of [one, other]) socket.on('error', () => undefined)
  one.on('close', () => other.destroy())
}

async function listening(
  server: Server,
  log: string[],
  logins: (string | undefined)[],
): Promise<LoopbackProxy> {
  const open = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    log,
    logins,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
