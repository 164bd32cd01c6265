/**
 * `offprint <command>` in the installed app. The main thread waits in the middle of Chromium's start until the command has
 * ended in another thread: so no window system is needed (Electron 25 crashes without one), and no process is started for
 * drawing what nobody will see.
 */
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { app } from 'electron'
import type { CommandLinePlaces } from '../commands/run-command-line'
import type { CommandWorkerData } from './command-worker'

/** Ends the app with the command's exit code. */
export function runHiddenCommand(args: readonly string[], places: CommandLinePlaces): void {
  const outcome = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT))
  const data: CommandWorkerData = { args, places, outcome }
  new Worker(join(places.bundle, 'command-worker.cjs'), { workerData: data })
  Atomics.wait(outcome, 0, 0)
  app.exit(outcome[1])
}
