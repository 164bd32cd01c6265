/** Lets the main process refuse one request at its outermost door, for what no damage of the disk brings about: everything else is answered as ever. */
import type { ElectronApplication } from 'playwright'
import { REQUEST_CHANNEL } from '../../contract/bridge'
import type { RequestName } from '../../contract/bridge'

type Answer = (event: unknown, name: string, ...args: readonly unknown[]) => unknown

/** Returns the end of it. */
export async function refuseRequest(
  app: ElectronApplication,
  name: RequestName,
  message: string,
): Promise<() => Promise<void>> {
  await app.evaluate(
    ({ ipcMain }, [channel, refused, sentence]) => {
      // Electron keeps its handlers there and hands none out.
      const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Answer> })._invokeHandlers
      const before = handlers.get(channel)
      if (!before) throw new Error(`Nothing answers ${channel}.`)
      Object.assign(globalThis, { answerAsBefore: before })
      handlers.set(channel, (event, asked, ...args) =>
        asked === refused
          ? { ok: false, error: { code: 'disk', message: sentence } }
          : before(event, asked, ...args),
      )
    },
    [REQUEST_CHANNEL, name, message] as const,
  )
  return () =>
    app.evaluate(({ ipcMain }, channel) => {
      const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Answer> })._invokeHandlers
      handlers.set(channel, (globalThis as unknown as { answerAsBefore: Answer }).answerAsBefore)
    }, REQUEST_CHANNEL)
}
