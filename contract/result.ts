/** Answers over the bridge: Electron passes a thrown error's message only, so failures travel as values with a code. */

export interface AppError {
  readonly code: string
  /** One sentence: what failed, where, and what to do. */
  readonly message: string
}

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppError }
