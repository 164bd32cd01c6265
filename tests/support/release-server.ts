/** A folder of releases on 127.0.0.1: a program, its description, its signature; each can be spoilt on the way. */
import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { startLoopbackServer, type LoopbackServer } from './loopback-server'

export interface Release {
  readonly version: string
  /** What the description promises; a shell script is a program too. */
  readonly program: string
  /** What is served in its place. */
  readonly served?: string
  /** Bytes after which the connection breaks. */
  readonly cutAfter?: number
  readonly notes?: string
  /** Whose key signs; the server's own when not given. */
  readonly signedBy?: KeyObject
  /** Changes the description after it was signed. */
  readonly forge?: (description: string) => string
  readonly fileName?: string
}

export interface ReleaseServer {
  readonly server: LoopbackServer
  readonly address: string
  readonly publicKey: string
  publish(release: Release, channel?: 'latest' | 'beta'): void
  stop(): Promise<void>
}

export async function startReleaseServer(): Promise<ReleaseServer> {
  const server = await startLoopbackServer()
  const own = generateKeyPairSync('ed25519')
  const suffix = process.arch === 'x64' ? '' : `-${process.arch}`
  return {
    server,
    address: `${server.origin}/releases/`,
    publicKey: own.publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    publish: (release, channel = 'latest') => {
      const name = `/releases/${channel}-linux${suffix}.json`
      const description = describe(release)
      const signature = sign(null, Buffer.from(description), release.signedBy ?? own.privateKey)
      server.on(name, { body: release.forge?.(description) ?? description })
      server.on(`${name}.sig`, { body: signature.toString('base64') })
      serveProgram(server, release)
    },
    stop: () => server.stop(),
  }
}

function describe({ version, program, notes, fileName }: Release): string {
  const sha512 = createHash('sha512').update(program).digest('base64')
  const url = fileName ?? nameOf(version)
  const files = [{ url, sha512, size: Buffer.byteLength(program) }]
  return JSON.stringify({ version, files, ...(notes === undefined ? {} : { releaseNotes: notes }) })
}

function nameOf(version: string): string {
  return `Offprint-${version}.AppImage`
}

function serveProgram(server: LoopbackServer, { version, program, served, cutAfter }: Release): void {
  const body = Buffer.from(served ?? program)
  server.on(`/releases/${nameOf(version)}`, (_request, response) => {
    if (cutAfter === undefined) return { body, headers: { 'Content-Length': body.length } }
    response.writeHead(200, { 'Content-Length': body.length })
    response.write(body.subarray(0, cutAfter), () => response.socket?.destroy())
    return null
  })
}
