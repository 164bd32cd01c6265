/** Tries to connect somewhere and tells how it failed: what shows that there is no network. */
import { connect } from 'node:net'

/** The error's code, "timeout", or "connected". */
export function connectionError(host: string, port: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2_000 })
    socket.on('connect', () => {
      socket.destroy()
      resolve('connected')
    })
    socket.on('timeout', () => {
      socket.destroy()
      resolve('timeout')
    })
    socket.on('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code ?? error.message)
    })
  })
}
