/** The engine's one expected error: a code for programs and a sentence for the reader. Anything else thrown is a fault of ours. */
import type { AppError } from '../contract/result'

export class AppFailure extends Error {
  override readonly name = 'AppFailure'

  /** @param message one sentence: what failed, where, and what to do. */
  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

const OWN_CODE = /^[a-z][a-z_]*$/

/** What is told of any thrown value. Every layer's own errors carry a lower-case code; a fault of ours is told by its message. */
export function appErrorOf(error: unknown): AppError {
  if (!(error instanceof Error)) return { code: 'failed', message: String(error) }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return { code: OWN_CODE.test(code) ? code : 'failed', message: error.message }
}
