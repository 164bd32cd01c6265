/** Two processes on one library: one writes, others read beside it; of two that find a dead one's lock, one gets it. */
import { spawn, type ChildProcess } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import * as path from 'node:path'
import { afterEach, beforeAll, afterAll, beforeEach, expect, it } from 'vitest'
import { build } from 'esbuild'
import { openLibrary, removeFolder, sampleFeed, temporaryFolder } from './sample-library'

let tools: string
let driver: string
let folder: string
let children: ChildProcess[] = []

beforeAll(async () => {
  tools = await temporaryFolder()
  driver = path.join(tools, 'driver.cjs')
  const entry = path.join(import.meta.dirname, 'lock-driver.ts')
  const common = { bundle: true, platform: 'node', target: 'node18', format: 'cjs' } as const
  await build({ ...common, entryPoints: [entry], outfile: driver })
})

afterAll(() => removeFolder(tools))

beforeEach(async () => {
  folder = await temporaryFolder()
  const library = await openLibrary(folder)
  await library.addFeed(sampleFeed('a'))
  await library.close()
})

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  children = []
  await removeFolder(folder)
})

/** Starts a process that opens the library and keeps it; resolves with what it says: `open`, or the code of the refusal. */
function holder(): Promise<string> {
  const child = spawn(process.execPath, [driver, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  return new Promise((resolve) => child.stdout.on('data', (said: Buffer) => resolve(said.toString().trim())))
}

async function killAll(): Promise<void> {
  // One that was refused has ended by itself.
  const running = children.filter((child) => child.exitCode === null)
  const gone = running.map((child) => new Promise((resolve) => child.once('exit', resolve)))
  for (const child of children) child.kill('SIGKILL')
  await Promise.all(gone)
  children = []
}

it('refuses a second writer by name, lets readers in, and opens at once when the first was killed', async () => {
  expect(await holder()).toBe('open')
  const refused = await openLibrary(folder).catch((error: unknown) => error)
  expect(refused).toMatchObject({ code: 'library_in_use' })
  expect((refused as Error).message).toContain(`process ${String(children[0]?.pid)}`)
  expect(await holder()).toBe('library_in_use')
  const reader = await openLibrary(folder, { readOnly: true })
  expect(reader.feed('a')).not.toBeNull()
  await expect(reader.changeSettings({ theme: 'dark' })).rejects.toMatchObject({ code: 'read_only' })
  await reader.close()
  await killAll()
  const library = await openLibrary(folder)
  expect(library.notices()).toEqual([])
  await library.close()
})

it('gives the lock of a killed process to one of three that come at the same time', async () => {
  expect(await holder()).toBe('open')
  await killAll()
  const said = await Promise.all([holder(), holder(), holder()])
  expect(said.sort()).toEqual(['library_in_use', 'library_in_use', 'open'])
})

it('does not take a process for the holder that has only got its number', async () => {
  expect(await holder()).toBe('open')
  const file = path.join(folder, 'lock')
  const lock = JSON.parse(await readFile(file, 'utf8')) as { pid: number }
  await killAll()
  // This very process has the number now, and began at another time.
  await writeFile(file, JSON.stringify({ ...lock, pid: process.pid }))
  const library = await openLibrary(folder)
  expect(library.readOnly).toBe(false)
  await library.close()
})
