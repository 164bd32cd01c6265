/** A worker thread as the port of a `SearchClient`. */
import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import type { SearchPort } from './search-client'
import type { SearchAnswer } from './search-message'

/** Megabytes of heap; SQLite's own memory lies outside it. */
const HEAP_MB = 256
/** As small as in the pool of workers, for the same reason. */
const YOUNG_HEAP_MB = 12

/**
 * V8's second compiler needs seconds and 40 MB for SQLite's largest function, and a thread cannot end meanwhile, sometimes never: the
 * app hung at quit. What the first compiler makes is a third slower in the slowest question and no slower at filling the index.
 */
const ONE_COMPILER = ['--no-wasm-dynamic-tiering', '--no-wasm-tier-up']

/** Starts `file`, the bundled search worker. It keeps the process alive only while something is asked. */
export function workerPort(file: string): SearchPort {
  for (const flag of ONE_COMPILER) setFlagsFromString(flag)
  const worker = new Worker(file, {
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_HEAP_MB, maxOldGenerationSizeMb: HEAP_MB },
  })
  worker.unref()
  let asked = 0
  return {
    post: (message) => {
      if (asked++ === 0) worker.ref()
      worker.postMessage(message)
    },
    onAnswer: (listener) => {
      worker.on('message', (answer: SearchAnswer) => {
        if (--asked === 0) worker.unref()
        listener(answer)
      })
    },
    onEnd: (listener) => {
      let ended = false
      const end = (reason: string): void => {
        if (ended) return
        ended = true
        listener(reason)
      }
      worker.on('error', (error) => {
        end(error.message)
      })
      worker.on('exit', (code) => {
        end(`its thread ended with code ${String(code)}`)
      })
    },
    close: async () => {
      await worker.terminate()
    },
  }
}
