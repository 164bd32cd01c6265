import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, readdir } from 'node:fs/promises'
import * as path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build } from 'esbuild'
import { readPointer } from '../../../electron/engine/library-pointer'
import { WITH_SECOND, WORD } from './invented-migration'
import { LibraryModel, backupOf, disagreements, operationAt, perform, stateOf } from './library-model'
import { hastyDisk, openLibrary, removeFolder, temporaryFolder } from './sample-library'

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
function workAndDie(
  place: string,
  first: number,
  { afterMs, what = String(SEED) }: { readonly afterMs: number; readonly what?: string },
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [driver, place, what, String(first)], {
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
      const last = whole.filter((line) => /^\d/.test(line)).at(-1)
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
      const home = path.join(folder, 'home')
      const place = (): string => readPointer(home)?.folder ?? path.join(home, 'library')
      await mkdir(home)
      const model = new LibraryModel()
      /** What was being done when the process was killed, and how often. */
      const underWay = new Map<string, number>()
      let next = 0
      for (let round = 0; round < KILLS; round++) {
        const last = await workAndDie(home, next, { afterMs: (round * 37 + SEED * 13) % 400 })
        for (; next <= last; next++) model.apply(operationAt(SEED, next))
        const library = await openLibrary(place())
        expect(library.notices()).toEqual([])
        expect(disagreements(library)).toEqual([])
        // The operation that was under way is done or not done; carried out again it is done.
        const interrupted = operationAt(SEED, next)
        underWay.set(interrupted.do, (underWay.get(interrupted.do) ?? 0) + 1)
        if (JSON.stringify(stateOf(library)) !== JSON.stringify(model.state())) {
          model.apply(interrupted)
          if (interrupted.do === 'purge' || interrupted.do === 'remove-feed')
            await perform(library, interrupted)
          next++
        } else if (interrupted.do === 'move') next++ // The longest of all: begun again each time, it would take most of the kills.
        expect(stateOf(library)).toEqual(model.state())
        const { problems } = await library.upkeep.doctor({ repair: false })
        expect(problems).toEqual([])
        await library.close()
        // What restores set aside would make each move longer than the last.
        await removeFolder(path.join(place(), 'backups'))
      }
      expect(next).toBeGreaterThan(KILLS / 4)
      await expectWholeBackup(place())
      if (KILLS >= 100) {
        process.stdout.write(`${JSON.stringify({ operations: next, killed: [...underWay] })}\n`)
        for (const kind of ['save', 'mark', 'backup', 'restore', 'move'])
          expect(underWay.has(kind), kind).toBe(true)
      }
    },
    KILLS * 10_000,
  )
})

describe('a library whose process is killed with -9 while it migrates it', () => {
  it(
    'is migrated by the next start, once, with everything in it and the old files kept',
    async () => {
      const stored = path.join(folder, 'stored')
      const model = new LibraryModel()
      const old = await openLibrary(stored, { disk: hastyDisk })
      for (let at = 0; at < 80; at++) {
        await perform(old, operationAt(SEED, at))
        model.apply(operationAt(SEED, at))
      }
      await old.close()
      for (let round = 0; round < KILLS; round++) {
        const place = path.join(folder, `migrated-${String(round)}`)
        await cp(stored, place, { recursive: true })
        await workAndDie(place, 0, { afterMs: (round * 7 + SEED) % 60, what: 'migrate' })
        const library = await openLibrary(place, { migrations: WITH_SECOND })
        expect(library.notices()).toEqual([])
        expect(stateOf(library)).toEqual(model.state())
        expect((await library.upkeep.doctor({ repair: false })).problems).toEqual([])
        for (const { feedId } of library.feeds())
          for (const { categories } of library.articlesOf(feedId)) expect(categories).toEqual([WORD])
        await library.close()
        const kept = path.join(place, 'backups', 'before-2', 'articles')
        for (const name of await readdir(path.join(stored, 'articles')))
          expect(await readFile(path.join(kept, name))).toEqual(
            await readFile(path.join(stored, 'articles', name)),
          )
        await removeFolder(place)
      }
    },
    KILLS * 10_000,
  )
})
