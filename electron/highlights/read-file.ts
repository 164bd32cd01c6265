/** Tells which of our exports a file is, by its first letter, and has it read. Pure. */
import { readHighlightExport, type ReadExport } from './read-export'
import { readMarkdownExport } from './read-markdown'

export function readHighlightFile(text: string): ReadExport {
  return /^\uFEFF?\s*[[{]/.test(text) ? readHighlightExport(text) : readMarkdownExport(text)
}
