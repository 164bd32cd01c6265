/** A passage the reader marked. The anchor is a quote with its context; offsets count in the article's `text`. */
import type { ArticleId } from './article-id'

export const HIGHLIGHT_COLORS = ['yellow', 'green', 'blue', 'pink', 'purple'] as const
export type HighlightColor = (typeof HIGHLIGHT_COLORS)[number]

/** Characters of context kept on each side of a quote. */
export const CONTEXT_LENGTH = 64

export interface Highlight {
  readonly highlightId: string
  readonly articleId: ArticleId
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
  readonly start: number
  readonly end: number
  readonly color: HighlightColor
  readonly note: string | null
  readonly created: string
  readonly updated: string
  /** exact: the quote stands at its offsets; moved: found again elsewhere or changed a little; orphan: the passage is gone. */
  readonly anchor: 'exact' | 'moved' | 'orphan'
}

/** What the window sends to make one; the engine finds the offsets by the quote and its context. */
export interface NewHighlight {
  readonly articleId: ArticleId
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
  readonly color: HighlightColor
  readonly note: string | null
}

/** An article of an import that this library does not hold. */
export interface MissingArticle {
  readonly title: string
  readonly url: string | null
  /** How many highlights were left out with it. */
  readonly highlights: number
}

/** A file of an import that is no export of ours, or damaged; nothing of it came. */
export interface RefusedFile {
  readonly name: string
  readonly problem: string
}

/** What an import of highlights did. Every highlight of the files is counted once. */
export interface HighlightImport {
  readonly added: number
  /** Were here already, and took over what was changed in the file. */
  readonly changed: number
  /** Were here already, just so. */
  readonly known: number
  readonly missing: readonly MissingArticle[]
  readonly refused: readonly RefusedFile[]
  /** Highlights that were not looked at, because the reader ended the import. */
  readonly left?: number
}

/** A highlight with the article it stands in, for the list of all highlights. */
export interface HighlightRow extends Highlight {
  readonly articleTitle: string
  readonly feedTitle: string
}
