/** The zoom of the picture on a stage: drawn through the style object, turned by wheel, drag and double click, read by keys. */
import { useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import { WHOLE, moveBy, zoomBy } from './zoom'
import type { Point, Stage, Zoom } from './zoom'

/** One press of + or -. */
const STEP = 1.5
/** A notch of a wheel is 100 to 120 pixels of its scrolling. */
const WHEEL = 1.0018
/** One press of an arrow. */
const ARROW = 80

const MIDDLE: Point = { x: 0, y: 0 }

export interface ZoomedStage {
  readonly stage: RefObject<HTMLDivElement | null>
  readonly zoom: Zoom
  readonly larger: () => void
  readonly smaller: () => void
  readonly whole: () => void
  /** True when the key was about the zoom. */
  readonly takeKey: (key: string) => boolean
}

/** Begins anew with every other picture. */
export function useZoom(source: string): ZoomedStage {
  const stage = useRef<HTMLDivElement>(null)
  const [state, setState] = useState({ source, zoom: WHOLE })
  const zoom = state.source === source ? state.zoom : WHOLE
  const change = (edit: (zoom: Zoom, sizes: Stage) => Zoom) => {
    const sizes = stage.current ? sizesOf(stage.current) : null
    if (!sizes) return
    setState((last) => ({ source, zoom: edit(last.source === source ? last.zoom : WHOLE, sizes) }))
  }
  const latest = useRef(change)
  useEffect(() => {
    latest.current = change
  })
  useEffect(() => {
    const picture = stage.current?.querySelector('img')
    if (picture)
      picture.style.transform = `translate(${String(zoom.x)}px, ${String(zoom.y)}px) scale(${String(zoom.scale)})`
  }, [zoom.x, zoom.y, zoom.scale, source])
  usePointer(stage, latest)
  const larger = () => {
    change((now, sizes) => zoomBy(now, STEP, MIDDLE, sizes))
  }
  const smaller = () => {
    change((now, sizes) => zoomBy(now, 1 / STEP, MIDDLE, sizes))
  }
  const whole = () => {
    change(() => WHOLE)
  }
  const deeds: Record<string, () => void> = { '+': larger, '=': larger, '-': smaller, '0': whole }
  const takeKey = (key: string) => {
    const by = zoom.scale > 1 ? ARROWS[key] : undefined
    if (by) change((now, sizes) => moveBy(now, by, sizes))
    else deeds[key]?.()
    return by !== undefined || deeds[key] !== undefined
  }
  return { stage, zoom, larger, smaller, whole, takeKey }
}

/** An arrow shows more of that side, so the picture goes the other way. */
const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: ARROW, y: 0 },
  ArrowRight: { x: -ARROW, y: 0 },
  ArrowUp: { x: 0, y: ARROW },
  ArrowDown: { x: 0, y: -ARROW },
}

type Change = RefObject<(edit: (zoom: Zoom, sizes: Stage) => Zoom) => void>

function usePointer(stage: RefObject<HTMLDivElement | null>, change: Change): void {
  useEffect(() => {
    const element = stage.current
    if (!element) return undefined
    const ended = new AbortController()
    const { signal } = ended
    // Not through React, whose wheel listeners may not keep the page from scrolling.
    element.addEventListener(
      'wheel',
      (event) => {
        event.preventDefault()
        const at = fromMiddle(element, event)
        change.current((now, sizes) => zoomBy(now, WHEEL ** -event.deltaY, at, sizes))
      },
      { signal, passive: false },
    )
    const follow = (event: PointerEvent) => {
      if (!element.hasPointerCapture(event.pointerId)) return
      change.current((now, sizes) => moveBy(now, { x: event.movementX, y: event.movementY }, sizes))
    }
    element.addEventListener('pointermove', follow, { signal })
    element.addEventListener(
      'pointerdown',
      (event) => {
        if (event.button === 0) element.setPointerCapture(event.pointerId)
      },
      { signal },
    )
    element.addEventListener(
      'dblclick',
      (event) => {
        const at = fromMiddle(element, event)
        change.current((now, sizes) => (now.scale > 1 ? WHOLE : zoomBy(now, STEP * STEP, at, sizes)))
      },
      { signal },
    )
    return () => {
      ended.abort()
    }
  }, [stage, change])
}

function fromMiddle(element: HTMLElement, { clientX, clientY }: MouseEvent): Point {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { x: clientX - left - width / 2, y: clientY - top - height / 2 }
}

/** Null before the picture is there. Sizes of layout, which a transform does not change. */
function sizesOf(element: HTMLElement): Stage | null {
  const picture = element.querySelector('img')
  if (!picture || picture.offsetWidth === 0) return null
  return {
    stage: { width: element.clientWidth, height: element.clientHeight },
    picture: { width: picture.offsetWidth, height: picture.offsetHeight },
  }
}
