/** Long work at the foot of the window: what runs, how far it came, and the button that ends it. */
import { useLayoutEffect, useRef } from 'react'
import type { Work } from '../../contract/work'
import { useApp, useWindow } from '../app/window-context'
import { wording } from '../text/wording'

export function WorkStrip() {
  const works = useApp((state) => state.shownWorks)
  if (works.length === 0) return null
  return (
    <section className="works" aria-label={wording.works.label}>
      {works.map((work) => (
        <WorkCard key={work.workId} work={work} />
      ))}
    </section>
  )
}

function WorkCard({ work }: { readonly work: Work }) {
  const { name, done, total, current } = work
  const card = useFocusKept()
  const text = wording.works
  return (
    <div className="work" ref={card}>
      <p className="work-name">{text.names[name]}</p>
      <p className="work-current quiet" dir="auto">
        {current}
      </p>
      <p className="work-count quiet">{total > 0 ? text.progress[name](done, total) : null}</p>
      <CancelButton work={work} />
      <progress aria-label={text.names[name]} {...(total > 0 ? { value: done, max: total } : {})} />
    </div>
  )
}

function CancelButton({ work: { workId, name, cancellable } }: { readonly work: Work }) {
  const ending = useApp((state) => state.endingWorks.has(workId))
  const cancel = useApp((state) => state.cancelWork)
  const text = wording.works
  if (!cancellable && !ending) return null
  return (
    <button
      type="button"
      className="toast-action"
      aria-label={ending ? undefined : text.cancel(text.names[name])}
      // Not `disabled`: that would take the focus away from it.
      aria-disabled={ending}
      onClick={() => {
        if (!ending) void cancel(workId)
      }}
    >
      {ending ? text.ending : wording.actions.cancel}
    </button>
  )
}

/** A card leaves with the button that was pressed in it: the focus goes on to the list and not to nowhere. */
function useFocusKept() {
  const { parts } = useWindow()
  const ref = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const card = ref.current
    return () => {
      if (!card?.contains(document.activeElement)) return
      const dialog = card.closest('dialog')
      if (dialog) dialog.querySelector<HTMLElement>('button')?.focus()
      else parts.focusList()
      // An empty list takes no focus.
      if (card.contains(document.activeElement)) parts.focusSidebar()
    }
  }, [parts])
  return ref
}
