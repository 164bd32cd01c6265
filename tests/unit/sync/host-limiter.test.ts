import { describe, expect, it } from 'vitest'
import { HostLimiter } from '../../../electron/sync/host-limiter'

/** Starts tasks that end only when told, and records the order of their starts. */
function bench(limiter: HostLimiter) {
  const started: string[] = []
  const ends = new Map<string, () => void>()
  const add = (name: string, lane: 'first' | 'later' = 'later', signal?: AbortSignal) =>
    limiter.run(name.charAt(0), lane, signal, async () => {
      started.push(name)
      await new Promise<void>((resolve) => ends.set(name, resolve))
    })
  const end = async (name: string) => {
    ends.get(name)?.()
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { started, add, end, settle: () => new Promise((resolve) => setImmediate(resolve)) }
}

describe('HostLimiter', () => {
  it('runs two of one host and as many in all as it may', async () => {
    const { started, add, end, settle } = bench(new HostLimiter(3, 2))
    for (const name of ['a1', 'a2', 'a3', 'b1', 'c1']) void add(name)
    await settle()
    expect(started).toEqual(['a1', 'a2', 'b1'])
    await end('b1')
    expect(started).toEqual(['a1', 'a2', 'b1', 'c1'])
    await end('a1')
    expect(started).toEqual(['a1', 'a2', 'b1', 'c1', 'a3'])
  })

  it('gives hosts their turn one after the other', async () => {
    const { started, add, end, settle } = bench(new HostLimiter(1, 1))
    for (const name of ['a1', 'a2', 'a3', 'b1', 'c1']) void add(name)
    await settle()
    for (const name of ['a1', 'b1', 'c1', 'a2']) await end(name)
    expect(started).toEqual(['a1', 'b1', 'c1', 'a2', 'a3'])
  })

  it('lets headlines go before everything else', async () => {
    const { started, add, end, settle } = bench(new HostLimiter(1, 1))
    void add('a1')
    void add('b1')
    void add('c1', 'first')
    await settle()
    await end('a1')
    await end('c1')
    expect(started).toEqual(['a1', 'c1', 'b1'])
  })

  it('takes a cancelled task out of the queue and goes on with the others', async () => {
    const { started, add, end, settle } = bench(new HostLimiter(1, 1))
    const controller = new AbortController()
    void add('a1')
    const cancelled = add('a2', 'later', controller.signal)
    void add('a3')
    controller.abort(new Error('stop'))
    await expect(cancelled).rejects.toThrow('stop')
    await settle()
    await end('a1')
    expect(started).toEqual(['a1', 'a3'])
    await expect(add('a4', 'later', controller.signal)).rejects.toThrow('stop')
  })

  it('frees the place of a task that fails', async () => {
    const limiter = new HostLimiter(1, 1)
    await expect(limiter.run('a', 'later', undefined, () => Promise.reject(new Error('no')))).rejects.toThrow(
      'no',
    )
    await expect(limiter.run('a', 'later', undefined, () => Promise.resolve(7))).resolves.toBe(7)
  })
})
