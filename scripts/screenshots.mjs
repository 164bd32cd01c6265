// `node scripts/screenshots.mjs`: takes the pictures in docs/screenshots/ anew, out of the packaged app and under a
// virtual display where there is none. With `--states` those of every state of the window, for the eye, into
// docs/screenshots/states/.
import { mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { prepareApp, prepareBuild } from './steps/prepare.mjs'
import { projectPath } from './steps/project-paths.mjs'
import { runCommand } from './steps/run-command.mjs'
import { runScript, say, step } from './steps/terminal.mjs'
import { withDisplay } from './steps/with-display.mjs'
import { hasDisplay } from './system-libraries.mjs'

const STATES = process.argv.includes('--states')
const TIMEOUT_MS = 5 * 60_000
const self = fileURLToPath(import.meta.url)

await runScript(async () => {
  if (!process.env.OFFPRINT_APP) process.env.OFFPRINT_APP = await prepareApp(await prepareBuild())
  if (!hasDisplay()) {
    const again = withDisplay(process.execPath, [self, ...process.argv.slice(2)])
    await runCommand(...again, { output: 'show', timeoutMs: TIMEOUT_MS, failure: 'No pictures were taken.' })
    return
  }
  const files = await step('Take the pictures', STATES ? takeStates : takeScreenshots)
  for (const file of files) say(`  ${file}`)
})

async function takeScreenshots() {
  return (await load('take-screenshots')).takeScreenshots(projectPath('docs', 'screenshots'))
}

async function takeStates() {
  return (await load('take-states')).takeStates(projectPath('docs', 'screenshots', 'states'))
}

/** @param {string} name of a file of tests/support/ */
async function load(name) {
  const esbuild = await import('esbuild')
  // Inside node_modules, so that the script finds Playwright there.
  const folder = projectPath('node_modules', '.cache', 'offprint-e2e')
  await mkdir(folder, { recursive: true })
  const script = join(folder, `${name}.cjs`)
  await esbuild.build({
    entryPoints: [projectPath('tests', 'support', `${name}.ts`)],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['playwright'],
    outfile: script,
    logLevel: 'error',
  })
  return createRequire(import.meta.url)(script)
}
