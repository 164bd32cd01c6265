/** What keeps a start from going well: a folder that cannot be written, a graphics card that fails. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { graphicsWatch, hadGraphicsTrouble } from '../../../electron/shell/graphics-trouble'
import { whyNotWritable } from '../../../electron/shell/require-writable'

const folder = mkdtempSync(join(tmpdir(), 'offprint-trouble-'))

it('draws without the graphics card after its process died twice in a run, until another version comes', () => {
  const died = graphicsWatch(folder, '1.0.0')
  expect(died()).toBe(false)
  expect(hadGraphicsTrouble(folder, '1.0.0')).toBe(false)
  expect(died()).toBe(true)
  expect(hadGraphicsTrouble(folder, '1.0.0')).toBe(true)
  expect(hadGraphicsTrouble(folder, '1.0.1')).toBe(false)
})

it('says where and why nothing can be written, and makes a folder that is only missing', () => {
  expect(whyNotWritable(join(folder, 'new', 'deeper'))).toBeNull()
  writeFileSync(join(folder, 'file'), '')
  expect(whyNotWritable(join(folder, 'file', 'x'))).toMatch(
    /cannot write to its own folder .*file.x \(ENOTDIR\)/,
  )
})
