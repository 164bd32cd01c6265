/** The packaged app where it is not installed: beside its own data on a stick that is carried elsewhere, and starting itself again after a move. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { expect, it } from 'vitest'
import { answerOf, askEngine, waitForQuiet } from '../support/ask-engine'
import {
  appExecutable,
  environment,
  newProfile,
  rootSwitches,
  runHidden,
  type Profile,
} from '../support/packaged-app'

async function launch(
  executablePath: string,
  profile: Profile,
): Promise<{ readonly app: ElectronApplication; readonly window: Page }> {
  const app = await _electron.launch({
    executablePath,
    args: [...rootSwitches(), '--', '--network', 'off'],
    env: environment(profile),
    timeout: 60_000,
  })
  const window = await app.firstWindow()
  window.setDefaultTimeout(60_000)
  await window.waitForLoadState('load')
  return { app, window }
}

it('keeps everything beside the program when `portable` lies there, wherever the two are carried', async () => {
  const profile = newProfile('portable')
  const stick = join(profile.folder, 'stick')
  // Names for the same bytes: the program is large and is only read.
  execFileSync('cp', ['-al', dirname(appExecutable()), stick])
  await writeFile(join(stick, 'portable'), '')
  const program = basename(appExecutable())

  let { app, window } = await launch(join(stick, program), profile)
  expect((await askEngine(window, 'app.info')).libraryFolder).toBe(join(stick, 'offprint-data', 'library'))
  await askEngine(window, 'feeds.addStarter')
  await askEngine(window, 'sync.start', [])
  await waitForQuiet(window, 1)
  const query = { view: 'all', feedId: null, folder: null, order: 'newest' } as const
  const [first] = (await askEngine(window, 'articles.list', query, null, 1)).rows
  await askEngine(window, 'articles.mark', [first!.articleId], { starred: true })
  const target = join(profile.folder, 'elsewhere')
  await mkdir(target)
  await app.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] })
  }, target)
  expect(await answerOf(window, 'library.move', true)).toMatchObject({ error: { code: 'not_movable' } })
  await app.close()

  const carried = join(profile.folder, 'another place')
  await rename(stick, carried)
  ;({ app, window } = await launch(join(carried, program), profile))
  expect(await askEngine(window, 'app.info')).toMatchObject({
    libraryFolder: join(carried, 'offprint-data', 'library'),
    notices: [],
  })
  expect(await askEngine(window, 'app.counts')).toMatchObject({ starred: 1 })
  await app.close()
  // Nothing of it lies in the home folder.
  expect(existsSync(join(profile.folder, 'config', 'Offprint'))).toBe(false)
  await rm(carried, { recursive: true })
}, 180_000)

/** The process that has a library open; null when none has. */
function holderOf(library: string): number | null {
  try {
    return (JSON.parse(readFileSync(join(library, 'lock'), 'utf8')) as { pid: number }).pid
  } catch {
    // Not there, or between being made and written.
    return null
  }
}

/** Command lines of a process and of those it started. */
function commandLines(pid: number): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const line = readFileSync(join('/proc', name, 'cmdline'), 'utf8')
        return Number(name) === pid || line.includes(`--type=`) ? [line.replaceAll('\0', ' ')] : []
      } catch {
        // It ended meanwhile.
        return []
      }
    })
}

it.runIf(process.platform === 'linux')(
  'starts itself again on a library that was moved, with its window, and clears the old place',
  async () => {
    const profile = newProfile('relaunch')
    const { app, window } = await launch(appExecutable(), profile)
    await askEngine(window, 'feeds.addStarter')
    await askEngine(window, 'settings.change', { firstRunDone: true })
    const dataFolder = join(profile.folder, 'config', 'Offprint')
    const target = join(profile.folder, 'moved')
    await mkdir(target)
    await app.evaluate(({ dialog }, folder) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] })
    }, target)
    const before = app.process().pid
    const ended = new Promise((resolve) => app.process().once('exit', resolve))
    // The answer goes down with the process.
    void answerOf(window, 'library.move', false).catch(() => undefined)
    await ended
    await expect.poll(() => holderOf(target), { timeout: 60_000 }).not.toBeNull()
    const again = holderOf(target)!
    try {
      expect(again).not.toBe(before)
      // The same switches, the same program, and a window.
      expect(readFileSync(`/proc/${String(again)}/cmdline`, 'utf8')).toContain('--network')
      await expect
        .poll(() => commandLines(again).some((line) => line.includes('--type=renderer')), { timeout: 60_000 })
        .toBe(true)
      await expect.poll(() => existsSync(join(dataFolder, 'library')), { timeout: 60_000 }).toBe(false)
      const pointer = (): unknown =>
        JSON.parse(readFileSync(join(dataFolder, 'library-location.json'), 'utf8'))
      await expect.poll(pointer, { timeout: 30_000 }).toEqual({ folder: target, leftOver: null })
      const moved = { ...profile, library: target }
      expect((await runHidden(moved, ['feeds'])).lines).toHaveLength(1)
    } finally {
      process.kill(again, 'SIGTERM')
    }
    await expect.poll(() => holderOf(target), { timeout: 30_000 }).toBeNull()
    expect((await runHidden({ ...profile, library: target }, ['doctor'])).lines).toMatchObject([
      { ok: true, problems: [] },
    ])
  },
  240_000,
)
