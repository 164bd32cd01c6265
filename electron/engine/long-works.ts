/** Says of long work what runs and how far it came, and ends it when the reader asks. What was done by then is the work's own affair. */
import type { Events } from '../../contract/bridge'
import type { Work, WorkName } from '../../contract/work'
import { AppFailure } from '../app-failure'

/** What a work is given to say how it goes. */
export interface Steps {
  readonly cancelled: () => boolean
  /** @param total 0 where nobody knows */
  readonly tell: (done: number, total: number, current?: string | null) => void
  /** From here on it goes through to its end. */
  readonly hold: () => void
  /** Called between two steps: lets the window's questions through. False when the reader has ended it. */
  readonly next: () => Promise<boolean>
}

export interface LongWorksOptions {
  /** Milliseconds of a clock that only goes on. */
  readonly now: () => number
  readonly tell: <N extends 'work.changed' | 'work.ended'>(name: N, fact: Events[N]) => void
}

// The window draws a bar: more often than this it could not be seen.
const TELL_EVERY_MS = 100
// As long as a question of the window may wait without being felt.
const STEP_MS = 8
/** The app's own upkeep, and what starts the app anew: ended halfway they would be of no use to anybody. */
const UNENDING: ReadonlySet<WorkName> = new Set(['index', 'move'])

interface Running {
  work: Work
  readonly cancel: AbortController
  readonly end: Promise<unknown>
}

export class LongWorks {
  private readonly runs = new Map<number, Running>()
  private nextId = 1
  private toldAt = -Infinity

  constructor(private readonly options: LongWorksOptions) {}

  running(): readonly Work[] {
    return [...this.runs.values()].map(({ work }) => work)
  }

  /** Runs it and passes on what comes of it. */
  async run<T>(name: WorkName, work: (steps: Steps) => Promise<T>): Promise<T> {
    const workId = this.nextId++
    const cancel = new AbortController()
    const cancellable = !UNENDING.has(name)
    // Begun in the next turn, when it stands among those that run.
    const end = Promise.resolve().then(() => work(this.steps(workId, cancel.signal)))
    this.runs.set(workId, {
      work: { workId, name, done: 0, total: 0, current: null, cancellable },
      cancel,
      end,
    })
    this.tell()
    let outcome: Events['work.ended']['outcome'] = 'failed'
    try {
      const value = await end
      outcome = cancel.signal.aborted ? 'cancelled' : 'done'
      return value
    } catch (error) {
      if (isCancelled(error)) outcome = 'cancelled'
      throw error
    } finally {
      const ended = this.runs.get(workId)
      // Told while it is still among those that run: whoever follows them knows of which one this is the end.
      if (ended) this.options.tell('work.ended', { work: ended.work, outcome })
      this.runs.delete(workId)
      this.tell()
    }
  }

  /** Nothing happens when it has ended or cannot be ended any more. */
  cancel(workId: number): void {
    const run = this.runs.get(workId)
    if (run?.work.cancellable === true) run.cancel.abort()
  }

  /** Ends all that can be ended; resolves when it has. Never rejects: whoever asked for the work hears of its failure. */
  async stop(): Promise<void> {
    const ending = [...this.runs.values()].filter(({ work }) => work.cancellable)
    for (const { cancel } of ending) cancel.abort()
    await Promise.allSettled(ending.map(({ end }) => end))
  }

  private steps(workId: number, signal: AbortSignal): Steps {
    let paused = this.options.now()
    return {
      cancelled: () => signal.aborted,
      tell: (done, total, current = null) => {
        this.change(workId, { done, total, current })
        if (this.options.now() - this.toldAt >= TELL_EVERY_MS) this.tell()
      },
      hold: () => {
        this.change(workId, { cancellable: false })
        this.tell()
      },
      next: async () => {
        if (this.options.now() - paused >= STEP_MS) {
          await new Promise((resolve) => setImmediate(resolve))
          paused = this.options.now()
        }
        return !signal.aborted
      },
    }
  }

  private change(workId: number, change: Partial<Work>): void {
    const run = this.runs.get(workId)
    if (run) run.work = { ...run.work, ...change }
  }

  private tell(): void {
    this.toldAt = this.options.now()
    this.options.tell('work.changed', { works: this.running() })
  }
}

/** Thrown where nothing of what was begun stays: the window says so in the reader's own language. */
export function cancelledWork(): AppFailure {
  return new AppFailure('cancelled', 'It was cancelled, and nothing of it was kept.')
}

function isCancelled(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'cancelled'
}
