// What an installed Offprint must do, as a list of checks in the order of a user's life with it: install, first start
// with Chromium's sandbox on, commands, a start without any network, removal that leaves only the library.
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { lstat, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

import { runCommand } from '../../scripts/steps/run-command.mjs'
import { watchWindowProcesses } from './sandboxed-processes.mjs'

/** The starter edition's promise: the first launch is not empty, network or not. */
const STARTER_ARTICLES = 6
const PNG_SIGNATURE = '89504e470d0a1a0a'
const DESKTOP_FILE = '/usr/share/applications/offprint.desktop'

/**
 * @typedef {{ feeds: number, articles: number, readyOffline: number, library: string, screenshot: string }} Summary
 * @typedef {{ name: string, run: () => Promise<void> }} Check
 *
 * @param {{ deb: string, user: import('./test-user.mjs').TestUser }} context
 * @returns {Check[]}
 */
export function installedChecks({ deb, user }) {
  /** @type {string[]} */
  let packagedFiles = []
  /** @type {Summary | undefined} */
  let first

  return [
    {
      name: 'installs with apt',
      run: async () => {
        await apt('install', '-y', '--no-install-recommends', deb)
        packagedFiles = (await runCommand('dpkg', ['-L', 'offprint'])).stdout.trim().split('\n')
        assert.ok(packagedFiles.includes('/usr/bin/offprint'), 'no /usr/bin/offprint in the package')
      },
    },
    { name: 'gives the sandbox helper to root with its setuid bit', run: checkSandboxHelper },
    {
      name: 'has a valid desktop entry in the category News, opening feeds and OPML',
      run: checkDesktopEntry,
    },
    { name: 'has its icon in every size', run: checkIcons },
    {
      name: 'starts as an ordinary user with the sandbox on, and syncs',
      run: async () => {
        first = await startAndSummarise(user, [])
        checkSummary(first)
      },
    },
    {
      name: 'starts again with the same library, nothing lost or doubled',
      run: async () => assert.deepEqual(counts(await startAndSummarise(user, [])), counts(first)),
    },
    {
      name: 'answers `offprint feeds --json` on the PATH without a display',
      run: async () => assert.equal((await feedsOf(user, {})).length, first?.feeds),
    },
    {
      name: 'ends a wrong command with code 2, each time',
      run: () => checkWrongCommand(user),
    },
    {
      name: 'opens its library with the network off, whole',
      run: async () => {
        const offline = await startAndSummarise(user, [], { network: false })
        assert.deepEqual(counts(offline), counts(first))
      },
    },
    {
      name: 'is not empty at a first launch with the network off',
      run: async () => {
        const library = join(await user.resultsFolder(), 'library')
        checkSummary(await startAndSummarise(user, ['--library', library], { network: false }))
      },
    },
    {
      name: 'answers commands with the network off',
      run: async () => assert.equal((await feedsOf(user, { network: false })).length, first?.feeds),
    },
    {
      name: 'is removed without a trace but the library',
      run: async () => {
        await apt('purge', '-y', 'offprint')
        await checkNothingLeft(packagedFiles)
        assert.ok(first && (await readdir(first.library)).length > 0, "the reader's library is gone")
      },
    },
  ]
}

/** @param {...string} args */
export function apt(...args) {
  return runCommand('apt-get', ['-q', ...args], { env: { DEBIAN_FRONTEND: 'noninteractive' } })
}

async function checkSandboxHelper() {
  const info = await stat('/usr/lib/offprint/chrome-sandbox')
  assert.equal(info.uid, 0)
  assert.equal((info.mode & 0o7777).toString(8), '4755')
}

async function checkDesktopEntry() {
  const { stdout } = await runCommand('desktop-file-validate', ['--no-hints', DESKTOP_FILE])
  assert.equal(stdout.trim(), '')
  const entry = await readFile(DESKTOP_FILE, 'utf8')
  assert.match(entry, /^Categories=.*\bNews;/m)
  assert.match(entry, /^Exec=offprint %U$/m)
  const cache = await readFile('/usr/share/applications/mimeinfo.cache', 'utf8')
  for (const type of ['x-scheme-handler/feed', 'text/x-opml+xml']) {
    assert.ok(
      new RegExp(`^${type.replace('+', '\\+')}=.*offprint\\.desktop`, 'm').test(cache),
      `${type} is not ours`,
    )
  }
}

async function checkIcons() {
  for (const size of [16, 24, 32, 48, 64, 96, 128, 256, 512]) {
    assert.ok(
      existsSync(`/usr/share/icons/hicolor/${size}x${size}/apps/offprint.png`),
      `no icon of ${size} pixels`,
    )
  }
  assert.ok(existsSync('/usr/share/icons/hicolor/scalable/apps/offprint.svg'))
}

/**
 * Starts the window, lets it end itself after its first sync, and asserts that its windows were sandboxed.
 *
 * @param {import('./test-user.mjs').TestUser} user
 * @param {readonly string[]} args
 * @param {{ network?: boolean }} [options]
 * @returns {Promise<Summary>}
 */
async function startAndSummarise(user, args, { network = true } = {}) {
  const summaryFile = join(await user.resultsFolder(), 'summary.json')
  const endWatch = watchWindowProcesses(user.uid)
  const env = { OFFPRINT_SUMMARY_FILE: summaryFile }
  const result = await user.run('offprint', args, { network, display: true, env })
  const windows = endWatch()
  assert.equal(result.code, 0, `the app ended with ${result.code}:\n${result.stderr.slice(-2000)}`)
  assert.ok(windows.length > 0, 'no window process was seen')
  for (const { pid, seccomp, ownNamespace, unsandboxed } of windows) {
    assert.ok(seccomp && ownNamespace && !unsandboxed, `window process ${pid} was not sandboxed`)
  }
  return JSON.parse(await readFile(summaryFile, 'utf8'))
}

/** @param {Summary} summary */
function checkSummary(summary) {
  assert.ok(summary.feeds >= 1, `feeds: ${summary.feeds}`)
  assert.ok(summary.articles >= STARTER_ARTICLES, `articles: ${summary.articles}`)
  assert.equal(summary.readyOffline, summary.articles)
  return checkScreenshot(summary.screenshot)
}

/** @param {string} file */
async function checkScreenshot(file) {
  const picture = await readFile(file)
  assert.equal(picture.subarray(0, 8).toString('hex'), PNG_SIGNATURE)
  // An all-white window compresses to almost nothing.
  assert.ok(picture.length > 10_000, `the screenshot has only ${picture.length} bytes`)
}

/** @param {Summary | undefined} summary */
function counts(summary) {
  return { feeds: summary?.feeds, articles: summary?.articles, readyOffline: summary?.readyOffline }
}

/**
 * @param {import('./test-user.mjs').TestUser} user
 * @param {{ network?: boolean }} options
 */
async function feedsOf(user, options) {
  const { code, stdout, stderr } = await user.run('offprint', ['feeds', '--json'], options)
  assert.equal(code, 0, stderr)
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

/**
 * More than once, because Electron can abort on its way out: an exit that meets a thread half taken down did so in
 * every other run.
 *
 * @param {import('./test-user.mjs').TestUser} user
 */
async function checkWrongCommand(user) {
  for (let run = 1; run <= 8; run += 1) {
    const { code, stderr } = await user.run('offprint', ['no-such-command'])
    assert.equal(code, 2, `run ${run} ended with ${code}: ${stderr.slice(0, 500)}`)
  }
}

/** @param {readonly string[]} packagedFiles */
async function checkNothingLeft(packagedFiles) {
  const own = packagedFiles.filter((path) => path.includes('offprint'))
  assert.ok(own.length > 10, 'the package listed no files')
  const left = []
  for (const path of own) if (await lstat(path).catch(() => undefined)) left.push(path)
  assert.deepEqual(left, [])
  const cache = await readFile('/usr/share/applications/mimeinfo.cache', 'utf8').catch(() => '')
  assert.ok(!cache.includes('offprint'), 'the desktop still offers Offprint for some files')
  assert.ok(!existsSync('/opt/Offprint'))
}
