/** The client's half of a SOCKS 5 conversation (RFC 1928), with a name and password where the proxy wants them (RFC 1929). */
import type { Socket } from 'node:net'
import type { Proxy } from './proxy'
import { TransportError } from './transport-failure'

const VERSION = 5
const NO_LOGIN = 0
const LOGIN = 2

/** Resolves when the socket speaks to the target. The name is sent as it is: the proxy looks it up. */
export async function speakSocks5(
  socket: Socket,
  { host: proxyHost, login }: Proxy,
  target: { readonly host: string; readonly port: number },
): Promise<void> {
  const read = byteReader(socket)
  socket.write(Buffer.from(login ? [VERSION, 2, NO_LOGIN, LOGIN] : [VERSION, 1, NO_LOGIN]))
  const [version, method] = await read(2)
  if (version !== VERSION)
    throw new TransportError('refused', `The proxy ${proxyHost} does not speak SOCKS 5.`)
  if (method === LOGIN && login) {
    const user = Buffer.from(login.user).subarray(0, 255)
    const password = Buffer.from(login.password).subarray(0, 255)
    socket.write(
      Buffer.concat([Buffer.from([1, user.length]), user, Buffer.from([password.length]), password]),
    )
    const [, status] = await read(2)
    if (status !== 0)
      throw new TransportError('unauthorized', `The proxy ${proxyHost} refused the name and password.`)
  } else if (method !== NO_LOGIN)
    throw new TransportError('unauthorized', `The proxy ${proxyHost} asks for a name and a password.`)
  const name = Buffer.from(target.host, 'latin1').subarray(0, 255)
  const port = Buffer.from([target.port >> 8, target.port & 255])
  socket.write(Buffer.concat([Buffer.from([VERSION, 1, 0, 3, name.length]), name, port]))
  const [, code, , kind] = await read(4)
  if (code !== 0)
    throw new TransportError(
      'refused',
      `The proxy ${proxyHost} could not reach ${target.host}; it is tried again later.`,
    )
  // The address it bound, of no use to us, stands before the first byte of the host.
  const length = kind === 1 ? 4 : kind === 4 ? 16 : ((await read(1))[0] ?? 0)
  await read(length + 2)
  socket.pause()
}

/** Reads exact numbers of bytes, and not one more: what follows belongs to the host. */
function byteReader(socket: Socket): (length: number) => Promise<Buffer> {
  return (length) =>
    new Promise((resolve, reject) => {
      const settle = () => {
        socket.removeListener('readable', tryRead)
        socket.removeListener('error', onEnd)
        socket.removeListener('close', onEnd)
      }
      const onEnd = (error?: unknown) => {
        settle()
        reject(error instanceof Error ? error : new Error('the proxy hung up'))
      }
      const tryRead = () => {
        const bytes = socket.read(length) as Buffer | null
        if (bytes === null) return
        settle()
        resolve(bytes)
      }
      socket.on('readable', tryRead)
      socket.once('error', onEnd)
      socket.once('close', onEnd)
      tryRead()
    })
}
