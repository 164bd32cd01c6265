import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { TaskFailed, TaskTimeout, WorkerPool } from '../../../electron/workers/pool'

/** A worker that does what the page's text says: echo, throw, hang, die, or fill its memory. */
const WORKER = `
const { parentPort, threadId } = require('node:worker_threads')
parentPort.on('message', ({ id, input }) => {
  const said = input.url
  if (said === 'throw') return parentPort.postMessage({ id, ok: false, message: 'no good' })
  if (said === 'hang') for (;;) {}
  if (said === 'die') process.exit(1)
  if (said === 'fill') { const all = []; for (;;) all.push(new Array(1e6).fill(all.length)) }
  parentPort.postMessage({ id, ok: true, value: said + ' ' + threadId })
})`

let file = ''
let pool: WorkerPool | null = null

beforeAll(async () => {
  file = join(await mkdtemp(join(tmpdir(), 'offprint-pool-')), 'worker.cjs')
  await writeFile(file, WORKER)
})

afterEach(async () => {
  await pool?.close()
})

const open = (size: number, options = {}): WorkerPool => (pool = new WorkerPool({ file, size, ...options }))
const run = (url: string, options = {}): Promise<unknown> =>
  (pool as WorkerPool).run('extract-page', { bytes: new Uint8Array(), contentType: null, url }, options)

describe('WorkerPool', () => {
  it('answers each task with its own value, more tasks than threads', async () => {
    open(2)
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => run(`task${String(n)}`)))
    expect(answers.map((answer) => String(answer).split(' ')[0])).toEqual(
      Array.from({ length: 20 }, (_, n) => `task${String(n)}`),
    )
    expect(new Set(answers.map((answer) => String(answer).split(' ')[1])).size).toBe(2)
  })

  it('rejects a task that threw and keeps its thread', async () => {
    open(1)
    await expect(run('throw')).rejects.toThrow(TaskFailed)
    expect(await run('next')).toMatch(/^next/)
  })

  it('ends a hanging task at its limit and goes on in a fresh thread', async () => {
    open(1)
    await expect(run('hang', { timeoutMs: 100 })).rejects.toThrow(TaskTimeout)
    expect(await run('next')).toMatch(/^next/)
  })

  it('loses only the task whose thread died', async () => {
    open(1)
    const [died, next] = await Promise.allSettled([run('die'), run('next')])
    expect(died.status).toBe('rejected')
    expect(next.status).toBe('fulfilled')
  })

  it('lets a memory bomb kill its thread and nothing else', async () => {
    open(1, { maxHeapMb: 32 })
    await expect(run('fill')).rejects.toThrow(TaskFailed)
    expect(await run('next')).toMatch(/^next/)
  })

  it('ends a thread that has had nothing to do, and starts another for the next task', async () => {
    const resting = open(2, { idleMs: 1 })
    const first = await run('first')
    await vi.waitFor(() => {
      expect(resting.running).toBe(0)
    })
    const next = await run('next')
    expect(String(next).split(' ')[1]).not.toBe(String(first).split(' ')[1])
  })

  it('keeps a thread between tasks that follow each other', async () => {
    open(1)
    const [first, next] = [await run('first'), await run('next')]
    expect(String(next).split(' ')[1]).toBe(String(first).split(' ')[1])
  })

  it('does not take a task that works on for one that rests', async () => {
    const busy = open(1, { idleMs: 1 })
    await run('first')
    await expect(run('hang', { timeoutMs: 300 })).rejects.toThrow(TaskTimeout)
    expect(busy.running).toBe(0)
  })

  it('does not start a task that was cancelled while it waited', async () => {
    open(1)
    const cancel = new AbortController()
    const first = run('first')
    const second = run('second', { signal: cancel.signal })
    cancel.abort()
    await expect(second).rejects.toThrow('cancelled')
    expect(await first).toMatch(/^first/)
  })

  it('rejects what waits when it is closed', async () => {
    open(1)
    const waiting = [run('hang'), run('never')]
    const settled = Promise.allSettled(waiting)
    await pool?.close()
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })

  it('says what is wrong with a size that is none', () => {
    expect(() => new WorkerPool({ file, size: 0 })).toThrow('size must be a whole number')
  })
})
