/** Reads the body of an answer: inflates it, counts what comes out, stops at the limit, notices stalls and broken ends. */
import type { IncomingMessage } from 'node:http'
import type { Transform } from 'node:stream'
import { constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'
import { TransportError } from './transport-failure'

// A server that sends less than this in `idleMs` is stalled or drips on purpose; even a slow modem sends ten times more.
const IDLE_BYTES = 4096

export interface BodyLimits {
  /** In bytes, of what arrives and of what it inflates to. */
  readonly maxBytes: number
  /** True: what goes beyond the limit is left unread without a failure (bodies of error pages). */
  readonly cutAtLimit: boolean
  readonly idleMs: number
  /** Named in sentences. */
  readonly host: string
  /** Its reason is what reading rejects with. */
  readonly signal: AbortSignal
}

export interface Body {
  readonly bytes: Uint8Array
  /** The connection broke, or the compressed data ended, before their announced end. */
  readonly truncated: boolean
  /** Bytes that came over the network. */
  readonly received: number
}

/** Rejects with a `TransportError` for size, stall and unreadable compression. Destroys the answer whenever it stops early. */
export function readBody(response: IncomingMessage, limits: BodyLimits): Promise<Body> {
  return new Promise((resolve, reject) => {
    new BodyReader(response, limits, resolve, reject).start()
  })
}

class BodyReader {
  private readonly parts: Buffer[] = []
  private size = 0
  private received = 0
  private receivedAtLastCheck = 0
  private inflater: Transform | null = null
  private begun = false
  private ended = false
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly response: IncomingMessage,
    private readonly limits: BodyLimits,
    private readonly resolve: (body: Body) => void,
    private readonly reject: (error: Error) => void,
  ) {}

  start(): void {
    const { signal } = this.limits
    if (signal.aborted) {
      this.cancelled()
      return
    }
    signal.addEventListener('abort', this.cancelled, { once: true })
    this.timer = setInterval(() => this.checkPace(), this.limits.idleMs)
    this.response.on('data', (chunk: Buffer) => this.arrived(chunk))
    this.response.once('end', () => this.finishInput(!this.response.complete))
    this.response.once('aborted', () => this.finishInput(true))
    this.response.on('error', () => this.finishInput(true))
  }

  private readonly cancelled = (): void => {
    this.fail(this.limits.signal.reason as Error)
  }

  private arrived(chunk: Buffer): void {
    if (this.ended) return
    this.received += chunk.length
    if (!this.begun) {
      this.begun = true
      this.inflater = createInflater(this.response.headers['content-encoding'], chunk)
      this.inflater?.on('data', (part: Buffer) => this.take(part))
      this.inflater?.once('end', () => this.finish(false))
      this.inflater?.on('error', () => this.inflateFailed())
    }
    if (!this.inflater) this.take(chunk)
    else if (this.received > this.limits.maxBytes) this.overLimit()
    else if (!this.inflater.write(chunk)) {
      this.response.pause()
      this.inflater.once('drain', () => this.response.resume())
    }
  }

  private take(part: Buffer): void {
    if (this.ended) return
    const room = this.limits.maxBytes - this.size
    if (part.length > room) {
      this.parts.push(part.subarray(0, room))
      this.size += room
      this.overLimit()
      return
    }
    this.size += part.length
    this.parts.push(part)
  }

  private overLimit(): void {
    if (this.limits.cutAtLimit) {
      this.finish(true)
      return
    }
    const megabytes = this.limits.maxBytes / (1024 * 1024)
    const limit = megabytes.toFixed(megabytes < 1 ? 2 : 0)
    this.fail(
      new TransportError(
        'too_large',
        `${this.limits.host} sent more than the limit of ${limit} MB; nothing of it was kept.`,
      ),
    )
  }

  private inflateFailed(): void {
    if (this.size > 0) this.finish(true)
    else
      this.fail(new TransportError('failed', `${this.limits.host} sent compressed data that cannot be read.`))
  }

  private checkPace(): void {
    const progress = this.received - this.receivedAtLastCheck
    this.receivedAtLastCheck = this.received
    if (progress >= IDLE_BYTES) return
    this.fail(
      new TransportError(
        'timeout',
        `${this.limits.host} stopped sending halfway; it is tried again at a later sync.`,
      ),
    )
  }

  private finishInput(broken: boolean): void {
    if (this.ended) return
    // The inflater still holds a part: its own end finishes the body.
    if (this.inflater && !broken) this.inflater.end()
    else this.finish(broken)
  }

  private finish(truncated: boolean): void {
    if (!this.stop()) return
    this.resolve({ bytes: Buffer.concat(this.parts, this.size), truncated, received: this.received })
  }

  private fail(error: Error): void {
    if (this.stop()) this.reject(error)
  }

  private stop(): boolean {
    if (this.ended) return false
    this.ended = true
    clearInterval(this.timer)
    this.limits.signal.removeEventListener('abort', this.cancelled)
    this.inflater?.destroy()
    // Only an answer read to its end leaves a connection that can be used again.
    if (!this.response.complete) this.response.destroy()
    return true
  }
}

/** By header and first byte, because servers declare gzip and send plain text; null when there is nothing to inflate. */
function createInflater(encoding: string | undefined, first: Buffer): Transform | null {
  const name = (encoding ?? '').trim().toLowerCase()
  // With a flush instead of a finish at the end, data that were cut off give what is there.
  const lenient = { finishFlush: constants.Z_SYNC_FLUSH }
  if (name === 'gzip' || name === 'x-gzip') return first[0] === 0x1f ? createGunzip(lenient) : null
  if (name === 'deflate') {
    const wrapped = ((first[0] ?? 0) & 0x0f) === 8
    return wrapped ? createInflate(lenient) : createInflateRaw(lenient)
  }
  if (name === 'br') return createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH })
  return null
}
