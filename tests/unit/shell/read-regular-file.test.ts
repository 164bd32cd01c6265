/** Regular files only: a symbolic link in the library must not lead out of it. */
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readRegularFile } from '../../../electron/shell/read-regular-file'

const folder = mkdtempSync(join(tmpdir(), 'offprint-regular-'))

it('reads a regular file whole', async () => {
  writeFileSync(join(folder, 'a.png'), 'picture')
  const bytes = await readRegularFile(join(folder, 'a.png'))
  expect(new TextDecoder().decode(bytes ?? undefined)).toBe('picture')
})

it.skipIf(process.platform === 'win32')('does not follow a link, wherever it points', async () => {
  symlinkSync('/etc/passwd', join(folder, 'b.png'))
  symlinkSync(join(folder, 'a.png'), join(folder, 'c.png'))
  expect(await readRegularFile(join(folder, 'b.png'))).toBeNull()
  expect(await readRegularFile(join(folder, 'c.png'))).toBeNull()
})

it('answers null for folders and for what is missing', async () => {
  mkdirSync(join(folder, 'd.png'))
  expect(await readRegularFile(join(folder, 'd.png'))).toBeNull()
  expect(await readRegularFile(join(folder, 'e.png'))).toBeNull()
})
