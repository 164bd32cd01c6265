/** Long work as the main process tells of it. What ends at once is never shown, and what is shown stays long enough to be seen. */
import type { Events } from '../../contract/bridge'
import type { AppError } from '../../contract/result'
import type { Work } from '../../contract/work'
import { wording } from '../text/wording'
import type { SliceTools } from './app-state'

export interface WorkSlice {
  /** All that is under way. */
  readonly works: readonly Work[]
  /** Those that last. */
  readonly shownWorks: readonly Work[]
  /** Names of those that are being ended. */
  readonly endingWorks: ReadonlySet<number>
  readonly loadWorks: () => Promise<void>
  readonly takeWorks: (works: readonly Work[]) => void
  /** Says what came of a work that nobody asked for; of the others the answer tells. */
  readonly takeEndedWork: (ended: Events['work.ended']) => void
  /** Says why a work came to nothing: the reader ended it, or something went wrong. */
  readonly tellFailedWork: (name: keyof typeof wording.works.cancelled, error: AppError) => void
  readonly cancelWork: (workId: number) => Promise<void>
}

const SHOWN_AFTER_MS = 500
const SHOWN_AT_LEAST_MS = 600

export function createWorkSlice({ set, get, ask, now }: SliceTools): WorkSlice {
  /** Work -> when it was first shown. */
  const since = new Map<number, number>()
  const isRunning = (workId: number) => get().works.some((work) => work.workId === workId)
  const show = (workId: number) => {
    const work = get().works.find((one) => one.workId === workId)
    if (!work || since.has(workId)) return
    since.set(workId, now())
    set({ shownWorks: [...get().shownWorks, work] })
    get().announce(wording.works.begun(wording.works.names[work.name]))
  }
  const hide = (workId: number) => {
    const endingWorks = new Set(get().endingWorks)
    endingWorks.delete(workId)
    since.delete(workId)
    set({ shownWorks: get().shownWorks.filter((work) => work.workId !== workId), endingWorks })
  }
  const takeWorks = (works: readonly Work[]) => {
    const before = get().works
    const fresh = works.filter(({ workId }) => !before.some((work) => work.workId === workId))
    const latest = new Map(works.map((work) => [work.workId, work]))
    set({ works, shownWorks: get().shownWorks.map((work) => latest.get(work.workId) ?? work) })
    for (const { workId } of fresh) setTimeout(show, SHOWN_AFTER_MS, workId)
    for (const { workId } of before)
      if (!isRunning(workId))
        setTimeout(hide, Math.max(0, (since.get(workId) ?? 0) + SHOWN_AT_LEAST_MS - now()), workId)
  }
  return {
    works: [],
    shownWorks: [],
    endingWorks: new Set(),
    loadWorks: async () => {
      const answer = await ask('work.list')
      if (answer.ok) takeWorks(answer.value)
      else get().complain(answer.error.message)
    },
    takeWorks,
    takeEndedWork: ({ work, outcome }) => {
      if (work.name !== 'index' || !since.has(work.workId)) return
      if (outcome === 'done') get().say(wording.works.indexed(work.done))
      else get().complain(wording.works.notIndexed)
    },
    tellFailedWork: (name, { code, message }) => {
      if (code === 'cancelled') get().say(wording.works.cancelled[name])
      else get().complain(message)
    },
    cancelWork: async (workId) => {
      set({ endingWorks: new Set([...get().endingWorks, workId]) })
      const answer = await ask('work.cancel', workId)
      if (!answer.ok) get().complain(answer.error.message)
    },
  }
}
