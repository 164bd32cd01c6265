/**
 * What a person changed in a file of highlights, taken into a highlight that is here. Nothing written on either side is lost: a note
 * that was changed on both becomes both, one below the other, and a note emptied in the file stays. Pure.
 */
import type { Highlight } from '../../contract/highlight'
import { noteThrough } from './markdown-words'
import type { ReadHighlight } from './read-export'

/** The highlight itself where the file changes nothing about it. */
export function withEdits(here: Highlight, read: ReadHighlight, now: string): Highlight {
  const asExported = here.updated === read.updated
  const color = read.edits?.color === true && asExported ? read.color : here.color
  const note = read.edits?.note === true ? joinedNote(here.note, read.note, asExported) : here.note
  return color === here.color && note === here.note ? here : { ...here, color, note, updated: now }
}

function joinedNote(here: string | null, read: string | null, asExported: boolean): string | null {
  const [before, wanted] = [noteThrough(here), noteThrough(read)]
  if (wanted === '' || wanted === before) return here
  if (asExported || wanted.includes(before)) return read
  return before.includes(wanted) ? here : `${here ?? ''}\n\n${read ?? ''}`
}
