import { expect, it } from 'vitest'
import type { Work } from '../../../contract/work'
import { cancelledWork, LongWorks, type Steps } from '../../../electron/engine/long-works'

function started() {
  const told: (readonly Work[])[] = []
  const ended: unknown[] = []
  const order: string[] = []
  let time = 0
  const works = new LongWorks({
    now: () => time,
    tell: (name, fact) => {
      order.push(name)
      if (name === 'work.changed' && 'works' in fact) told.push(fact.works)
      else if ('work' in fact) ended.push([fact.work.name, fact.outcome])
    },
  })
  return { works, told, ended, order, pass: (ms: number) => (time += ms) }
}

/** A work that goes on until it is ended. */
async function untilCancelled(steps: Steps): Promise<string> {
  for (;;) {
    if (!(await steps.next())) return 'what was done'
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
}

it('tells that a work runs, how far it came and that it is over, and hands on what comes of it', async () => {
  const { works, told, ended, order, pass } = started()
  const value = await works.run('save-articles', (steps) => {
    pass(200)
    steps.tell(3, 10, 'Ferries')
    return Promise.resolve('saved')
  })
  expect(value).toBe('saved')
  expect(told.map((list) => list.map(({ done, total, current }) => [done, total, current]))).toEqual([
    [[0, 0, null]],
    [[3, 10, 'Ferries']],
    [],
  ])
  expect(ended).toEqual([['save-articles', 'done']])
  expect(order.slice(-2)).toEqual(['work.ended', 'work.changed'])
})

it('does not flood the window with every step', async () => {
  const { works, told, pass } = started()
  await works.run('import-feeds', (steps) => {
    for (let done = 0; done < 1000; done++) {
      pass(1)
      steps.tell(done, 1000)
    }
    return Promise.resolve()
  })
  expect(told.length).toBeLessThan(15)
})

it('ends a work when the reader asks, and no other', async () => {
  const { works, ended } = started()
  const first = works.run('import-feeds', untilCancelled)
  const second = works.run('backup', untilCancelled)
  const [, { workId = -1 } = {}] = works.running()
  works.cancel(workId)
  expect(await second).toBe('what was done')
  expect(works.running().map(({ name }) => name)).toEqual(['import-feeds'])
  expect(ended).toEqual([['backup', 'cancelled']])
  await works.stop()
  expect(await first).toBe('what was done')
})

it('passes on why a work came to nothing', async () => {
  const { works, ended } = started()
  await expect(works.run('backup', () => Promise.reject(new Error('full')))).rejects.toThrow('full')
  await expect(works.run('backup', () => Promise.reject(cancelledWork()))).rejects.toMatchObject({
    code: 'cancelled',
  })
  expect(ended).toEqual([
    ['backup', 'failed'],
    ['backup', 'cancelled'],
  ])
  expect(works.running()).toEqual([])
})

it('lets nobody end what cannot stop halfway', async () => {
  const { works } = started()
  const run = works.run('restore', async (steps) => {
    steps.hold()
    expect(works.running()[0]).toMatchObject({ cancellable: false })
    works.cancel(works.running()[0]?.workId ?? -1)
    return (await steps.next()) ? 'restored' : 'ended'
  })
  expect(await run).toBe('restored')
})
