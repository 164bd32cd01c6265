/** What the reader took for a list of feeds. */
import { mkdtempSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readOpmlFile } from '../../../electron/shell/read-opml-file'

const folder = mkdtempSync(join(tmpdir(), 'offprint-opml-'))

it('a list is read, a film or a folder is not', async () => {
  const list = join(folder, 'feeds.opml')
  writeFileSync(list, '<opml/>')
  expect(Buffer.from(await readOpmlFile(list)).toString()).toBe('<opml/>')
  // A sparse file: as large as a film, without its bytes.
  truncateSync(list, 20_000_001)
  await expect(readOpmlFile(list)).rejects.toMatchObject({ code: 'too_large' })
  await expect(readOpmlFile(folder)).rejects.toMatchObject({ code: 'not_a_file' })
  await expect(readOpmlFile(join(folder, 'none.opml'))).rejects.toMatchObject({ code: 'ENOENT' })
})
