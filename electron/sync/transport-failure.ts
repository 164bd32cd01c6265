/** Turns what Node says of a broken connection into a code and a sentence for the reader. */
import type { SyncCode } from '../../contract/feed'

export interface TransportFailure {
  readonly code: SyncCode
  readonly message: string
}

/** Expected ends of a fetch that this folder raises itself, between a timer or a limit and the one place that catches them. */
export class TransportError extends Error {
  constructor(
    readonly syncCode: SyncCode,
    message: string,
  ) {
    super(message)
    this.name = 'TransportError'
  }
}

const REFUSED = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'EACCES',
])
const BROKEN = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'ERR_STREAM_PREMATURE_CLOSE'])

/** `host` is named in the sentence. Anything unknown becomes `failed` with Node's own words. */
export function transportFailure(error: unknown, host: string): TransportFailure {
  if (error instanceof TransportError) return { code: error.syncCode, message: error.message }
  const code = errorCode(error)
  if (code === 'ENOTFOUND')
    return { code: 'dns', message: `The host ${host} was not found; check the address and the network.` }
  if (code === 'EAI_AGAIN' || code.startsWith('EAI_'))
    return { code: 'dns', message: `The name ${host} could not be looked up; is this machine online?` }
  if (REFUSED.has(code))
    return { code: 'refused', message: `${host} could not be reached; it is tried again at a later sync.` }
  if (code === 'ETIMEDOUT' || code === 'ESOCKETTIMEDOUT')
    return { code: 'timeout', message: `${host} did not answer in time; it is tried again at a later sync.` }
  if (isTls(code, error))
    return {
      code: 'tls',
      message: `The secure connection to ${host} failed (${code}); its certificate may be out of date.`,
    }
  if (BROKEN.has(code))
    return { code: 'failed', message: `${host} broke the connection off; it is tried again at a later sync.` }
  if (code.startsWith('HPE_'))
    return { code: 'failed', message: `${host} answered with something that is not HTTP (${code}).` }
  const words = error instanceof Error ? error.message : String(error)
  return { code: 'failed', message: `Fetching from ${host} failed: ${words}.` }
}

/** Node's code of an error, also of the first one inside an AggregateError (several addresses of one host tried). */
export function errorCode(error: unknown): string {
  if (error instanceof AggregateError && !hasCode(error)) return errorCode(error.errors[0])
  return hasCode(error) ? error.code : ''
}

function hasCode(error: unknown): error is { code: string } {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
}

function isTls(code: string, error: unknown): boolean {
  if (/^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|EPROTO|HOSTNAME_MISMATCH)/.test(code))
    return true
  return error instanceof Error && /certificate|ssl routines/i.test(error.message)
}
