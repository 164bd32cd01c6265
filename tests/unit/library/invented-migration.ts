/** A second format that never was, for tests of migrating: every article gets a word in its categories, and one file a new name. */
import * as path from 'node:path'
import { replaceFile } from '../../../electron/library/disk'
import { crc32Hex } from '../../../electron/library/crc32'
import { fileHead, fileParts } from '../../../electron/library/file-text'
import { MIGRATIONS } from '../../../electron/library/migrate'
import type { Migration } from '../../../electron/library/migrate'

export const WORD = 'migrated'
const TAIL = Buffer.from('\n}\n')

const second: Migration = {
  to: 2,
  touches: ['articles', 'settings.json'],
  run: async ({ disk, folder }) => {
    const { files } = await disk.entries(path.join(folder, 'articles'))
    for (const name of files.filter((file) => file.endsWith('.json'))) {
      const file = path.join(folder, 'articles', name)
      const parts = fileParts(await disk.read(file))
      if (!parts) continue
      const lines = parts.data.toString().split('\n').map(changed)
      const data = Buffer.from(lines.join('\n'))
      await replaceFile(
        disk,
        file,
        Buffer.concat([Buffer.from(fileHead('articles', data) + '\n'), data, TAIL]),
      )
    }
  },
}

/** Run again on its own work it changes nothing more. */
function changed(line: string): string {
  if (!line.startsWith('["') || line.includes(`"${WORD}"`)) return line
  const end = line.endsWith(',') ? ',' : ''
  const whole = line.slice(0, line.length - end.length)
  const checked = `${whole.slice('["00000000",'.length, -2)},"categories":["${WORD}"]}]`
  return `["${crc32Hex(Buffer.from(checked))}",${checked}${end}`
}

export const WITH_SECOND: readonly Migration[] = [...MIGRATIONS, second]
