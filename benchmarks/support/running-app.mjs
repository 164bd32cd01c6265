// The packaged app, or an empty window of the same Electron, as a process of its own: started, watched and ended.
import { execFileSync, spawn } from 'node:child_process'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { PageDoor } from './page-door.mjs'

/** What the empty window shows: a window as ours, with one line of text. */
const EMPTY_MAIN = `const { app, BrowserWindow } = require('electron')
app.enableSandbox && !app.commandLine.hasSwitch('no-sandbox') && app.enableSandbox()
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 840, show: false, webPreferences: { sandbox: true, contextIsolation: true, spellcheck: false } })
  window.once('ready-to-show', () => window.show())
  window.loadFile('index.html')
})
app.on('window-all-closed', () => app.quit())
`
const EMPTY_PAGE =
  '<!doctype html><meta charset="utf-8"><title>Empty</title><p id="line">An empty window.</p><button id="press">Press</button>'

/**
 * A program that only opens a window.
 *
 * @param {string} electron folder of the Electron that the app runs on
 * @param {string} folder to be made
 * @returns {Promise<string>} its executable
 */
export async function emptyApp(electron, folder) {
  await mkdir(folder, { recursive: true })
  execFileSync('cp', ['-al', `${electron}/.`, folder])
  const app = join(folder, 'resources', 'app')
  await rm(app, { recursive: true, force: true })
  await rm(join(folder, 'resources', 'app.asar'), { force: true })
  await mkdir(app, { recursive: true })
  await writeFile(
    join(app, 'package.json'),
    JSON.stringify({ name: 'empty-window', version: '1.0.0', main: 'main.js' }),
  )
  await writeFile(join(app, 'main.js'), EMPTY_MAIN)
  await writeFile(join(app, 'index.html'), EMPTY_PAGE)
  return join(folder, 'electron')
}

/**
 * @param {string} executable
 * @param {{ home: string, args?: readonly string[] }} options `home` is the whole world of this start
 */
export async function startApp(executable, { home, args = [] }) {
  await mkdir(join(home, 'config'), { recursive: true })
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const started = Date.now()
  const child = spawn(executable, [...root, '--remote-debugging-port=0', ...args], {
    env: {
      ...process.env,
      HOME: home,
      XDG_CONFIG_HOME: join(home, 'config'),
      XDG_CACHE_HOME: join(home, 'cache'),
      NODE_ENV: '',
      LANG: 'en_GB.UTF-8',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const port = await debuggingPort(child)
  return {
    pid: child.pid,
    started,
    /** Connecting costs the app a little, so times of the start are read afterwards. */
    connect: () => PageDoor.open(port),
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), 15_000)
      await ended
      clearTimeout(timer)
    },
  }
}

function debuggingPort(child) {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr.on('data', (bytes) => {
      said += bytes
      const port = /DevTools listening on ws:\/\/[^:]+:(\d+)/.exec(said)?.[1]
      if (port) resolve(Number(port))
    })
    child.once('exit', (code) =>
      reject(new Error(`The app ended with ${code} before it was up: ${said.slice(-2000)}`)),
    )
  })
}

/** Proportional share of memory of a process and all below it, in MB, with its processes by kind. */
export async function memoryOf(root) {
  const parents = new Map()
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const stat = await readFile(`/proc/${name}/stat`, 'latin1').catch(() => null)
    if (stat) parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
  }
  const isOurs = (pid) => pid === root || (parents.has(pid) && isOurs(parents.get(pid)))
  const processes = []
  for (const pid of parents.keys()) {
    if (!isOurs(pid)) continue
    const memory = await readFile(`/proc/${pid}/smaps_rollup`, 'latin1').catch(() => '')
    const pss = Number(/^Pss:\s+(\d+) kB/m.exec(memory)?.[1] ?? 0) / 1024
    const line = await readFile(`/proc/${pid}/cmdline`, 'latin1').catch(() => '')
    processes.push({ kind: kindOf(line, pid === root), pss })
  }
  return { sum: processes.reduce((sum, { pss }) => sum + pss, 0), processes }
}

function kindOf(line, isRoot) {
  const type = /--type=([\w-]+)/.exec(line)?.[1] ?? (isRoot ? 'main' : 'other')
  const utility = /--utility-sub-type=([\w.]+)/.exec(line)?.[1]
  return utility ? `${type} ${utility.split('.').at(-1)}` : type
}
