/** Answers one request of the window: checks who asks, what is asked and with what, and gives every outcome back as a value. */
import type { RequestName } from '../../contract/bridge'
import type { Result } from '../../contract/result'
import { toAppError } from './app-error'
import type { Handlers, SharedRequestName, WindowRequestName } from './engine-facade'
import { detailOf, type Log } from './log-file'
import { refuseSender, type SenderFrame } from './trusted-sender'

export interface AnswerOptions {
  /** Ready when the library is open; requests that come earlier wait for it. */
  readonly handlers: Promise<Handlers<SharedRequestName>>
  /** Answers that are the asking window's own. */
  readonly ownHandlers: (contentsId: number) => Handlers<WindowRequestName>
  /** Ids of the web contents of our windows; changes as windows come and go. */
  readonly windows: ReadonlySet<number>
  readonly log: Log
  /** Called at each accepted request: the window is alive and listens. */
  readonly heard: (contentsId: number) => void
  /** Called when a request has been answered with what was asked for. */
  readonly answered?: (name: RequestName) => void
}

export interface Call {
  readonly senderId: number
  readonly frame: SenderFrame | null | undefined
  readonly name: unknown
  readonly args: readonly unknown[]
}

/** One request from check to answer. Never rejects: a thrown error would reach the window as a bare message. */
export async function answerRequest(options: AnswerOptions, call: Call): Promise<Result<unknown>> {
  const { log } = options
  const why = refuseSender(call.senderId, call.frame, options.windows)
  if (why) {
    log.warn('request refused', { why, sender: call.senderId })
    return refusal('forbidden', 'This page may not ask Offprint for anything.')
  }
  // Loaded by the first request: their 15 ms would come before the first window.
  const { isRequestName, requestSchemas } = await import('./request-schemas')
  if (!isRequestName(call.name)) {
    log.warn('request refused', { why: 'unknown name' })
    return refusal('bad_request', 'The window asked for something Offprint does not know. Restart Offprint.')
  }
  const checked = requestSchemas[call.name].safeParse(call.args)
  if (!checked.success) {
    const where = checked.error.issues.map((issue) => issue.path.join('.')).slice(0, 5)
    log.warn('request refused', { why: 'bad arguments', name: call.name, where: where.join(' ') })
    return refusal(
      'bad_request',
      `The window asked for "${call.name}" in a way Offprint does not understand.`,
    )
  }
  options.heard(call.senderId)
  try {
    const handlers = { ...(await options.handlers), ...options.ownHandlers(call.senderId) }
    const value = await run(handlers, call.name, checked.data)
    options.answered?.(call.name)
    return { ok: true, value }
  } catch (error) {
    const known = toAppError(error)
    const detail = detailOf(error)
    if (known.code === 'failed') log.error('request failed', { name: call.name, detail })
    else log.info('request answered with an error', { name: call.name, code: known.code })
    return { ok: false, error: known }
  }
}

function run(handlers: Handlers, name: RequestName, args: readonly unknown[]): unknown {
  // The schema of this very name has just produced the arguments; TypeScript cannot follow the pairing.
  const handler = handlers[name] as (...args: readonly unknown[]) => unknown
  return handler(...args)
}

function refusal(code: string, message: string): Result<never> {
  return { ok: false, error: { code, message } }
}
