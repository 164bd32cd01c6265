/**
 * The foot of the window: long work, messages, what only screen readers are told, and the veil of a drop. It stands in the dialog on top where one is open,
 * for everything behind a dialog is out of reach and unheard.
 */
import { useEffect, useState } from 'react'
import { DropVeil } from '../subscribe/drop-veil'
import { WorkStrip } from '../work/work-strip'
import { Toasts } from './toasts'
import { useApp, useWindow } from './window-context'

/** As long as a screen reader takes to notice a change; what had to move to another foot before is told there. */
const HEARD_MS = 300

export function WindowFoot() {
  const { store } = useWindow()
  // What was told already is shown again here, and not told again.
  const [heard] = useState(() => store.getState().heardUpTo)
  const last = useApp(({ toasts, news }) => Math.max(news?.id ?? 0, toasts.at(-1)?.id ?? 0))
  const noteHeard = useApp((state) => state.noteHeard)
  useEffect(() => {
    const timer = setTimeout(noteHeard, HEARD_MS, last)
    return () => {
      clearTimeout(timer)
    }
  }, [last, noteHeard])
  return (
    <>
      <div className="window-foot">
        <WorkStrip />
        <Toasts heard={heard} />
        <News heard={heard} />
      </div>
      <DropVeil />
    </>
  )
}

/** Sentences about what is seen elsewhere as a moving bar or a number. */
function News({ heard }: { readonly heard: number }) {
  const news = useApp((state) => state.news)
  return (
    <div className="spoken" role="status">
      {/* Another element each time, so that the same sentence twice is told twice. */}
      {news && news.id > heard ? <p key={news.id}>{news.text}</p> : null}
    </div>
  )
}
