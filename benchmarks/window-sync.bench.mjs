/**
 * A first sync seen from the window of the packaged app: `node benchmarks/window-sync.bench.mjs [feeds] [articles] [latency ms]`. Prints the
 * longest task of the window, the longest wait for an answer of the main process, and the peak of memory (PSS of all processes, once a second).
 */
/* global window */
import { execFileSync, fork, spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'

import { prepareApp, prepareBuild } from '../scripts/steps/prepare.mjs'
import { projectPath } from '../scripts/steps/project-paths.mjs'
import { withDisplay } from '../scripts/steps/with-display.mjs'
import { hasDisplay } from '../scripts/system-libraries.mjs'
import { installMeters, takeLongTasks } from './support/page-meters.mjs'
import { memoryOf, startApp } from './support/running-app.mjs'

const [feeds = 200, articles = 50, latency = 50] = process.argv.slice(2).map(Number)
const PAGE_MS = 800
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

if (hasDisplay() && globalThis.WebSocket) await main()
else {
  // Node 20 has a WebSocket only when asked for it.
  const flags = globalThis.WebSocket ? [] : ['--experimental-websocket']
  const [command, args] = withDisplay(process.execPath, [...flags, ...process.argv.slice(1)])
  process.exitCode = spawnSync(command, args, { stdio: 'inherit' }).status ?? 1
}

async function main() {
  const app = await prepareApp(await prepareBuild('tests'))
  const work = await mkdtemp(join(tmpdir(), 'offprint-window-sync-'))
  const server = fork('benchmarks/support/feed-server.mjs', [feeds, articles, latency].map(String))
  try {
    const ports = await new Promise((resolve) => server.once('message', resolve))
    const library = join(work, 'library')
    await importFeeds(ports, library, join(work, 'feeds.opml'))
    const running = await startApp(app, { home: join(work, 'home'), args: ['--', '--library', library] })
    try {
      console.log(
        JSON.stringify({ feeds, articles, ...(await watch(running)), load: Number(loadavg()[0].toFixed(1)) }),
      )
    } finally {
      await running.stop()
    }
  } finally {
    server.disconnect()
    await rm(work, { recursive: true, force: true })
  }
}

async function importFeeds(ports, library, file) {
  const outlines = ports.map((port) => `<outline type="rss" xmlUrl="http://127.0.0.1:${port}/feed"/>`)
  await writeFile(file, `<opml version="2.0"><body>${outlines.join('')}</body></opml>`)
  execFileSync(process.execPath, [projectPath('dist', 'cli.cjs'), 'import', file, '--library', library])
}

/** The app syncs by itself when it has started; asked for the same things as the window asks for, ten times a second, until it is idle again. */
async function watch(running) {
  // There is no page to be asked before; the sync has hardly begun.
  await wait(PAGE_MS)
  const page = await running.connect()
  await installMeters(page)
  let [listedMs, peakMb, longestAnswer, begun, lastLook] = [0, 0, 0, false, 0]
  for (;;) {
    const { ms, all, phase } = await page.evaluate(async () => {
      const from = performance.now()
      const [counts, progress] = await Promise.all([
        window.offprint.request('app.counts'),
        window.offprint.request('sync.progress'),
      ])
      return { ms: performance.now() - from, all: counts.value.all, phase: progress.value.phase }
    })
    longestAnswer = Math.max(longestAnswer, ms)
    begun ||= phase !== 'idle'
    if (!listedMs && all === feeds * articles) listedMs = Date.now() - running.started
    if (Date.now() - lastLook > 1000) {
      lastLook = Date.now()
      peakMb = Math.max(peakMb, (await memoryOf(running.pid)).sum)
    }
    if (begun && phase === 'idle') break
    await wait(100)
  }
  const tasks = await takeLongTasks(page)
  return {
    listedSinceStartMs: listedMs,
    idleSinceStartMs: Date.now() - running.started,
    longestTaskMs: Math.max(0, ...tasks),
    longTasks: tasks.length,
    longestAnswerMs: Math.round(longestAnswer),
    peakMb: Math.round(peakMb),
  }
}
