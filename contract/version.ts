/** What an article said before its publisher changed it, set beside what it said afterwards. */

export interface ChangeRun {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** A paragraph of both texts, or of the one that has it. Its runs in order, removed before added, are all of its words. */
export interface ChangedParagraph {
  readonly change: 'none' | 'edited' | 'added' | 'removed'
  readonly runs: readonly ChangeRun[]
}

/** One change of an article's text. */
export interface VersionChange {
  /** When the new text was got, ISO 8601 in UTC: the name of the change. */
  readonly at: string
  readonly title: ChangedParagraph
  readonly paragraphs: readonly ChangedParagraph[]
  /** The text as it was before, paragraphs parted by line breaks. */
  readonly earlier: string
}
