/** Starts that go wrong and processes that die, in the packaged app: nothing is lost, and the reader is told. */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { askEngine } from '../support/ask-engine'
import { appExecutable, environment, launchApp, newProfile, rootSwitches } from '../support/packaged-app'
import type { LaunchedApp, Profile } from '../support/packaged-app'

// Several starts in one test, on a machine that may be busy with others.
vi.setConfig({ testTimeout: 300_000 })

let launched: LaunchedApp | null = null
afterEach(async () => {
  await launched?.close()
  launched = null
})

function start(
  profile: Profile,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(appExecutable(), [...rootSwitches(), ...args], {
      env: { ...environment(profile), ...env },
    })
    let stderr = ''
    child.stderr.on('data', (bytes: Buffer) => (stderr += bytes.toString()))
    child.on('error', reject)
    child.on('close', (code) => {
      resolve({ code, stderr })
    })
  })
}

/** Process ids of this kind, as Chromium names them. */
function processes(app: LaunchedApp, type: 'GPU' | 'Tab'): Promise<number[]> {
  return app.app.evaluate(
    ({ app: electron }, wanted) =>
      electron
        .getAppMetrics()
        .filter((one) => one.type === wanted)
        .map(({ pid }) => pid),
    type,
  )
}

it('lets only one of two starts at the same moment have the library', async () => {
  const profile = newProfile('both')
  const args = ['--', '--library', profile.library]
  const summaries = ['one', 'other'].map((name) => join(profile.folder, `${name}.json`))
  const ended = await Promise.all(
    summaries.map((file) => start(profile, args, { OFFPRINT_SUMMARY_FILE: file })),
  )
  expect(
    ended.map(({ code }) => code),
    JSON.stringify(ended),
  ).toEqual([0, 0])
  const written = summaries.flatMap((file) => {
    try {
      return [JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>]
    } catch {
      // The one that handed over writes none.
      return []
    }
  })
  expect(written).toHaveLength(1)
  expect(written[0]?.['articles']).toBeGreaterThanOrEqual(6)
})

it('says so and ends when its own folder cannot be written', async () => {
  const profile = newProfile('unwritable')
  const file = join(profile.folder, 'a-file')
  writeFileSync(file, '')
  const ended = await start(profile, ['--', '--library', profile.library], {
    XDG_CONFIG_HOME: file,
    OFFPRINT_SUMMARY_FILE: join(profile.folder, 'summary.json'),
  })
  expect(ended.code).toBe(1)
  expect(ended.stderr).toMatch(/^offprint: Offprint has no folder for its own data/m)
})

it('opens with damaged settings, window place and view, and tells what it restored', async () => {
  const profile = newProfile('damaged')
  launched = await launchApp(profile)
  await askEngine(launched.window, 'settings.change', { theme: 'sepia', textSize: 24 })
  const userData = await launched.app.evaluate(({ app }) => app.getPath('userData'))
  await launched.close()
  writeFileSync(join(profile.library, 'settings.json'), '{"formatVersion":1,"kind":"sett')
  for (const name of ['window-state.json', 'view.json']) writeFileSync(join(userData, name), '\0\0\0')
  launched = await launchApp(profile)
  expect(await askEngine(launched.window, 'settings.get')).toMatchObject({ theme: 'sepia', textSize: 24 })
  const { notices } = await askEngine(launched.window, 'app.info')
  expect(notices.join(' ')).toContain('settings.json')
})

it('keeps what was done when the window’s process is killed, and shows the library again', async () => {
  const profile = newProfile('killed')
  launched = await launchApp(profile)
  const { window, app } = launched
  await askEngine(window, 'feeds.addStarter')
  await askEngine(window, 'sync.start', [])
  const query = { view: 'all', feedId: null, folder: null, order: 'newest' } as const
  await expect
    .poll(async () => (await askEngine(window, 'articles.list', query, null, 9)).rows.length, {
      timeout: 30_000,
    })
    .toBeGreaterThan(0)
  const [first] = (await askEngine(window, 'articles.list', query, null, 1)).rows
  await askEngine(window, 'articles.mark', [first!.articleId], { starred: true })
  const [pid] = await processes(launched, 'Tab')
  process.kill(pid!, 'SIGKILL')
  await expect
    .poll(async () => (await processes(launched!, 'Tab'))[0] ?? pid, { timeout: 20_000 })
    .not.toBe(pid)
  const rows = await app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]!.webContents
    while (contents.isLoading()) await new Promise((resolve) => setTimeout(resolve, 50))
    return (await contents.executeJavaScript(
      `offprint.request('articles.list', { view: 'starred', feedId: null, folder: null, order: 'newest' }, null, 9)`,
    )) as { value: { rows: { articleId: string }[] } }
  })
  expect(rows.value.rows.map(({ articleId }) => articleId)).toEqual([first!.articleId])
})

it('outlives the death of the graphics process, and draws without it at the next start', async () => {
  const profile = newProfile('graphics')
  launched = await launchApp(profile)
  const userData = await launched.app.evaluate(({ app }) => app.getPath('userData'))
  for (let death = 0; death < 2; death++) {
    const [pid] = await processes(launched, 'GPU')
    process.kill(pid!, 'SIGKILL')
    await expect
      .poll(async () => (await processes(launched!, 'GPU'))[0] ?? pid, { timeout: 20_000 })
      .not.toBe(pid)
    expect((await askEngine(launched.window, 'app.info')).libraryFolder).toBe(profile.library)
  }
  await launched.close()
  expect(readFileSync(join(userData, 'logs', 'offprint.log'), 'utf8')).toContain(
    'draws without the graphics card',
  )
  launched = await launchApp(profile)
  expect((await askEngine(launched.window, 'app.info')).libraryFolder).toBe(profile.library)
})

it('starts with no graphics card at all', async () => {
  const profile = newProfile('no-gpu')
  mkdirSync(profile.library, { recursive: true })
  const file = join(profile.folder, 'summary.json')
  const args = ['--disable-gpu', '--disable-software-rasterizer', '--', '--library', profile.library]
  expect((await start(profile, args, { OFFPRINT_SUMMARY_FILE: file })).code).toBe(0)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ feeds: 1 })
})
