/** Starting, starting twice, coming back after a crash: the shell in the packaged app. */
import { spawn } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { askEngine } from '../support/ask-engine'
import {
  appExecutable,
  environment,
  launchApp,
  newProfile,
  rootSwitches,
  runHidden,
  type LaunchedApp,
  type Profile,
} from '../support/packaged-app'

let launched: LaunchedApp | null = null
afterEach(async () => {
  await launched?.close()
  launched = null
})

/** Starts the app without Playwright and waits for its end. */
function start(
  profile: Profile,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ code: number | null; stderr: string }> {
  const all = [...rootSwitches(), '--', '--library', profile.library, ...args]
  return new Promise((resolve, reject) => {
    const child = spawn(appExecutable(), all, { env: { ...environment(profile), ...env } })
    let stderr = ''
    child.stderr.on('data', (bytes: Buffer) => (stderr += bytes.toString()))
    child.on('error', reject)
    child.on('close', (code) => {
      resolve({ code, stderr })
    })
  })
}

it('goes through a first sync of the starter edition by itself and tells what came of it', async () => {
  const profile = newProfile('summary')
  const file = join(profile.folder, 'summary.json')
  const ended = await start(profile, [], { OFFPRINT_SUMMARY_FILE: file })
  expect(ended.code, ended.stderr).toBe(0)
  // V8 only says so there when it does not know a flag of ours any more.
  expect(ended.stderr).not.toMatch(/unrecognized flag|illegal value/i)
  const summary = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  expect(summary).toMatchObject({ feeds: 1, library: profile.library })
  expect(summary['articles']).toBeGreaterThanOrEqual(6)
  expect(summary['readyOffline']).toBe(summary['articles'])
  expect(statSync(String(summary['screenshot'])).size).toBeGreaterThan(10_000)
})

it('hands a second start over to the first, with the feed it was to add', async () => {
  const profile = newProfile('twice')
  launched = await launchApp(profile)
  await askEngine(launched.window, 'app.info')
  await launched.window.evaluate(() => {
    const heard: unknown[] = []
    Object.assign(globalThis, { heard })
    const { offprint } = globalThis as unknown as {
      offprint: { on(name: string, listener: (fact: unknown) => void): void }
    }
    offprint.on('feeds.offer', (fact) => heard.push(fact))
  })
  const second = await start(profile, ['feed:https://news.example/feed.xml'])
  expect(second.code, second.stderr).toBe(0)
  await expect
    .poll(() => launched?.window.evaluate(() => (globalThis as unknown as { heard: unknown[] }).heard), {
      timeout: 10_000,
    })
    .toEqual([{ address: 'https://news.example/feed.xml' }])
  expect(launched.app.windows()).toHaveLength(1)
})

it('opens two libraries side by side', async () => {
  const profile = newProfile('two')
  launched = await launchApp(profile)
  const other = await launchApp({ ...profile, library: join(profile.folder, 'other') })
  expect((await askEngine(other.window, 'app.info')).libraryFolder).toBe(join(profile.folder, 'other'))
  await other.close()
})

it('brings the window back after its process died', async () => {
  const profile = newProfile('crash')
  launched = await launchApp(profile)
  const gone = launched.window.waitForEvent('crash')
  await launched.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer()
  })
  await gone
  await expect
    .poll(
      () =>
        launched?.app.evaluate(({ BrowserWindow }) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents
          return contents && !contents.isCrashed() && !contents.isLoading()
        }),
      { timeout: 20_000 },
    )
    .toBe(true)
})

it('answers commands without a window and ends with their exit codes', async () => {
  const profile = newProfile('hidden')
  expect(await runHidden(profile, ['feeds'])).toMatchObject({ code: 0, lines: [] })
  const missing = await runHidden(profile, ['article', '0'.repeat(32)])
  expect(missing.code).toBe(1)
  expect(missing.lines[0]).toHaveProperty('error.code')
  expect(await runHidden(profile, ['no-such-command'])).toMatchObject({ code: 2 })
})

it('remembers where its window was', async () => {
  const profile = newProfile('place')
  launched = await launchApp(profile)
  await launched.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 50, width: 900, height: 640 })
  })
  await launched.window.waitForTimeout(1_000)
  await launched.close()
  launched = await launchApp(profile)
  const bounds = await launched.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getBounds(),
  )
  expect(bounds).toMatchObject({ width: 900, height: 640 })
})
