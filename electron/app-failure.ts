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

/** What is told of any thrown value; a fault of ours keeps its message, its stack belongs into the log. */
export function appErrorOf(error: unknown): AppError {
  if (error instanceof AppFailure) return { code: error.code, message: error.message }
  return { code: 'failed', message: error instanceof Error ? error.message : String(error) }
}
