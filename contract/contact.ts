/** Whom Offprint has asked for what: every host that was contacted, counted by what was wanted of it. */

/** `look`: an address the reader typed, searched for its feed. `icon`: a feed's picture. */
export const CONTACT_PURPOSES = [
  'feed',
  'page',
  'picture',
  'related',
  'comments',
  'icon',
  'look',
  'update',
] as const

export type ContactPurpose = (typeof CONTACT_PURPOSES)[number]

export interface Contact {
  readonly purpose: ContactPurpose
  /** Requests, those that a redirect made among them. */
  readonly count: number
  readonly lastAt: string
}

export interface ContactedHost {
  /** With its port where it is not the usual one. */
  readonly host: string
  readonly contacts: readonly Contact[]
}
