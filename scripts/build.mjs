// Bundles the app into dist/ with esbuild: the Node side as CommonJS for the oldest Electron we run on, the window for
// its Chromium, and beside them what is read at run time (starter edition, styles, icons, SQLite's WebAssembly file).
import { existsSync, readdirSync } from 'node:fs'
import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { fingerprint, isStamped, stamp } from './steps/fingerprint.mjs'
import { installDependencies } from './steps/install-dependencies.mjs'
import { projectDir, projectPath } from './steps/project-paths.mjs'
import { releasePlace } from './steps/release-place.mjs'
import { splitCommonJs } from './steps/split-commonjs.mjs'
import { runScript, say, step, StepError } from './steps/terminal.mjs'
import { NOTICE_NAME, thirdPartyNotice } from './steps/third-party.mjs'

/** The bundles of the Node side that must be there: the file in dist/ and where it starts. */
const nodeEntries = Object.freeze({
  main: 'electron/main.ts',
  preload: 'electron/preload.ts',
  cli: 'electron/cli.ts',
  worker: 'electron/workers/worker.ts',
})
// A thread of its own is a bundle of its own: electron/search/search-worker.ts becomes dist/search-worker.cjs.
const WORKER_ENDING = '-worker.ts'
const windowEntries = ['renderer/main.tsx', 'renderer/index.html']

const inputs = [
  'electron',
  'renderer',
  'contract',
  'assets',
  'docs/guide',
  'scripts/build.mjs',
  'scripts/steps/split-commonjs.mjs',
  'scripts/steps/third-party.mjs',
  'package.json',
  'package-lock.json',
]
const stampName = '.build-stamp'

/**
 * Builds unless dist/ was made from these very sources.
 *
 * @returns {Promise<boolean>} false when there was nothing to do
 */
export async function buildIfChanged() {
  const print = await buildFingerprint()
  if (await isStamped(projectPath('dist', stampName), print)) return false
  await build()
  return true
}

/** A value that changes with anything the bundles are made from. */
export function buildFingerprint() {
  return fingerprint(
    inputs.map((path) => projectPath(path)),
    [JSON.stringify(releasePlace())],
  )
}

/** @param {{ watch?: boolean }} [options] */
export async function build({ watch = false } = {}) {
  requireEntries()
  const print = await buildFingerprint()
  // Made aside and put in place when whole: a failed or interrupted build leaves the last good one, and no stale file
  // is ever packaged. Watching writes to the final place, again and again.
  const out = watch
    ? projectPath('dist')
    : projectPath('node_modules', '.cache', `offprint-dist-${process.pid}`)
  await rm(out, { recursive: true, force: true })
  await mkdir(join(out, 'renderer'), { recursive: true })

  // Imported here because start.mjs loads this file before node_modules exists.
  const esbuild = await import('esbuild')
  const version = JSON.parse(await readFile(projectPath('package.json'), 'utf8')).version
  const bundles = [mainBundle, nodeBundles, cliBundle, windowBundle].map((options) => options(version, out))
  const contexts = await Promise.all(bundles.map((options) => esbuild.context(options)))
  try {
    await bundle(contexts)
    await chmod(join(out, 'cli.cjs'), 0o755)
    await copyRunTimeFiles(out)
    await printSizes(out)
    if (watch) return await keepWatching(contexts)
    // Of the sources as they were at the start: one that changed meanwhile makes the next run build again.
    await stamp(join(out, stampName), print)
    await rm(projectPath('dist'), { recursive: true, force: true })
    await rename(out, projectPath('dist'))
  } finally {
    if (!watch) {
      await Promise.all(contexts.map((context) => context.dispose()))
      await rm(out, { recursive: true, force: true })
    }
  }
}

function requireEntries() {
  const missing = [...Object.values(nodeEntries), ...windowEntries].filter(
    (path) => !existsSync(projectPath(path)),
  )
  if (missing.length === 0) return
  throw new StepError(`The build starts from files that do not exist: ${missing.join(', ')}.`, {
    remedy: 'restore them, or name the new entry in scripts/build.mjs.',
  })
}

/**
 * @param {string} version
 * @returns {import('esbuild').BuildOptions}
 */
function shared(version) {
  return {
    absWorkingDir: projectDir,
    bundle: true,
    minify: true,
    // Stack traces in a reader's error report must name our functions.
    keepNames: true,
    sourcemap: false,
    legalComments: 'none',
    logLevel: 'warning',
    // A bundle that calls what is not there must not reach anybody.
    logOverride: { 'import-is-undefined': 'error' },
    define: {
      __OFFPRINT_VERSION__: JSON.stringify(version),
      __OFFPRINT_RELEASES__: JSON.stringify(releasePlace()),
      'process.env.NODE_ENV': '"production"',
    },
  }
}

/**
 * @param {string} version
 * @param {string} out
 * @returns {import('esbuild').BuildOptions}
 */
function nodeBundles(version, out) {
  const { preload, worker } = nodeEntries
  return {
    ...shared(version),
    entryPoints: { preload, worker, ...furtherWorkers() },
    outdir: out,
    outExtension: { '.js': '.cjs' },
    platform: 'node',
    format: 'cjs',
    // Node 18 is what Electron 25 has; newer ones run it as well.
    target: 'node18',
    external: ['electron'],
  }
}

/**
 * The app itself, in pieces: before the first window stands only the first of them is read.
 *
 * @param {string} version
 * @param {string} out
 * @returns {import('esbuild').BuildOptions}
 */
function mainBundle(version, out) {
  return {
    ...nodeBundles(version, out),
    entryPoints: { main: nodeEntries.main },
    chunkNames: 'main-[name]-[hash]',
    format: 'esm',
    splitting: true,
    plugins: [splitCommonJs()],
  }
}

/**
 * @param {string} version
 * @param {string} out
 * @returns {import('esbuild').BuildOptions}
 */
function cliBundle(version, out) {
  const banner = { js: '#!/usr/bin/env node' }
  return { ...nodeBundles(version, out), entryPoints: { cli: nodeEntries.cli }, banner }
}

/**
 * @param {string} version
 * @param {string} out
 * @returns {import('esbuild').BuildOptions}
 */
function windowBundle(version, out) {
  return {
    ...shared(version),
    // None of its traces comes into a report, and naming its functions takes 4 to 14 ms of every start.
    keepNames: false,
    entryPoints: { main: 'renderer/main.tsx' },
    outdir: join(out, 'renderer'),
    platform: 'browser',
    format: 'iife',
    target: 'chrome114',
    jsx: 'automatic',
    loader: { '.md': 'text', '.woff2': 'file', '.woff': 'file', '.svg': 'file', '.png': 'file' },
    assetNames: 'files/[name]',
  }
}

/** @returns {Record<string, string>} */
function furtherWorkers() {
  const files = readdirSync(projectPath('electron'), { recursive: true, encoding: 'utf8' })
  const workers = files.filter((file) => file.endsWith(WORKER_ENDING))
  return Object.fromEntries(workers.map((file) => [basename(file, '.ts'), join('electron', file)]))
}

/** @param {readonly import('esbuild').BuildContext[]} contexts */
async function bundle(contexts) {
  try {
    await Promise.all(contexts.map((context) => context.rebuild()))
  } catch (cause) {
    // esbuild has already shown each error with its place in the source.
    throw new StepError('The sources could not be bundled.', {
      cause,
      remedy: 'mend the errors shown above.',
    })
  }
}

/** @param {string} dist */
async function copyRunTimeFiles(dist) {
  await cp(projectPath('renderer', 'index.html'), join(dist, 'renderer', 'index.html'))
  // The bundled library looks for it beside the file it runs in.
  const wasm = 'node-sqlite3-wasm.wasm'
  await cp(projectPath('node_modules', 'node-sqlite3-wasm', 'dist', wasm), join(dist, wasm))
  await writeFile(join(dist, NOTICE_NAME), await thirdPartyNotice())
  if (existsSync(projectPath('assets'))) {
    await cp(projectPath('assets'), join(dist, 'assets'), { recursive: true, filter: isNeededAtRunTime })
  }
}

/** @param {string} path */
function isNeededAtRunTime(path) {
  // These only serve the installers.
  return !/\.(icns|ico)$|1024x1024\.png$/.test(path)
}

/** @param {string} dist */
async function printSizes(dist) {
  const names = [
    'main.cjs',
    'preload.cjs',
    'worker.cjs',
    'cli.cjs',
    'renderer/main.js',
    'renderer/main.css',
    'assets',
  ]
  for (const name of names) {
    const path = join(dist, name)
    if (existsSync(path)) say(`  dist/${name.padEnd(20)} ${formatSize(await sizeOf(path))}`)
  }
}

/**
 * @param {string} path
 * @returns {Promise<number>}
 */
async function sizeOf(path) {
  const info = await stat(path)
  if (!info.isDirectory()) return info.size
  const sizes = (await readdir(path)).map((name) => sizeOf(join(path, name)))
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

/** @param {number} bytes */
function formatSize(bytes) {
  return `${(bytes / 1024).toFixed(0).padStart(6)} kB`
}

/** @param {readonly import('esbuild').BuildContext[]} contexts */
async function keepWatching(contexts) {
  await Promise.all(contexts.map((context) => context.watch()))
  say('Watching the sources; Ctrl-C ends it. Files copied as they are (assets, index.html) want a new start.')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runScript(async () => {
    await step('Install dependencies', installDependencies)
    await step('Build dist/', () => build({ watch: process.argv.includes('--watch') }))
  })
}
