/** What one fetch is asked for and what comes of it. Failures of the network are values: a code and a sentence. */
import type { ContactPurpose } from '../../contract/contact'
import type { SyncCode } from '../../contract/feed'

export interface FetchRequest {
  readonly url: string
  /** What is wanted of it, for the list of hosts that the reader can look into. */
  readonly purpose: ContactPurpose
  readonly headers?: Readonly<Record<string, string>>
  /** Largest body in bytes, counted after inflating. */
  readonly maxBytes: number
  /** True only when the reader typed this very address: then its host may be on a private network. */
  readonly typed: boolean
  /** Headlines go before pages and pictures in the queue. */
  readonly lane?: 'first' | 'later'
  readonly signal?: AbortSignal
}

export interface Redirect {
  readonly status: number
  readonly from: string
  readonly to: string
}

/** Lower-case names; a repeated header is joined by a comma and a space. */
export type FetchHeaders = Readonly<Record<string, string>>

export interface FetchAnswer {
  readonly ok: true
  /** Any HTTP status: also 304, 404 and 503 are answers. */
  readonly status: number
  readonly headers: FetchHeaders
  readonly bytes: Uint8Array
  /** True when the connection broke before the announced end; `bytes` is what came. */
  readonly truncated: boolean
  /** True when a name and password went along with the question that was answered. */
  readonly signedIn?: boolean
  readonly finalUrl: string
  readonly redirects: readonly Redirect[]
}

export interface FetchFailure {
  readonly ok: false
  readonly code: SyncCode
  /** One sentence: what failed, where, what to do. */
  readonly message: string
  readonly finalUrl: string
  readonly redirects: readonly Redirect[]
}

export type FetchOutcome = FetchAnswer | FetchFailure

/** Fetches one address; never rejects for anything the network does. */
export type FetchBytes = (request: FetchRequest) => Promise<FetchOutcome>

/** Media type of an answer without parameters, lower case; null when it names none. */
export function mediaType(headers: FetchHeaders): string | null {
  const type = (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase()
  return type ? type : null
}

/** The name a sentence gives an address: its host, or the address where there is none. */
export function hostOf(url: string): string {
  try {
    return new URL(url).host || url
  } catch {
    // Sentences are also made for addresses that are none.
    return url
  }
}
