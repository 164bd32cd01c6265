/** All answers that are the same for every window, put together from their parts. */
import type { Settings } from '../../contract/settings'
import type { EngineFacade, Handlers, SharedRequestName } from './engine-facade'
import { engineHandlers } from './engine-handlers'
import type { FileDialogs } from './file-dialogs'
import { libraryHandlers } from './library-handlers'
import { isOnline } from './online-state'
import { shellHandlers } from './shell-handlers'
import { updateHandlers } from './update-handlers'
import type { Updates } from './updates'

export interface AppHandlersOptions {
  readonly engine: EngineFacade
  readonly updates: Updates
  readonly dialogs: FileDialogs
  readonly syncFailed: (error: unknown) => void
  readonly settingsChanged: (settings: Settings) => void
  readonly move: (to: string, keepOld: boolean) => Promise<void>
}

export function appHandlers(options: AppHandlersOptions): Handlers<SharedRequestName> {
  const { engine, dialogs, settingsChanged, move } = options
  return {
    ...engineHandlers(engine, options.syncFailed),
    ...libraryHandlers({ engine, dialogs, now: () => new Date(), move }),
    ...shellHandlers({ engine, dialogs, online: isOnline, settingsChanged }),
    ...updateHandlers(options.updates),
  }
}
