/** Starts the packaged app (OFFPRINT_APP) in a fresh profile: with its window through Playwright, or hidden for a command. */
import { spawn } from 'node:child_process'
import { mkdtempSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright'

export interface Profile {
  readonly folder: string
  readonly library: string
}

export interface LaunchedApp {
  readonly app: ElectronApplication
  readonly window: Page
  /** Addresses the window asked for, its own pages and stored pictures included. */
  readonly requests: readonly string[]
  /** Errors of the page and what Chromium complained of. */
  readonly complaints: readonly string[]
  close(): Promise<void>
}

export interface LaunchOptions {
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Takes the Content-Security-Policy away, to see that what lies behind it holds alone. */
  readonly bypassCSP?: boolean
}

export interface CommandResult {
  readonly code: number | null
  readonly lines: readonly unknown[]
  readonly stderr: string
}

/** The program under test. */
export function appExecutable(): string {
  const path = process.env['OFFPRINT_APP']
  if (path) return path
  throw new Error('OFFPRINT_APP names no program; run these tests with `npm run test:e2e`.')
}

/** A home folder of its own: nothing of the machine's real one is read or written. */
export function newProfile(name: string): Profile {
  const folder = mkdtempSync(join(tmpdir(), `offprint-${name}-`))
  mkdirSync(join(folder, 'config'))
  return { folder, library: join(folder, 'library') }
}

/** Chromium does not run as root in its sandbox. */
export function rootSwitches(): readonly string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

export async function launchApp(profile: Profile, options: LaunchOptions = {}): Promise<LaunchedApp> {
  const app = await _electron.launch({
    executablePath: appExecutable(),
    args: [...rootSwitches(), '--', '--library', profile.library, ...(options.args ?? [])],
    env: { ...environment(profile), ...options.env },
    bypassCSP: options.bypassCSP ?? false,
    timeout: 60_000,
  })
  const requests: string[] = []
  const complaints: string[] = []
  app.context().on('request', (request) => requests.push(request.url()))
  const window = await app.firstWindow()
  // A busy machine is no failure of the app.
  window.setDefaultTimeout(60_000)
  window.on('pageerror', (error) => complaints.push(error.message))
  window.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await window.waitForLoadState('load')
  return { app, window, requests, complaints, close: () => closeApp(app) }
}

/** `offprint <args> --library <profile> --json`, without a window. */
export function runHidden(profile: Profile, args: readonly string[]): Promise<CommandResult> {
  const [command = '', ...rest] = args
  const all = [
    ...rootSwitches(),
    '--ozone-platform=headless',
    '--disable-gpu',
    '--',
    command,
    '--library',
    profile.library,
    '--json',
    ...rest,
  ]
  return new Promise((resolve, reject) => {
    const child = spawn(appExecutable(), all, { env: environment(profile) })
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (bytes: Buffer) => (stdout += bytes.toString()))
    child.stderr.on('data', (bytes: Buffer) => (stderr += bytes.toString()))
    child.on('error', reject)
    child.on('close', (code) => {
      resolve({ code, lines: jsonLines(stdout), stderr })
    })
  })
}

/** Only the app's own answers: Chromium writes to standard output too on some systems. */
function jsonLines(text: string): unknown[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as unknown)
}

export function environment(profile: Profile): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !entry[0].startsWith('VITEST'),
  )
  return {
    ...Object.fromEntries(kept),
    HOME: profile.folder,
    XDG_CONFIG_HOME: join(profile.folder, 'config'),
    XDG_CACHE_HOME: join(profile.folder, 'cache'),
    // Vitest sets it for itself; the app must run as it ships.
    NODE_ENV: '',
    LANG: 'en_GB.UTF-8',
  }
}

/** The app closes its library first; one that does not end within this is killed and the test goes on. */
const CLOSE_MS = 15_000

async function closeApp(app: ElectronApplication): Promise<void> {
  const child = app.process()
  const timer = setTimeout(() => child.kill('SIGKILL'), CLOSE_MS)
  await app.close()
  clearTimeout(timer)
}
