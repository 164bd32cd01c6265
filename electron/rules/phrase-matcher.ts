/** Finds words and phrases in a text as a reader means them: without case and accents, and never inside another word. Pure. */

// Scripts that are written without spaces have no word ends to look at.
const SPACELESS =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}|\p{Script=Myanmar}/u
const WORD = /[\p{L}\p{N}\p{M}]/u

/** One spelling for what people take for the same: no case, no accents, single spaces. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/\s/u)
    .filter((word) => word !== '')
    .join(' ')
}

/**
 * A test for folded texts. `value` holds phrases with commas between them, one of which must stand in the text as whole
 * words; `rail*` also finds "railway". Null when it holds no word at all.
 */
export function phraseMatcher(value: string): ((folded: string) => boolean) | null {
  const phrases = value
    .split(',')
    .map((part) => ({ open: part.trim().endsWith('*'), text: foldText(part.replaceAll('*', '')) }))
    .filter(({ text }) => WORD.test(text))
  if (phrases.length === 0) return null
  return (folded) => phrases.some(({ text, open }) => stands(folded, text, open))
}

function stands(folded: string, phrase: string, open: boolean): boolean {
  for (let at = folded.indexOf(phrase); at >= 0; at = folded.indexOf(phrase, at + 1)) {
    const end = at + phrase.length
    if (isEdge(folded, at) && (open || isEdge(folded, end))) return true
  }
  return false
}

/** True where a word may begin or end. */
function isEdge(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at).match(/.$/su)?.[0] ?? ''
  const after = String.fromCodePoint(text.codePointAt(at) ?? 32)
  if (!WORD.test(before) || !WORD.test(after)) return true
  return SPACELESS.test(before) || SPACELESS.test(after)
}
