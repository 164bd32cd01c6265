/** What a virtual list is drawn on: as high as all its lines together, though only some of them are there. */
import { useLayoutEffect, useRef } from 'react'
import type { ReactNode } from 'react'

export interface CanvasProps {
  readonly className: string
  /** Pixels. */
  readonly height: number
  readonly children: ReactNode
}

export function Canvas({ className, height, children }: CanvasProps) {
  const ref = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    ref.current?.style.setProperty('block-size', `${String(height)}px`)
  }, [height])
  return (
    <div ref={ref} className={className} role="presentation">
      {children}
    </div>
  )
}
