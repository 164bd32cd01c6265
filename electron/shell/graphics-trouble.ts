/**
 * Remembers that the graphics card's process died again and again, so that the next start draws without it: Chromium gives up the
 * whole program when it cannot be brought back. Another version of Offprint tries the card anew.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeSmallFile } from './write-small-file'

const FILE = 'graphics-trouble'
/** One death is an accident: a driver was updated, the machine woke up. */
const TOO_OFTEN = 2

/** `userData` is where the program keeps what is its own. */
export function hadGraphicsTrouble(userData: string, version: string): boolean {
  try {
    return readFileSync(join(userData, FILE), 'utf8') === version
  } catch {
    // Never had any.
    return false
  }
}

/** To be called at each death of that process; true when the next start will do without it. */
export function graphicsWatch(userData: string, version: string): () => boolean {
  let deaths = 0
  return () => {
    deaths++
    if (deaths < TOO_OFTEN) return false
    writeSmallFile(join(userData, FILE), version)
    return true
  }
}
