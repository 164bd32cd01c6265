/** Entry of a worker thread: takes one task after another from the pool and answers each. */
import { parentPort } from 'node:worker_threads'
import { TASKS } from './run-task'
import type { WorkerRequest, WorkerResponse } from './worker-message'

const port = parentPort
if (!port) throw new Error('worker.cjs runs as a worker thread of the pool only')

port.on('message', (request: WorkerRequest) => {
  void answer(request).then((response) => {
    port.postMessage(response)
  })
})

async function answer({ id, name, input }: WorkerRequest): Promise<WorkerResponse> {
  try {
    const task = TASKS[name] as (input: unknown) => Promise<unknown>
    return { id, ok: true, value: await task(input) }
  } catch (error) {
    // A fault of ours on a stranger's bytes: it must cost that document and nothing else.
    return { id, ok: false, message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
