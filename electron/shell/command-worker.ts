/** Runs one command in a thread of its own while the main thread stands still (run-hidden-command.ts says why). */
import { writeSync } from 'node:fs'
import { workerData } from 'node:worker_threads'
import { runCommandLine, type CommandLinePlaces } from '../commands/run-command-line'

export interface CommandWorkerData {
  readonly args: readonly string[]
  readonly places: CommandLinePlaces
  /** [1 when it has ended, the exit code]; the main thread waits on the first. */
  readonly outcome: Int32Array
}

const { args, places, outcome } = workerData as CommandWorkerData

// A thread's own streams go through the main thread, which is not there to carry them.
writeStraight(process.stdout, 1)
writeStraight(process.stderr, 2)
process.on('exit', end)
void runCommandLine(args, places).then(end, (error: unknown) => {
  process.stderr.write(
    `offprint: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  )
  end(1)
})

function end(code: number): void {
  if (Atomics.load(outcome, 0) === 1) return
  Atomics.store(outcome, 1, code)
  Atomics.store(outcome, 0, 1)
  Atomics.notify(outcome, 0)
  // Stay until the process ends: an exit that meets this thread half taken down aborts the process every other time.
  Atomics.wait(outcome, 0, 1)
}

function writeStraight(stream: NodeJS.WriteStream, descriptor: number): void {
  stream.write = (chunk: Uint8Array | string, ...rest: readonly unknown[]): boolean => {
    writeWhole(descriptor, typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
    const done = rest.find((one) => typeof one === 'function') as (() => void) | undefined
    if (done) queueMicrotask(done)
    return true
  }
}

function writeWhole(descriptor: number, bytes: Uint8Array): void {
  let at = 0
  while (at < bytes.length) {
    try {
      at += writeSync(descriptor, bytes, at)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      // Whoever reads has gone (`offprint articles | head`): there is nobody left to answer.
      if (code === 'EPIPE') return end(0)
      // A full pipe that does not block: its reader needs a moment.
      if (code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    }
  }
}
