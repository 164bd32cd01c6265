/** What each window showed last time, in a small file a window beside the windows' places; a lost or damaged one costs nothing but the view. */
import { copyFileSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { KeptView } from '../../contract/kept-view'
import { keptView } from './view-schemas'
import { writeSmallFile } from './write-small-file'

/** `slot` is the window's number from 1 on. */
export function viewFile(folder: string, slot: number): string {
  return join(folder, slot === 1 ? 'view.json' : `view-${String(slot)}.json`)
}

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

/** A new window begins with what the one it was opened from shows. */
export function copyKeptView(from: string, to: string): void {
  try {
    copyFileSync(from, to)
  } catch {
    // Nothing was kept yet, or nothing can be: the window begins with its first list.
    forgetKeptView(to)
  }
}

export function forgetKeptView(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {
    // It is written over when another window takes the number.
  }
}
