/** Syncing one folder for several who ask at once: each must get a run that began after it asked. */
import { describe, expect, it } from 'vitest'
import { sharingRuns } from '../../../electron/library/share-runs'

/** A work whose runs end when they are told to. */
function heldWork() {
  const begun: { readonly key: string; end: () => void; fail: (error: Error) => void }[] = []
  const work = (key: string): Promise<void> =>
    new Promise((resolve, reject) => begun.push({ key, end: resolve, fail: reject }))
  return { begun, ask: sharingRuns(work) }
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('sharingRuns', () => {
  it('begins one more run for all who asked while one was under way, and answers none of them before its end', async () => {
    const { begun, ask } = heldWork()
    const first = ask('a')
    let answered = 0
    const later = Promise.all([ask('a'), ask('a'), ask('a')].map((one) => one.then(() => answered++)))
    await settle()
    expect(begun).toHaveLength(1)
    begun[0]?.end()
    await first
    await settle()
    expect(begun).toHaveLength(2)
    expect(answered).toBe(0)
    begun[1]?.end()
    await later
    expect(answered).toBe(3)
    await settle()
    expect(begun).toHaveLength(2)
  })

  it('runs for other keys at the same time, and anew for who asks later', async () => {
    const { begun, ask } = heldWork()
    const both = [ask('a'), ask('b')]
    expect(begun.map(({ key }) => key)).toEqual(['a', 'b'])
    for (const run of begun) run.end()
    await Promise.all(both)
    void ask('a')
    expect(begun).toHaveLength(3)
  })

  it('tells a failure to those who shared the run, and to nobody who waits for the next', async () => {
    const { begun, ask } = heldWork()
    const first = ask('a')
    const second = ask('a')
    begun[0]?.fail(new Error('full'))
    await expect(first).rejects.toThrow('full')
    await settle()
    begun[1]?.end()
    await expect(second).resolves.toBeUndefined()
  })
})
