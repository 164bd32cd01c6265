/** What changed between two versions of an article's text: compared on normalised words, so that counters, clocks and typography are no change. */
import { diffArrays } from 'diff'

export interface ChangePart {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

export interface Change {
  /** False where only counters, times or typography differ. */
  readonly changed: boolean
  /** One sentence for the list of versions. */
  readonly sentence: string
  /** The whole new text with what was removed in its place; paragraphs that are the same stand whole. */
  readonly parts: readonly ChangePart[]
}

/** Longer texts are compared by paragraph only: a word's comparison grows with the number of differences. */
const MOST_TOKENS = 20_000
const MOST_EDITS = 2000

/** Compares two plain texts. Never throws. */
export function describeChange(oldText: string, newText: string): Change {
  const before = normalised(oldText)
  const after = normalised(newText)
  if (before === after)
    return { changed: false, sentence: 'Nothing changed.', parts: [{ kind: 'same', text: newText }] }
  const parts = differences(oldText, newText)
  const added = wordsOf(parts, 'added')
  const removed = wordsOf(parts, 'removed')
  return { changed: true, sentence: sentenceOf(added, removed), parts }
}

/** What must differ for a text to count as changed. */
function normalised(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[‐-―−]/g, '-')
    .replace(/\b\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?/g, '0:00')
    .replace(
      /\b\d[\d.,]*k?\s+(?:comments?|shares?|views?|likes?|min(?:ute)?s?|hours?|days?|seconds?)(?:\s+ago)?\b/g,
      '0 counted',
    )
    .replace(/^(?:last )?(?:updated|modified|published|posted)\b[^\n]{0,60}$/gm, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function tokensOf(text: string): string[] {
  return text.match(/\n+|[^\S\n]+|[\p{L}\p{N}\p{M}'’_-]+|[^\s\p{L}\p{N}\p{M}]/gu) ?? []
}

function differences(oldText: string, newText: string): ChangePart[] {
  const paragraphs = diffArrays(paragraphsOf(oldText), paragraphsOf(newText), {
    comparator: alike,
    maxEditLength: MOST_EDITS,
  })
  if (!paragraphs)
    return [
      { kind: 'removed', text: oldText },
      { kind: 'added', text: newText },
    ]
  const parts: ChangePart[] = []
  for (let at = 0; at < paragraphs.length; at++) {
    const part = paragraphs[at]
    const next = paragraphs[at + 1]
    if (!part) continue
    const text = part.value.join('')
    if (part.removed && next?.added) {
      parts.push(...wordDifferences(text, next.value.join('')))
      at++
    } else parts.push({ kind: part.added ? 'added' : part.removed ? 'removed' : 'same', text })
  }
  return merged(parts)
}

function wordDifferences(before: string, after: string): ChangePart[] {
  const [left, right] = [tokensOf(before), tokensOf(after)]
  const changes =
    left.length + right.length > MOST_TOKENS
      ? undefined
      : diffArrays(left, right, { maxEditLength: MOST_EDITS })
  if (!changes)
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }))
}

/** Paragraphs with the line breaks after them, so that joined they are the text again. */
function paragraphsOf(text: string): string[] {
  return text.match(/[^\n]+\n*|\n+/g) ?? []
}

function alike(a: string, b: string): boolean {
  return a === b || normalised(a) === normalised(b)
}

function merged(parts: readonly ChangePart[]): ChangePart[] {
  const joined: ChangePart[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (last?.kind === part.kind) joined[joined.length - 1] = { kind: part.kind, text: last.text + part.text }
    else if (part.text !== '') joined.push(part)
  }
  return joined
}

function wordsOf(parts: readonly ChangePart[], kind: 'added' | 'removed'): number {
  return parts
    .filter((part) => part.kind === kind)
    .reduce((sum, part) => sum + (part.text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0)
}

function sentenceOf(added: number, removed: number): string {
  if (added === 0 && removed === 0) return 'Punctuation changed.'
  const counted = (count: number): string => `${String(count)} ${count === 1 ? 'word' : 'words'}`
  if (removed === 0) return `${counted(added)} added.`
  if (added === 0) return `${counted(removed)} removed.`
  return `${counted(added)} added, ${counted(removed)} removed.`
}
