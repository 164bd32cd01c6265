/** Writes the shell's own small files: aside, then renamed, so that a kill leaves the old one. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

export function writeSmallFile(file: string, text: string): void {
  const aside = `${file}.new`
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(aside, text)
  renameSync(aside, file)
}
