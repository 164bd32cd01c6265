/** How much of one article is on this disk, as a look at the disk itself finds it. */
import type { ArticleId } from './article-id'
import type { Readiness } from './article'

/** Files or pages of one kind: how many are here, of how many, and what the ones here weigh. */
export interface ReadinessPart {
  readonly here: number
  readonly all: number
  readonly bytes: number
}

export interface ReadinessCheck {
  readonly articleId: ArticleId
  /** What the lists say and the disk confirms. */
  readonly ready: boolean
  readonly source: Readiness['text']
  readonly words: number
  /** Text as it is read, before it is packed for the disk. */
  readonly textBytes: number
  readonly pictures: ReadinessPart
  /** The publisher's related articles within the budget; they weigh what their own texts and pictures do. */
  readonly related: ReadinessPart
  readonly comments: {
    readonly state: 'unwanted' | 'unnamed' | Readiness['comments']
    readonly here: number
  }
  /** What is not here and why, a sentence each. */
  readonly missing: readonly string[]
  /** When the disk was looked at, ISO 8601 in UTC. */
  readonly checked: string
}
