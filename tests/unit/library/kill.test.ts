import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import * as path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build } from 'esbuild'
import { LibraryModel, backupOf, disagreements, operationAt, perform, stateOf } from './library-model'
import { openLibrary, removeFolder, temporaryFolder } from './sample-library'

// Each round is a process that works, is killed at a random moment, and is looked at. More by `OFFPRINT_KILLS=200`.
const KILLS = Number(process.env['OFFPRINT_KILLS'] ?? 8)
const SEED = Number(process.env['OFFPRINT_SEED'] ?? 7)

let folder: string
let driver: string

beforeAll(async () => {
  folder = await temporaryFolder()
  driver = path.join(folder, 'driver.cjs')
  await build({
    entryPoints: [path.join(import.meta.dirname, 'kill-driver.ts')],
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    outfile: driver,
  })
})

afterAll(async () => {
  await removeFolder(folder)
})

/** Resolves with the number of the last operation that was acknowledged, `first - 1` when none was. */
function workAndDie(library: string, first: number, afterMs: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [driver, library, String(SEED), String(first)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    let errors = ''
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
    child.stdout.on('data', (chunk: Buffer) => {
      // The clock starts when the library is open: opening after a kill is killed too, in every fourth round.
      if (output === '') setTimeout(() => child.kill('SIGKILL'), afterMs)
      output += chunk.toString()
    })
    if (afterMs % 4 === 0) setTimeout(() => child.kill('SIGKILL'), 200 + afterMs)
    child.on('error', reject)
    child.on('close', () => {
      if (errors !== '') reject(new Error(errors))
      const whole = output.split('\n').slice(0, -1)
      const last = whole.filter((line) => !line.startsWith('open')).at(-1)
      resolve(last === undefined ? first - 1 : Number(last))
    })
  })
}

/** Whatever was killed while it was written, the name holds a whole backup. */
async function expectWholeBackup(place: string): Promise<void> {
  if (!existsSync(backupOf(place))) return
  const library = await openLibrary(`${place}-restored`)
  await library.upkeep.restore(backupOf(place))
  expect(library.notices()).toEqual([])
  expect(disagreements(library)).toEqual([])
  expect((await library.upkeep.doctor({ repair: false })).problems).toEqual([])
  await library.close()
}

describe('a library whose process is killed with -9', () => {
  it(
    'opens each time and has lost nothing that was acknowledged',
    async () => {
      const place = path.join(folder, 'library')
      const model = new LibraryModel()
      let next = 0
      for (let round = 0; round < KILLS; round++) {
        const last = await workAndDie(place, next, (round * 37 + SEED * 13) % 400)
        for (; next <= last; next++) model.apply(operationAt(SEED, next))
        const library = await openLibrary(place)
        expect(library.notices()).toEqual([])
        expect(disagreements(library)).toEqual([])
        // The operation that was under way is done or not done; carried out again it is done.
        const interrupted = operationAt(SEED, next)
        if (JSON.stringify(stateOf(library)) !== JSON.stringify(model.state())) {
          model.apply(interrupted)
          if (interrupted.do === 'purge' || interrupted.do === 'remove-feed')
            await perform(library, interrupted)
          next++
        }
        expect(stateOf(library)).toEqual(model.state())
        const { problems } = await library.upkeep.doctor({ repair: false })
        expect(problems).toEqual([])
        await library.close()
      }
      expect(next).toBeGreaterThan(KILLS)
      await expectWholeBackup(place)
    },
    KILLS * 10_000,
  )
})
