/** What may happen to a file, each really done on the disk, for the tests of damage. */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import * as path from 'node:path'

export type DamageName = 'truncated' | 'empty' | 'zeroed' | 'flipped' | 'unreadable' | 'missing'

export const DAMAGES: Readonly<Record<DamageName, (file: string) => Promise<void>>> = {
  truncated: async (file) => {
    const bytes = await readFile(file)
    await writeFile(file, bytes.subarray(0, Math.floor(bytes.length * 0.6)))
  },
  empty: (file) => writeFile(file, ''),
  zeroed: async (file) => writeFile(file, Buffer.alloc((await readFile(file)).length)),
  flipped: async (file) => {
    const bytes = await readFile(file)
    const at = Math.floor(bytes.length * 0.7)
    bytes[at] = (bytes[at] ?? 0) ^ 4
    await writeFile(file, bytes)
  },
  // Root reads files whatever their mode says, so a folder stands for what cannot be read as a file: it fails at the disk, with EISDIR.
  unreadable: async (file) => {
    await rename(file, `${file}.moved`)
    await mkdir(file)
    await rename(`${file}.moved`, path.join(file, 'inside'))
  },
  missing: (file) => rm(file),
}

export const DAMAGE_NAMES = Object.keys(DAMAGES) as DamageName[]
