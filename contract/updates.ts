/** What is known of a newer Offprint. Nothing is looked for, fetched or installed without the reader's word. */

/** Why this copy is not updated by Offprint itself. */
export type NoUpdates = 'system' | 'build' | 'folder' | 'network'

export interface OfferedUpdate {
  readonly version: string
  /** Plain text; null when the release has none. */
  readonly notes: string | null
  /** Of the download; null when the release does not say. */
  readonly bytes: number | null
}

export type UpdateState =
  /** `system`: the system's package tools do it. `build`: made without an address to ask. `folder`: unpacked, not installed. */
  | { readonly kind: 'none'; readonly why: NoUpdates }
  | { readonly kind: 'idle' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'newest'; readonly checkedAt: string }
  | { readonly kind: 'offered'; readonly update: OfferedUpdate }
  /** From 0 to 100. */
  | { readonly kind: 'downloading'; readonly update: OfferedUpdate; readonly percent: number }
  | { readonly kind: 'ready'; readonly update: OfferedUpdate }
  | { readonly kind: 'failed'; readonly message: string }
