/** Whatever the window may be made to send: it is answered with a value, and nothing that was not checked reaches a handler. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerRequest } from '../../electron/shell/answer-request'
import type { Handlers } from '../../electron/shell/engine-facade'
import { requestSchemas } from '../../electron/shell/request-schemas'
import { memoryLog } from '../unit/shell/memory-log'

const FRAME = { url: 'app://offprint/index.html', parent: null }
const NAMES = Object.keys(requestSchemas) as (keyof typeof requestSchemas)[]

/** Handlers that note the arguments they were given. */
function recorder(): { handlers: Handlers; calls: (readonly [string, readonly unknown[]])[] } {
  const calls: (readonly [string, readonly unknown[]])[] = []
  const entries = NAMES.map((name) => [name, (...args: unknown[]) => calls.push([name, args])])
  return { handlers: Object.fromEntries(entries) as Handlers, calls }
}

const anything = fc.anything({
  maxDepth: 3,
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
})

describe('requests of a window that has gone wrong', () => {
  it('are answered with a value whatever they are', async () => {
    const { handlers, calls } = recorder()
    const options = {
      handlers: Promise.resolve(handlers),
      ownHandlers: () => handlers,
      windows: new Set([1]),
      log: memoryLog(),
      heard: () => undefined,
    }
    const name = fc.oneof(fc.constantFrom(...NAMES), fc.string(), anything)
    await fc.assert(
      fc.asyncProperty(name, fc.array(anything, { maxLength: 4 }), async (asked, args) => {
        const before = calls.length
        const answer = await answerRequest(options, { senderId: 1, frame: FRAME, name: asked, args })
        expect(typeof answer.ok).toBe('boolean')
        for (const [called, given] of calls.slice(before)) {
          const schema = requestSchemas[called as keyof typeof requestSchemas]
          expect(schema.safeParse(given).success).toBe(true)
        }
      }),
      { numRuns: 800 },
    )
  })

  it('change no prototype', async () => {
    const { handlers } = recorder()
    const options = {
      handlers: Promise.resolve(handlers),
      ownHandlers: () => handlers,
      windows: new Set([1]),
      log: memoryLog(),
      heard: () => undefined,
    }
    const poison = JSON.parse('{"__proto__":{"polluted":true},"theme":"dark"}') as unknown
    for (const name of NAMES) {
      await answerRequest(options, { senderId: 1, frame: FRAME, name, args: [poison, poison] })
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(requestSchemas['settings.change'].safeParse([poison]).success).toBe(false)
  })
})
