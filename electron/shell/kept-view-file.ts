/** The window's view of last time, in a small file beside the window's place; a lost or damaged one costs nothing but the view. */
import { readFileSync } from 'node:fs'
import type { KeptView } from '../../contract/kept-view'
import { keptView } from './request-schemas'
import { writeSmallFile } from './write-small-file'

export function readKeptView(file: string): KeptView | null {
  try {
    return keptView.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    // First start, an older form or a damaged file: the window begins with its first list.
    return null
  }
}

export function writeKeptView(file: string, view: KeptView): void {
  writeSmallFile(file, JSON.stringify(view))
}
