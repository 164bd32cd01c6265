/**
 * A passage and a note as they stand in Markdown, and back. A passage shows its very words; a note is the reader's own and may be
 * Markdown itself, only HTML is kept from it. Spaces at the ends of lines and odd characters do not come through: whoever must have
 * them compares and keeps them elsewhere. Pure.
 */

/** With all backslashes before it; looked for at the first of them only, for there may be many. */
const TAG_BEGIN = /(?<!\\)(\\*)</g

/** Any line break there is: editors change one into another. */
export const LINE_BREAK = /\r\n|\r|\n/

/** The lines of a block quote. */
export function quoteLines(quote: string): readonly string[] {
  return shown(quote)
    .split(LINE_BREAK)
    .map((line) => `> ${escapeWords(line.trim())}`.trimEnd())
}

/** @param lines with or without what a person did to their ends */
export function quoteOf(lines: readonly string[]): string {
  return lines.map((line) => unescape(line.replace(/^\s*> ?/, '').trim())).join('\n')
}

/** Null where there is nothing to show. */
export function noteText(note: string): string | null {
  return (
    trimLines(shown(note).split(LINE_BREAK)).replace(
      TAG_BEGIN,
      // An even number of backslashes before it would leave the tag one.
      (_, before: string) => `${before}${before}\\<`,
    ) || null
  )
}

export function noteOf(lines: readonly string[]): string {
  return trimLines(lines).replace(
    TAG_BEGIN,
    (_, before: string) => `${'\\'.repeat(Math.floor(before.length / 2))}<`,
  )
}

/** What of a passage comes back through Markdown; it is the passage itself but for the oddest. */
export function quoteThrough(quote: string): string {
  return quoteOf(quoteLines(quote))
}

/** Empty where nothing of a note is shown. */
export function noteThrough(note: string | null): string {
  return noteOf((noteText(note ?? '') ?? '').split('\n'))
}

function trimLines(lines: readonly string[]): string {
  const ends = lines.map((line) => line.trimEnd())
  const first = ends.findIndex(Boolean)
  return first < 0 ? '' : ends.slice(first, ends.findLastIndex(Boolean) + 1).join('\n')
}

/** No Markdown holds these: they would be lost or end the file. */
function shown(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]|\p{Surrogate}/gu, '\uFFFD')
}

/** One line: whatever Markdown, GitHub's or Obsidian's, makes of letters is taken from them. */
export function escapeWords(line: string): string {
  return line
    .replace(/[\\`*_[<~|$]|&(?=#?\w+;)|=(?==)|%(?=%)|\^(?=[\w-]+$)/g, '\\$&')
    .replace(/(^|\s)#/g, '$1\\#')
    .replace(/^[-+>=]/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
}

function unescape(line: string): string {
  return line.replace(/\\([!-/:-@[-`{-~])/g, '$1')
}
