// What an installed Offprint must do, as a list of checks in the order of a user's life with it: an older version, its
// first start with Chromium's sandbox on, the upgrade, files and addresses opened from the desktop, commands, a start
// without any network, removal that leaves only the library.
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { lstat, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { aptGet } from '../../scripts/steps/apt-get.mjs'
import { runCommand } from '../../scripts/steps/run-command.mjs'
import { openOnDesktop, opmlOf, serveFeed } from './desktop-opening.mjs'
import { watchWindowProcesses } from './sandboxed-processes.mjs'

/** The starter edition's promise: the first launch is not empty, network or not. */
const STARTER_ARTICLES = 6
const PNG_SIGNATURE = '89504e470d0a1a0a'
const DESKTOP_FILE = '/usr/share/applications/offprint.desktop'

/**
 * @typedef {{ feeds: number, articles: number, readyOffline: number, library: string, screenshot: string }} Summary
 * @typedef {{ name: string, run: () => Promise<void> }} Check
 *
 * @param {object} context
 * @param {string} context.deb
 * @param {string} context.previous a package of a lower version
 * @param {import('./test-user.mjs').TestUser} context.user
 * @returns {Check[]}
 */
export function installedChecks({ deb, previous, user }) {
  /** @type {string[]} */
  let packagedFiles = []
  /** @type {Summary | undefined} */
  let first
  let starred = ''

  return [
    {
      name: 'installs an older version with apt',
      run: () => aptGet(['install', '-y', '--no-install-recommends', previous]),
    },
    {
      name: 'starts as an ordinary user with the sandbox on, and syncs',
      run: async () => {
        first = await startAndSummarise(user, [])
        checkSummary(first)
        starred = await starOne(user)
      },
    },
    {
      name: 'is upgraded with apt, the library kept and the star with it',
      run: async () => {
        await aptGet(['install', '-y', '--no-install-recommends', deb])
        assert.deepEqual(counts(await startAndSummarise(user, [])), counts(first))
        assert.deepEqual(await starredArticles(user), [starred])
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
      name: 'starts where the library may not be written, and reads it',
      run: () => checkUnwritable(user, first),
    },
    { name: 'opens an OPML file by its type', run: () => checkOpmlFile(user) },
    { name: 'opens a feed: address by its scheme', run: () => checkFeedAddress(user) },
    { name: 'has a description for software centres', run: checkMetainfo },
    {
      name: 'is removed without a trace but the library',
      run: async () => {
        await aptGet(['purge', '-y', 'offprint'])
        await checkNothingLeft(packagedFiles)
        assert.ok(first && (await readdir(first.library)).length > 0, "the reader's library is gone")
      },
    },
  ]
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
  assert.match(entry, /^\[Desktop Action sync\]$/m)
  for (const type of ['x-scheme-handler/feed', 'x-scheme-handler/offprint', 'text/x-opml+xml']) {
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

/**
 * @param {import('./test-user.mjs').TestUser} user
 * @returns {Promise<string>} the article's id
 */
async function starOne(user) {
  const [article] = await jsonLines(user, ['articles', '--json', '--limit', '1'])
  const { code, stderr } = await user.run('offprint', ['mark', article.articleId, '--star'])
  assert.equal(code, 0, stderr)
  return article.articleId
}

/** @param {import('./test-user.mjs').TestUser} user */
async function starredArticles(user) {
  const rows = await jsonLines(user, ['articles', '--json', '--starred'])
  return rows.map((row) => row.articleId)
}

/**
 * @param {import('./test-user.mjs').TestUser} user
 * @param {Summary | undefined} first
 */
async function checkUnwritable(user, first) {
  assert.ok(first)
  await runCommand('chmod', ['-R', 'a-w', first.library])
  try {
    assert.deepEqual(counts(await startAndSummarise(user, [], { network: false })), counts(first))
  } finally {
    await runCommand('chmod', ['-R', 'u+w', first.library])
  }
}

/** @param {import('./test-user.mjs').TestUser} user */
async function checkOpmlFile(user) {
  const url = 'https://opened-from-a-file.example/feed.xml'
  const file = join(await user.resultsFolder(), 'my feeds.opml')
  await writeFile(file, opmlOf(url))
  await openOnDesktop(user, file, url)
}

/** @param {import('./test-user.mjs').TestUser} user */
async function checkFeedAddress(user) {
  const { url, stop } = await serveFeed()
  try {
    await openOnDesktop(user, `feed:${url}`, url)
  } finally {
    await stop()
  }
}

async function checkMetainfo() {
  const text = await readFile('/usr/share/metainfo/invalid.offprint.Offprint.metainfo.xml', 'utf8')
  assert.match(text, /<launchable type="desktop-id">offprint\.desktop<\/launchable>/)
  assert.match(text, /<release version="\d+\.\d+\.\d+" date="\d{4}-\d\d-\d\d" \/>/)
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
function feedsOf(user, options) {
  return jsonLines(user, ['feeds', '--json'], options)
}

/**
 * @param {import('./test-user.mjs').TestUser} user
 * @param {readonly string[]} args a command that answers in lines of JSON
 * @param {{ network?: boolean }} [options]
 */
async function jsonLines(user, args, options) {
  const { code, stdout, stderr } = await user.run('offprint', args, options)
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
