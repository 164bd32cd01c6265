// The common way to a runnable app: dependencies, system libraries, Electron, dist/, an unpacked app. Each part is
// skipped when it is in place, so that the second run starts in a moment.
import { buildIfChanged } from '../build.mjs'
import { electronRuntime } from '../electron-runtime.mjs'
import { hasDisplay, systemLibraries } from '../system-libraries.mjs'
import { installDependencies } from './install-dependencies.mjs'
import { packageLocalApp } from './package-app.mjs'
import { say, step } from './terminal.mjs'

/**
 * Dependencies, system libraries, an Electron and dist/.
 *
 * @param {...import('../system-libraries.mjs').Purpose} further what the app is wanted for beside being run
 */
export async function prepareBuild(...further) {
  await step('Install dependencies', installDependencies)
  /** @type {import('../system-libraries.mjs').Purpose[]} */
  const purposes = hasDisplay() ? ['app', ...further] : ['app', 'display', ...further]
  await step('Make sure of the system libraries', () => systemLibraries(...purposes))
  const runtime = await step('Make sure of Electron', electronRuntime)
  await step('Build dist/', buildIfChanged)
  return runtime
}

/**
 * @param {import('../electron-runtime.mjs').ElectronRuntime} runtime
 * @returns {Promise<string>} the packaged app's executable
 */
export async function prepareApp(runtime) {
  const { executable } = await step('Package the app for this machine', async () => {
    const app = await packageLocalApp(runtime)
    if (!app.fresh) say('  unchanged since last time')
    return app
  })
  return executable
}
