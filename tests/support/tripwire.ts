/** A server that only counts: whoever connects has got out. Understands nothing, so that even a bare connection is seen. */
import { createServer as createTcpServer } from 'node:net'
import { createSocket } from 'node:dgram'
import type { AddressInfo } from 'node:net'

export interface Tripwire {
  /** `127.0.0.1:<port>`, TCP and UDP. */
  readonly host: string
  /** What has come so far: one line a connection or datagram. */
  readonly touched: readonly string[]
  stop(): void
}

export async function setTripwire(): Promise<Tripwire> {
  const touched: string[] = []
  const tcp = createTcpServer((socket) => {
    touched.push('connection')
    socket.on('data', (bytes) => touched.push(bytes.toString('latin1').split('\r\n')[0] ?? ''))
    // A client that goes away in the middle is no concern of ours.
    socket.on('error', () => undefined)
  })
  await new Promise<void>((resolve) => {
    tcp.listen(0, '127.0.0.1', resolve)
  })
  const { port } = tcp.address() as AddressInfo
  const udp = createSocket('udp4', () => touched.push('datagram'))
  await new Promise<void>((resolve) => {
    udp.bind(port, '127.0.0.1', resolve)
  })
  return {
    host: `127.0.0.1:${String(port)}`,
    touched,
    stop: () => {
      tcp.close()
      udp.close()
    },
  }
}
