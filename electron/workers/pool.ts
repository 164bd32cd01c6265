/** A pool of worker threads for CPU-heavy work on foreign bytes: a time limit per task, a fresh thread after a hang or a crash. */
import { Worker } from 'node:worker_threads'
import type { TaskName, TaskRunner, Tasks } from './tasks'
import type { WorkerRequest, WorkerResponse } from './worker-message'

/** The task ran longer than its limit; its thread was ended. */
export class TaskTimeout extends Error {
  override readonly name = 'TaskTimeout'
}

/** The task's thread died under it, out of memory as a rule, or the task threw. */
export class TaskFailed extends Error {
  override readonly name = 'TaskFailed'
}

export interface PoolOptions {
  /** Path of the bundled `worker.cjs`. */
  readonly file: string
  readonly size: number
  /** Milliseconds one task may take unless its call says otherwise. */
  readonly timeoutMs?: number
  /** Heap limit of a thread in MB: a bomb kills its thread, not the app. */
  readonly maxHeapMb?: number
  /** Milliseconds after its last task that a thread is kept for the next one. */
  readonly idleMs?: number
}

interface Job {
  readonly name: TaskName
  readonly input: unknown
  readonly timeoutMs: number
  readonly signal: AbortSignal | undefined
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

interface Thread {
  readonly worker: Worker
  job: Job | null
  /** Ends a task that takes too long, or a thread that has had none for long. */
  timer: NodeJS.Timeout | null
}

const DEFAULT_TIMEOUT_MS = 20_000
const DEFAULT_HEAP_MB = 768
/** A thread holds 20 MB and more after a sync, and comes back in a tenth of a second. */
const DEFAULT_IDLE_MS = 20_000
/**
 * Megabytes of new objects before they are looked through. V8's own 48 MB a thread let two threads hold 60 MB of what nobody needed;
 * a quarter of it costs no measurable time, an eighth does.
 */
const YOUNG_HEAP_MB = 12

export class WorkerPool implements TaskRunner {
  private readonly threads = new Set<Thread>()
  private readonly queue: Job[] = []
  private nextId = 1
  private closed = false

  constructor(private readonly options: PoolOptions) {
    if (!Number.isInteger(options.size) || options.size < 1)
      throw new RangeError(
        `WorkerPool: size must be a whole number of at least 1, not ${String(options.size)}`,
      )
  }

  run<N extends TaskName>(
    name: N,
    input: Parameters<Tasks[N]>[0],
    options: { readonly timeoutMs?: number; readonly signal?: AbortSignal } = {},
  ): Promise<Awaited<ReturnType<Tasks[N]>>> {
    return new Promise((resolve, reject) => {
      if (this.closed) {
        reject(new TaskFailed('the worker pool is closed'))
        return
      }
      this.queue.push({
        name,
        input,
        timeoutMs: options.timeoutMs ?? this.options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
        signal: options.signal,
        resolve: resolve as (value: unknown) => void,
        reject,
      })
      this.dispatch()
    })
  }

  /** Threads that are there, working or kept for the next task. */
  get running(): number {
    return this.threads.size
  }

  /** Ends every thread; tasks under way are rejected. */
  async close(): Promise<void> {
    this.closed = true
    for (const job of this.queue.splice(0)) job.reject(new TaskFailed('the worker pool was closed'))
    await Promise.all(
      [...this.threads].map(async (thread) => {
        this.settle(thread)?.reject(new TaskFailed('the worker pool was closed'))
        await thread.worker.terminate()
      }),
    )
    this.threads.clear()
  }

  private dispatch(): void {
    while (this.queue.length > 0) {
      const thread = this.idleThread()
      if (!thread) return
      const job = this.queue.shift()
      if (!job) return
      if (job.signal?.aborted) job.reject(new TaskFailed('cancelled'))
      else this.start(thread, job)
    }
  }

  private idleThread(): Thread | null {
    for (const thread of this.threads) if (!thread.job) return thread
    return this.threads.size < this.options.size ? this.spawn() : null
  }

  private start(thread: Thread, job: Job): void {
    this.settle(thread)
    thread.job = job
    thread.timer = setTimeout(() => {
      this.drop(thread, new TaskTimeout(`${job.name} took longer than ${String(job.timeoutMs)} ms`))
    }, job.timeoutMs)
    // Referenced only while it works, so that an idle pool never keeps a process alive.
    thread.worker.ref()
    const request: WorkerRequest = { id: this.nextId++, name: job.name, input: job.input }
    thread.worker.postMessage(request)
  }

  private spawn(): Thread {
    const worker = new Worker(this.options.file, {
      resourceLimits: {
        maxYoungGenerationSizeMb: YOUNG_HEAP_MB,
        maxOldGenerationSizeMb: this.options.maxHeapMb ?? DEFAULT_HEAP_MB,
      },
    })
    worker.unref()
    const thread: Thread = { worker, job: null, timer: null }
    this.threads.add(thread)
    worker.on('message', (response: WorkerResponse) => {
      const job = this.settle(thread)
      worker.unref()
      if (response.ok) job?.resolve(response.value)
      else job?.reject(new TaskFailed(response.message))
      this.dispatch()
      if (!thread.job) this.rest(thread)
    })
    worker.on('error', (error) => {
      this.drop(thread, new TaskFailed(`a worker thread died: ${error.message}`))
    })
    worker.on('exit', () => {
      this.drop(thread, new TaskFailed('a worker thread ended under its task'))
    })
    return thread
  }

  private rest(thread: Thread): void {
    thread.timer = setTimeout(() => {
      this.drop(thread, new TaskFailed('a worker thread ended unused'))
    }, this.options.idleMs ?? DEFAULT_IDLE_MS)
    thread.timer.unref()
  }

  /** Takes the job off a thread, whatever came of it. */
  private settle(thread: Thread): Job | null {
    const { job, timer } = thread
    if (timer) clearTimeout(timer)
    thread.job = null
    thread.timer = null
    return job
  }

  private drop(thread: Thread, error: Error): void {
    if (!this.threads.delete(thread)) return
    this.settle(thread)?.reject(error)
    void thread.worker.terminate()
    if (!this.closed) this.dispatch()
  }
}
