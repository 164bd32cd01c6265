/** Asks the main process and never rejects: a broken bridge becomes an error value like any other failure. */
import type { Bridge, RequestName, Requests } from '../../contract/bridge'
import type { Result } from '../../contract/result'

export type Ask = <N extends RequestName>(
  name: N,
  ...args: Parameters<Requests[N]>
) => Promise<Result<ReturnType<Requests[N]>>>

export function createAsk(bridge: Bridge): Ask {
  return async (name, ...args) => {
    try {
      return await bridge.request(name, ...args)
    } catch (cause) {
      const message = cause instanceof Error ? cause.message : String(cause)
      return { ok: false, error: { code: 'bridge', message } }
    }
  }
}
