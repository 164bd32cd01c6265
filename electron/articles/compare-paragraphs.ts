/** Sets the paragraphs of two texts beside each other: which are the same, which came, went, or were edited. Pure. */
import { diffArrays } from 'diff'
import type { ChangedParagraph } from '../../contract/version'
import { comparableText } from './comparable-text'
import { compareWords } from './compare-words'

const MOST_EDITS = 2000
/** Pairs of paragraphs that are weighed; where more would have to be, they are set one under the other. */
const MOST_PAIRS = 10_000
/** Share of common words from which two paragraphs are one that was edited. */
const LEAST_ALIKE = 0.4

/** In the order of the new text, with what was removed in its old place. Never throws. */
export function compareParagraphs(before: string, after: string): readonly ChangedParagraph[] {
  const [left, right] = [paragraphsOf(before), paragraphsOf(after)]
  const parts = diffArrays(left, right, {
    comparator: (a, b) => a.compared === b.compared,
    maxEditLength: MOST_EDITS,
  })
  if (!parts) return replaced(left.map(textOf), right.map(textOf))
  const compared: ChangedParagraph[] = []
  let gone: string[] = []
  let come: string[] = []
  const end = (): void => {
    compared.push(...replaced(gone, come))
    gone = []
    come = []
  }
  for (const { removed, added, value } of parts) {
    if (removed) gone.push(...value.map(textOf))
    else if (added) come.push(...value.map(textOf))
    else {
      end()
      compared.push(...value.map(({ text }) => whole('none', text)))
    }
  }
  end()
  return compared
}

/** One paragraph, for a title. */
export function compareParagraph(before: string, after: string): ChangedParagraph {
  return alike(before, after) ? whole('none', after) : { change: 'edited', runs: compareWords(before, after) }
}

/** A paragraph, and what of it is compared: made once, it is asked for at every pair. */
interface Paragraph {
  readonly text: string
  readonly compared: string
}

function paragraphsOf(text: string): Paragraph[] {
  return text
    .split(/\n+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => ({ text: paragraph, compared: comparableText(paragraph) }))
}

const textOf = ({ text }: Paragraph): string => text

function alike(a: string, b: string): boolean {
  return a === b || comparableText(a) === comparableText(b)
}

const KINDS = { none: 'same', added: 'added', removed: 'removed' } as const

function whole(change: keyof typeof KINDS, text: string): ChangedParagraph {
  return { change, runs: [{ kind: KINDS[change], text }] }
}

/** Paragraphs in the place of others: each pair that is much alike was edited, the rest went and came. */
function replaced(gone: readonly string[], come: readonly string[]): ChangedParagraph[] {
  const compared: ChangedParagraph[] = []
  let [nextGone, nextCome] = [0, 0]
  const upTo = (goneEnd: number, comeEnd: number): void => {
    compared.push(...gone.slice(nextGone, goneEnd).map((text) => whole('removed', text)))
    compared.push(...come.slice(nextCome, comeEnd).map((text) => whole('added', text)))
  }
  for (const [from, to] of pairsOf(gone, come)) {
    upTo(from, to)
    compared.push(compareParagraph(gone[from] ?? '', come[to] ?? ''))
    nextGone = from + 1
    nextCome = to + 1
  }
  upTo(gone.length, come.length)
  return compared
}

/** The pairs, in order on both sides, that are most alike together. */
function pairsOf(gone: readonly string[], come: readonly string[]): (readonly [number, number])[] {
  if (gone.length * come.length > MOST_PAIRS) return []
  const [left, right] = [gone.map(wordSet), come.map(wordSet)]
  const width = come.length + 1
  const best = new Float64Array((gone.length + 1) * width)
  const at = (from: number, to: number): number => best[from * width + to] ?? 0
  const likeness = (from: number, to: number): number => shareOf(left[from] ?? EMPTY, right[to] ?? EMPTY)
  const pairedAt = (from: number, to: number): number => at(from + 1, to + 1) + likeness(from, to)
  for (let from = gone.length - 1; from >= 0; from--)
    for (let to = come.length - 1; to >= 0; to--)
      best[from * width + to] = Math.max(at(from + 1, to), at(from, to + 1), pairedAt(from, to))
  const pairs: (readonly [number, number])[] = []
  for (let from = 0, to = 0; from < gone.length && to < come.length;) {
    if (likeness(from, to) > 0 && at(from, to) === pairedAt(from, to)) pairs.push([from++, to++])
    else if (at(from + 1, to) >= at(from, to + 1)) from++
    else to++
  }
  return pairs
}

const EMPTY: ReadonlySet<string> = new Set()
const WORD = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[\p{L}\p{N}\p{M}]+/gu

function wordSet(text: string): ReadonlySet<string> {
  return new Set(comparableText(text).match(WORD) ?? [])
}

/** Twice the common words among all; 0 where that is too little to call them one paragraph. */
function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0
  let common = 0
  for (const word of a) if (b.has(word)) common++
  const share = (2 * common) / (a.size + b.size)
  return share < LEAST_ALIKE ? 0 : share
}
