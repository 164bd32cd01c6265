/** Long work whose clock stands still: it pauses for nobody, and is ended from inside a test. */
import { LongWorks } from '../../electron/engine/long-works'

export function quickWorks(): LongWorks {
  return new LongWorks({ now: () => 0, tell: () => undefined })
}

/** Ends whatever is under way. */
export function endAll(works: LongWorks): void {
  for (const { workId } of works.running()) works.cancel(workId)
}
