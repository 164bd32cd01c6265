/** The line above the articles of one day. The rows tell their date to screen readers themselves. */
import { useLayoutEffect, useRef } from 'react'
import { useApp } from '../app/window-context'
import { formatDay } from '../text/format-date'

export function DayLine({ time, top }: { readonly time: number; readonly top: number }) {
  const now = useApp((state) => state.clock)
  const ref = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    ref.current?.style.setProperty('transform', `translateY(${String(top)}px)`)
  }, [top])
  return (
    <div ref={ref} className="day-line" role="presentation" aria-hidden="true">
      {formatDay(time, now)}
    </div>
  )
}
