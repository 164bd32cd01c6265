// `npm start`: from a bare clone to the running app. Without a display it runs the same app under a virtual one through
// its first sync, prints what came of it, and ends.
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { prepareApp, prepareBuild } from './steps/prepare.mjs'
import { projectDir } from './steps/project-paths.mjs'
import { runCommand } from './steps/run-command.mjs'
import { runScript, say, step, StepError } from './steps/terminal.mjs'
import { rootSwitches, withDisplay } from './steps/with-display.mjs'
import { hasDisplay } from './system-libraries.mjs'

// A first sync of many slow feeds; the starter edition alone takes seconds.
const FIRST_SYNC_TIMEOUT_MS = 3 * 60_000

// What it logs on a machine without a desktop session: no D-Bus, no GPU, and Xvfb going away.
const CHROMIUMS_SMALL_TALK =
  /:(bus|viz_main_impl|command_buffer_proxy_impl)\.cc\(|^XIO:|requests known processed/

await runScript(async () => {
  const appArguments = process.argv.slice(2)
  const runtime = await prepareBuild()
  // A whole Electron runs the project folder; the registry's runs only a packaged app.
  const [program, first] = runtime.runsFolders
    ? [runtime.executable, [projectDir]]
    : [await prepareApp(runtime), []]
  if (rootSwitches().length > 0)
    say("  running as root: Chromium's sandbox is off (--no-sandbox) in this run")
  const args = [...rootSwitches(), ...first, '--', ...appArguments]

  if (hasDisplay()) {
    say('▸ Offprint is open; this ends when its window is closed')
    await runCommand(program, args, { output: 'show', failure: 'Offprint ended with an error.' })
  } else {
    const summary = await step('Run through the first sync under a virtual display', () =>
      runUnseen(program, args),
    )
    printSummary(summary)
  }
})

/**
 * @param {string} program
 * @param {readonly string[]} args
 */
async function runUnseen(program, args) {
  const summaryFile = join(await mkdtemp(join(tmpdir(), 'offprint-start-')), 'summary.json')
  const result = await runCommand(...withDisplay(program, args), {
    env: { OFFPRINT_SUMMARY_FILE: summaryFile },
    timeoutMs: FIRST_SYNC_TIMEOUT_MS,
    noise: CHROMIUMS_SMALL_TALK,
    failure: 'Offprint did not come through its first sync.',
    remedy:
      "read the app's last lines above; a fresh library can be tried with `npm start -- --library <folder>`.",
  })
  const text = await readFile(summaryFile, 'utf8').catch(() => undefined)
  if (text !== undefined) return JSON.parse(text)
  throw new StepError('Offprint ended well but wrote no summary of its first sync.', {
    detail: result.stderr,
  })
}

/** @param {{ feeds: number, articles: number, readyOffline: number, library: string, screenshot: string }} summary */
function printSummary({ feeds, articles, readyOffline, library, screenshot }) {
  const lines = [
    ['Feeds', feeds],
    ['Articles', articles],
    ['Ready offline', readyOffline],
    ['Library', library],
    ['Screenshot', screenshot],
  ]
  for (const [name, value] of lines) process.stdout.write(`${String(name).padEnd(14)} ${String(value)}\n`)
}
