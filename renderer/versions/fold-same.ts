/** Folds what did not change between changes, so that a reader sees the changes and what stands right beside them. Pure. */
import type { ChangedParagraph, VersionChange } from '../../contract/version'

export interface Stretch {
  readonly folded: boolean
  readonly paragraphs: readonly ChangedParagraph[]
}

/** Fewer than this many are not worth a button. */
const LEAST_FOLDED = 2

/** Paragraphs in their order: an unchanged one stays in sight where a neighbour changed. */
export function foldSame(paragraphs: readonly ChangedParagraph[]): readonly Stretch[] {
  const isSame = (at: number) => (paragraphs[at]?.change ?? 'none') === 'none'
  const hidden = paragraphs.map((_, at) => isSame(at - 1) && isSame(at) && isSame(at + 1))
  const stretches: { folded: boolean; paragraphs: ChangedParagraph[] }[] = []
  paragraphs.forEach((paragraph, at) => {
    const last = stretches.at(-1)
    const folded = hidden[at] === true
    if (last?.folded === folded) last.paragraphs.push(paragraph)
    else stretches.push({ folded, paragraphs: [paragraph] })
  })
  return stretches.map(({ folded, paragraphs: inside }) => ({
    folded: folded && inside.length >= LEAST_FOLDED,
    paragraphs: inside,
  }))
}

/** Words that came and words that went. */
export function countChanges({ title, paragraphs }: VersionChange): {
  readonly added: number
  readonly removed: number
} {
  const counts = { added: 0, removed: 0 }
  for (const { runs } of [title, ...paragraphs])
    for (const { kind, text } of runs)
      if (kind !== 'same') counts[kind] += text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  return counts
}
