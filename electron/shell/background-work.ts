/** What runs by itself once the window has its first list: syncs, the index, looking for new versions, the state of the network. */
import type { EngineFacade, Tell } from './engine-facade'
import { detailOf, type Log } from './log-file'
import { watchOnlineState } from './online-state'
import { SyncTimer } from './sync-timer'
import type { Updates } from './updates'

// Starting the app again and again must not ask a site again and again.
const LEAST_GAP_MS = 5 * 60_000

export interface BackgroundWorkOptions {
  readonly engine: EngineFacade
  readonly updates: Updates | null
  /** Nothing reaches for the network unasked. */
  readonly safeMode: boolean
  readonly syncFailed: (error: unknown) => void
  readonly tell: Tell
  readonly log: Log
}

export function beginBackgroundWork({
  engine,
  safeMode,
  tell,
  log,
  ...options
}: BackgroundWorkOptions): void {
  const timer = new SyncTimer({
    settings: () => engine.settings(),
    sync: (feedIds) => engine.sync({ feedIds, force: false, depth: 'full', gapMs: LEAST_GAP_MS }),
    dueApart: () => engine.dueByOwnInterval(),
    failed: options.syncFailed,
    now: () => performance.now(),
  })
  if (safeMode) {
    log.info('safe mode')
  } else {
    timer.start()
    options.updates?.start()
  }
  void engine.warmUp().catch((error: unknown) => {
    log.error('index not brought up', { detail: detailOf(error) })
  })
  watchOnlineState((online) => {
    tell('app.online', { online })
    if (online && !safeMode) timer.tick()
  })
}
