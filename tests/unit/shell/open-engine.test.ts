import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { LaunchSnapshot } from '../../../contract/launch-snapshot'
import { openEngine } from '../../../electron/shell/open-engine'
import { WindowProgram } from '../../../electron/shell/window-program'

/** Where no library can be: opening fails as soon as it is tried, which shows when that is. */
function openNowhere(program: WindowProgram, snapshot: LaunchSnapshot | null) {
  const file = join(mkdtempSync(join(tmpdir(), 'offprint-open-')), 'a-file')
  writeFileSync(file, 'no folder')
  const seen = { tried: false }
  const options = {
    libraryFolder: file,
    network: 'off',
    version: '0.0.0',
    bundle: '',
    onEvent: () => undefined,
  }
  const opening = openEngine(options as never, program, () => snapshot)
  const ended = opening.catch(() => {
    seen.tried = true
  })
  return { seen, ended }
}

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50))
const snapshot = {} as LaunchSnapshot

describe('the library', () => {
  it('is opened when the window has its program and nothing to draw yet', async () => {
    const program = new WindowProgram()
    const { seen, ended } = openNowhere(program, null)
    await turn()
    expect(seen.tried).toBe(false)
    program.markHandedOver()
    await ended
    expect(seen.tried).toBe(true)
  })

  it('waits until rows that came with the page are on the screen', async () => {
    const program = new WindowProgram()
    const { seen, ended } = openNowhere(program, snapshot)
    program.markHandedOver()
    await turn()
    expect(seen.tried).toBe(false)
    program.markDrawn()
    await ended
    expect(seen.tried).toBe(true)
  })
})
