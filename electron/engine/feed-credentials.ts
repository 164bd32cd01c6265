/**
 * Names and passwords of sites that want them (HTTP Basic): one an origin, sent to that very origin only. What keeps them over
 * a restart is handed in; without it they last for this run.
 */
import { absoluteUrl } from '../../contract/absolute-url'
import type { FeedLogin, LoginFacts } from '../../contract/feed'
import { AppFailure } from '../app-failure'
import { normaliseTypedAddress } from '../feeds/guess-feed-addresses'

/** Keeps one text so that nobody but this reader can read it; in the app, Electron's safeStorage. */
export interface SecretKeeper {
  /** False where the system cannot encrypt: then nothing is written, and `write` does nothing. */
  readonly lasting: () => boolean
  /** Null when nothing is kept or it cannot be read any more. */
  readonly read: () => Promise<string | null>
  readonly write: (text: string) => Promise<void>
}

export class FeedCredentials {
  private readonly logins = new Map<string, FeedLogin>()
  /** Address asked for -> origin that wanted a password for it, where a redirect led elsewhere. */
  private readonly challenged = new Map<string, string>()

  constructor(private readonly keeper: SecretKeeper | null) {}

  /** Reads what is kept; what is no login is passed over. */
  async load(): Promise<void> {
    const text = (await this.keeper?.read()) ?? null
    for (const [origin, login] of text === null ? [] : readLogins(text)) this.logins.set(origin, login)
  }

  /** Value of the Authorization header for an origin, or null. */
  authorization(origin: string): string | null {
    const login = this.logins.get(origin)
    if (!login) return null
    // RFC 7617 leaves the charset to the server; UTF-8 is what it names and what servers expect today.
    return `Basic ${Buffer.from(`${login.user}:${login.password}`, 'utf8').toString('base64')}`
  }

  /** Notes that `origin` wanted a password when `address` was fetched. */
  noteChallenge(address: string, origin: string): void {
    this.challenged.set(address, origin)
  }

  facts(address: string): LoginFacts {
    const origin = this.originOf(address)
    const user = this.logins.get(origin)?.user ?? null
    return { origin, user, lasting: this.keeper?.lasting() ?? false }
  }

  /** Kept when it resolves, as far as it can be kept; null forgets. */
  async set(address: string, login: FeedLogin | null): Promise<LoginFacts> {
    const origin = this.originOf(address)
    if (login) this.logins.set(origin, login)
    else this.logins.delete(origin)
    if (this.keeper?.lasting()) await this.keeper.write(JSON.stringify(Object.fromEntries(this.logins)))
    return this.facts(address)
  }

  private originOf(address: string): string {
    const url = normaliseTypedAddress(address)
    if (url === null)
      throw new AppFailure('failed', 'A name and password can only be kept for the address of a site.')
    // A scheme that was not typed may have been tried as http after all.
    const tried = [url, url.replace(/^https:/, 'http:')]
    const challenged = tried.map((one) => this.challenged.get(one)).find((origin) => origin !== undefined)
    return challenged ?? new URL(url).origin
  }
}

/** `https://name:password@host/path` taken apart: the address alone, and the login where there is one. */
export function takeLoginApart(typed: string): {
  readonly address: string
  readonly login: FeedLogin | null
} {
  const start = /^\s*(?:<\s*)?(?:feed:)?(?:https?:)?\/\//i.exec(typed)?.[0]
  if (start === undefined) return { address: typed, login: null }
  const rest = typed.slice(start.length)
  const end = rest.search(/[/?#\s]/)
  // The last sign ends it: passwords are often typed with an @ as it is.
  const at = rest.slice(0, end < 0 ? undefined : end).lastIndexOf('@')
  if (at < 0) return { address: typed, login: null }
  const pair = rest.slice(0, at)
  const colon = pair.indexOf(':')
  const user = decode(colon < 0 ? pair : pair.slice(0, colon))
  const password = colon < 0 ? '' : decode(pair.slice(colon + 1))
  return { address: start + rest.slice(at + 1), login: user === '' ? null : { user, password } }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A bare per cent sign in a password: it is meant as it stands.
    return text
  }
}

function readLogins(text: string): readonly (readonly [string, FeedLogin])[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // What was kept is damaged: the sites ask again, and the reader types again.
    return []
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([origin, login]) =>
    absoluteUrl(origin) !== null && isLogin(login) ? [[origin, login] as const] : [],
  )
}

function isLogin(value: unknown): value is FeedLogin {
  if (typeof value !== 'object' || value === null) return false
  return (
    'user' in value &&
    typeof value.user === 'string' &&
    'password' in value &&
    typeof value.password === 'string'
  )
}
