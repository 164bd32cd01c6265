import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { quickWorks } from '../../support/quick-works'
import { savePdf } from '../../../electron/shell/save-pdf'

const folder = mkdtempSync(join(tmpdir(), 'offprint-pdf-'))
const offered: string[] = []
const saving = (chosen: string | null, print = () => Promise.resolve(Buffer.from('%PDF-1.4'))) => ({
  dialogs: {
    chooseTarget: (_title: string, name: string) => {
      offered.push(name)
      return Promise.resolve(chosen)
    },
  },
  print,
  works: quickWorks(),
})

it('writes what was printed, under the name of the article', async () => {
  const file = join(folder, 'a.pdf')
  expect(await savePdf(saving(file), 'A ferry: stops?')).toEqual({ file })
  expect(readFileSync(file, 'utf8')).toBe('%PDF-1.4')
  expect(offered.at(-1)).toBe('A ferry stops.pdf')
})

it('prints nothing when the reader closes the dialog', async () => {
  const print = () => Promise.reject(new Error('printed'))
  expect(await savePdf(saving(null, print), 'A')).toBeNull()
})

it('says which place refused the file, and why a page could not be printed', async () => {
  const nowhere = join(folder, 'none', 'a.pdf')
  await expect(savePdf(saving(nowhere), 'A')).rejects.toMatchObject({ code: 'disk' })
  const broken = () => Promise.reject(new Error('no printer'))
  await expect(savePdf(saving(join(folder, 'b.pdf'), broken), 'A')).rejects.toMatchObject({
    code: 'print',
    message: 'The article could not be printed (no printer); try it once more.',
  })
})
