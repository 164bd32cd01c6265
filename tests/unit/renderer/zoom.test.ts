import { describe, expect, it } from 'vitest'
import { MOST_SCALE, WHOLE, moveBy, zoomBy } from '../../../renderer/reader/zoom'

const SIZES = { stage: { width: 800, height: 600 }, picture: { width: 800, height: 400 } }

describe('zooming into a picture', () => {
  it('keeps what is under the pointer under it', () => {
    const at = { x: 200, y: 100 }
    const zoom = zoomBy(WHOLE, 4, at, SIZES)
    const seen = { x: (at.x - zoom.x) / zoom.scale, y: (at.y - zoom.y) / zoom.scale }
    expect(seen).toEqual(at)
  })

  it('never goes below the whole picture nor above eight times its size', () => {
    expect(zoomBy(WHOLE, 0.2, { x: 50, y: 50 }, SIZES)).toEqual(WHOLE)
    expect(zoomBy(WHOLE, 100, { x: 0, y: 0 }, SIZES).scale).toBe(MOST_SCALE)
  })

  it('moves a picture only as far as its edges, and not at all where it fits', () => {
    expect(moveBy(WHOLE, { x: 300, y: 300 }, SIZES)).toEqual(WHOLE)
    const twice = zoomBy(WHOLE, 2, { x: 0, y: 0 }, SIZES)
    expect(moveBy(twice, { x: 9_000, y: -9_000 }, SIZES)).toEqual({ scale: 2, x: 400, y: -100 })
  })
})
