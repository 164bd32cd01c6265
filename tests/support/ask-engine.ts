/** Asks the engine through the window's own bridge, as the window does. */
import type { Page } from 'playwright'
import type { Bridge, RequestName, Requests } from '../../contract/bridge'
import type { Result } from '../../contract/result'

/** Rejects with code and sentence when the engine refuses. */
export async function askEngine<N extends RequestName>(
  window: Page,
  name: N,
  ...args: Parameters<Requests[N]>
): Promise<ReturnType<Requests[N]>> {
  const answer = await answerOf(window, name, ...args)
  if (answer.ok) return answer.value as ReturnType<Requests[N]>
  throw new Error(`${name}: ${answer.error.code}: ${answer.error.message}`)
}

/** Any name with any arguments, also such as the contract knows nothing of. */
export function answerOf(window: Page, name: string, ...args: readonly unknown[]): Promise<Result<unknown>> {
  return window.evaluate(
    ([asked, given]) => {
      const { offprint } = globalThis as unknown as { offprint: Bridge }
      return offprint.request(asked as RequestName, ...(given as never))
    },
    [name, args] as const,
  )
}

/** Waits until no sync is running and every article that came has been completed. */
export async function waitForQuiet(window: Page, articles: number, timeoutMs = 150_000): Promise<void> {
  const end = Date.now() + timeoutMs
  let last = ''
  while (Date.now() < end) {
    const { phase } = await askEngine(window, 'sync.progress')
    const { all, ready } = await askEngine(window, 'app.counts')
    if (phase === 'idle' && all >= articles) return
    last = `${phase}, ${String(all)} articles, ${String(ready)} ready`
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`The sync did not end in time: ${last}.`)
}

/** Syncs until so many articles are whole: one sync may end before a picture has come. */
export async function syncUntilReady(window: Page, articles: number): Promise<void> {
  do {
    await askEngine(window, 'sync.start', [])
    await waitForQuiet(window, articles)
  } while ((await askEngine(window, 'app.counts')).ready < articles)
}
