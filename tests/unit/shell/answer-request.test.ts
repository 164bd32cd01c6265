/** From a message of the window to an answer; refusals and failures are values too. */
import { describe, expect, it } from 'vitest'
import { AppFailure } from '../../../electron/app-failure'
import { answerRequest, type AnswerOptions, type Call } from '../../../electron/shell/answer-request'
import type { Handlers } from '../../../electron/shell/engine-facade'
import { memoryLog } from './memory-log'

const FRAME = { url: 'app://offprint/index.html', parent: null }
const ID = 'b'.repeat(32)

function setting(handlers: Partial<Handlers>): {
  options: AnswerOptions
  log: ReturnType<typeof memoryLog>
  heard: () => number
} {
  const log = memoryLog()
  let heard = 0
  const options: AnswerOptions = {
    handlers: Promise.resolve(handlers as Handlers),
    ownHandlers: (senderId) => ({
      'view.kept': () => senderId as never,
      'view.keep': () => undefined,
      'articles.savePdf': () => null,
    }),
    windows: new Set([1]),
    log,
    heard: () => heard++,
  }
  return { options, log, heard: () => heard }
}
const call = (name: unknown, ...args: unknown[]): Call => ({ senderId: 1, frame: FRAME, name, args })

describe('answerRequest', () => {
  it('hands checked arguments to the handler and its value back', async () => {
    const { options, heard } = setting({ 'search.query': (text, limit) => ({ text, limit }) as never })
    expect(await answerRequest(options, call('search.query', 'moon', 5, 5))).toEqual({
      ok: true,
      value: { text: 'moon', limit: 5 },
    })
    expect(heard()).toBe(1)
  })

  it('waits for the library that is still being opened', async () => {
    let open: (handlers: Handlers) => void = () => undefined
    const handlers = new Promise<Handlers>((resolve) => (open = resolve))
    const answered = answerRequest({ ...setting({}).options, handlers }, call('feeds.list'))
    open({ 'feeds.list': () => [] } as unknown as Handlers)
    expect(await answered).toEqual({ ok: true, value: [] })
  })

  it('answers each window for itself what is its own', async () => {
    const { options } = setting({})
    const windows = new Set([1, 2])
    for (const senderId of windows)
      expect(await answerRequest({ ...options, windows }, { ...call('view.kept'), senderId })).toEqual({
        ok: true,
        value: senderId,
      })
  })

  it('tells of what was answered, and not of what failed', async () => {
    const answered: string[] = []
    const { options } = setting({
      'feeds.list': () => [],
      'app.counts': () => {
        throw new AppFailure('disk', 'The disk is gone.')
      },
    })
    const listening = { ...options, answered: (name: string) => answered.push(name) }
    await answerRequest(listening, call('app.counts'))
    await answerRequest(listening, call('feeds.list'))
    expect(answered).toEqual(['feeds.list'])
  })

  it('refuses a stranger without running anything, and logs it', async () => {
    let ran = false
    const { options, log, heard } = setting({ 'feeds.list': () => ((ran = true), []) })
    const answer = await answerRequest(options, { ...call('feeds.list'), senderId: 9 })
    expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    expect(ran).toBe(false)
    expect(heard()).toBe(0)
    expect(log.lines[0]).toMatchObject({ level: 'warn', why: 'unknown window' })
  })

  it('refuses unknown names and bad arguments as bad_request, and logs where', async () => {
    const { options, log } = setting({})
    expect(await answerRequest(options, call('__proto__'))).toMatchObject({ error: { code: 'bad_request' } })
    expect(await answerRequest(options, call('articles.mark', [ID], { evil: 1 }))).toMatchObject({
      error: { code: 'bad_request' },
    })
    expect(log.lines).toHaveLength(2)
    expect(log.lines[1]).toMatchObject({ name: 'articles.mark', where: '1' })
  })

  it('keeps code and sentence of an expected failure', async () => {
    const { options } = setting({
      'articles.get': () => {
        throw new AppFailure('no_article', 'That article is gone; sync again.')
      },
    })
    expect(await answerRequest(options, call('articles.get', ID))).toEqual({
      ok: false,
      error: { code: 'no_article', message: 'That article is gone; sync again.' },
    })
  })

  it('tells nothing of a bug to the window and everything to the log', async () => {
    const { options, log } = setting({
      'app.counts': () => {
        throw new TypeError('secret detail of /home/ann')
      },
    })
    const answer = await answerRequest(options, call('app.counts'))
    expect(answer).toMatchObject({ ok: false, error: { code: 'failed' } })
    expect(JSON.stringify(answer)).not.toContain('secret detail')
    expect(log.lines[0]).toMatchObject({ level: 'error', name: 'app.counts' })
  })
})
