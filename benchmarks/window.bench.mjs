/**
 * The packaged app's window at 1,000, 10,000 and 100,000 articles: start, every action of a reader, memory and disk, beside an empty window of
 * the same Electron. `npm run bench -- window [articles ...]`. Wants a display, or finds one (Xvfb). The first run seeds the libraries: minutes.
 */
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

import { electronRuntime } from '../scripts/electron-runtime.mjs'
import { prepareApp, prepareBuild } from '../scripts/steps/prepare.mjs'
import { projectPath } from '../scripts/steps/project-paths.mjs'
import { withDisplay } from '../scripts/steps/with-display.mjs'
import { hasDisplay } from '../scripts/system-libraries.mjs'
import { firstPaintAt, firstRowsAt } from './support/page-meters.mjs'
import { emptyApp, memoryOf, startApp } from './support/running-app.mjs'
import { seededLibrary } from './support/seed-library.mjs'
import { median, timeActions } from './support/window-actions.mjs'

const STARTS = 5
/** Long enough for the start to be over before anybody looks. */
const LOOK_AFTER_MS = 3500
/** As long as nothing has been done before memory is counted. */
const REST_MS = 12_000

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
const sizes = process.argv
  .slice(2)
  .map(Number)
  .filter((size) => size > 0)

if (hasDisplay() && globalThis.WebSocket) await main(sizes.length > 0 ? sizes : [1000, 10_000, 100_000])
else {
  // Node 20 has a WebSocket only when asked for it.
  const flags = globalThis.WebSocket ? [] : ['--experimental-websocket']
  const [command, args] = withDisplay(process.execPath, [...flags, ...process.argv.slice(1)])
  process.exitCode = spawnSync(command, args, { stdio: 'inherit' }).status ?? 1
}

async function main(articles) {
  const runtime = await prepareBuild('tests')
  const app = await prepareApp(runtime)
  // On the disk of the libraries' seeds, so that copies may share their files.
  const work = await mkdtemp(path.join(os.tmpdir(), 'offprint-bench-'))
  try {
    const empty = await emptyApp((await electronRuntime()).dir, path.join(work, 'electron'))
    const subjects = [
      {
        name: 'empty window',
        executable: empty,
        home: path.join(work, 'empty'),
        args: [],
        firstAt: firstPaintAt,
      },
    ]
    for (const size of articles) {
      const home = path.join(work, String(size))
      const library = path.join(home, 'library')
      await seededLibrary(size, library, projectPath('dist'))
      const args = ['--', '--network', 'off', '--library', library]
      subjects.push({ name: String(size), executable: app, home, args, firstAt: firstRowsAt, library, size })
    }
    const starts = await timeStarts(subjects)
    const rows = []
    for (const subject of subjects)
      rows.push([subject.name, { 'cold start': starts.get(subject), ...(await use(subject)) }])
    print(rows)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** Turn by turn, so that what else the machine does meets all alike. The first start of each makes its profile and is not counted. */
async function timeStarts(subjects) {
  const times = new Map(subjects.map((subject) => [subject, []]))
  for (let round = 0; round <= STARTS; round++) {
    for (const subject of subjects) {
      const running = await startApp(subject.executable, subject)
      try {
        await wait(LOOK_AFTER_MS)
        const page = await running.connect()
        const at = await subject.firstAt(page)
        if (round > 0 && at !== null) times.get(subject).push(at - running.started)
      } finally {
        await running.stop()
      }
    }
  }
  process.stderr.write(
    `${JSON.stringify([...times].map(([{ name }, list]) => [name, list.map(Math.round)]))}\n`,
  )
  return new Map([...times].map(([subject, list]) => [subject, median(list)]))
}

async function use(subject) {
  const running = await startApp(subject.executable, subject)
  try {
    await wait(REST_MS)
    const { sum, processes } = await memoryOf(running.pid)
    process.stderr.write(
      `${subject.name}: ${processes.map(({ kind, pss }) => `${kind} ${pss.toFixed(0)}`).join(', ')}\n`,
    )
    if (subject.library === undefined) return { 'memory at rest': sum }
    const page = await running.connect()
    const actions = await timeActions(page)
    await wait(REST_MS)
    const used = await memoryOf(running.pid)
    process.stderr.write(
      `${subject.name} used: ${used.processes.map(({ kind, pss }) => `${kind} ${pss.toFixed(0)}`).join(', ')}\n`,
    )
    return {
      'memory at rest': sum,
      'memory after use': used.sum,
      ...actions,
      'disk an article': diskOf(subject),
    }
  } finally {
    await running.stop()
  }
}

/** Bytes of the files as they are counted by the app itself: without what a file system rounds up. */
function diskOf({ library, size }) {
  const { stdout } = spawnSync('du', ['-sb', '--apparent-size', library], { encoding: 'utf8' })
  return Number.parseInt(stdout, 10) / size
}

function print(rows) {
  const names = [...new Set(rows.flatMap(([, result]) => Object.keys(result)))]
  const [model] = os.cpus()
  console.log(
    `${new Date().toISOString().slice(0, 10)}, ${os.cpus().length} x ${model?.model}, load ${os.loadavg()[0].toFixed(1)}; milliseconds, memory in MB, disk in bytes\n`,
  )
  console.log(`| what | ${rows.map(([name]) => name).join(' | ')} |\n|${'---|'.repeat(rows.length + 1)}`)
  for (const name of names)
    console.log(
      `| ${name} | ${rows.map(([, result]) => (result[name] === undefined ? '' : result[name].toFixed(name.startsWith('disk') ? 0 : 1))).join(' | ')} |`,
    )
}
