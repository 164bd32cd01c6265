/** Whether and how much a publisher changed an article's text, for the list of its versions. Pure. */
import type { ChangedParagraph } from '../../contract/version'
import { comparableText } from './comparable-text'
import { compareParagraphs } from './compare-paragraphs'

export interface Change {
  /** False where only counters, times or typography differ. */
  readonly changed: boolean
  /** One sentence for the list of versions. */
  readonly sentence: string
}

/** Compares two plain texts. Never throws. */
export function describeChange(oldText: string, newText: string): Change {
  if (comparableText(oldText) === comparableText(newText))
    return { changed: false, sentence: 'Nothing changed.' }
  const paragraphs = compareParagraphs(oldText, newText)
  return { changed: true, sentence: sentenceOf(wordsOf(paragraphs, 'added'), wordsOf(paragraphs, 'removed')) }
}

function wordsOf(paragraphs: readonly ChangedParagraph[], wanted: 'added' | 'removed'): number {
  return paragraphs
    .flatMap(({ runs }) => runs)
    .filter(({ kind }) => kind === wanted)
    .reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0)
}

function sentenceOf(added: number, removed: number): string {
  if (added === 0 && removed === 0) return 'Punctuation changed.'
  const counted = (count: number): string => `${String(count)} ${count === 1 ? 'word' : 'words'}`
  if (removed === 0) return `${counted(added)} added.`
  if (added === 0) return `${counted(removed)} removed.`
  return `${counted(added)} added, ${counted(removed)} removed.`
}
