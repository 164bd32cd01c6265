/** How far a picture is enlarged and moved: one scale, one shift from the middle, kept within the picture's edges. Pure. */

export interface Zoom {
  /** 1 is the size at which the whole picture is seen. */
  readonly scale: number
  /** Pixels from the middle of the stage. */
  readonly x: number
  readonly y: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Box {
  readonly width: number
  readonly height: number
}

/** The stage, and the picture at scale 1; pixels. */
export interface Stage {
  readonly stage: Box
  readonly picture: Box
}

export const WHOLE: Zoom = { scale: 1, x: 0, y: 0 }
export const MOST_SCALE = 8

/** What is under the point stays under it. @param at pixels from the middle of the stage */
export function zoomBy(zoom: Zoom, factor: number, at: Point, sizes: Stage): Zoom {
  const scale = Math.min(MOST_SCALE, Math.max(1, zoom.scale * factor))
  const grown = scale / zoom.scale
  return within({ scale, x: at.x - (at.x - zoom.x) * grown, y: at.y - (at.y - zoom.y) * grown }, sizes)
}

export function moveBy(zoom: Zoom, by: Point, sizes: Stage): Zoom {
  return within({ ...zoom, x: zoom.x + by.x, y: zoom.y + by.y }, sizes)
}

function within({ scale, x, y }: Zoom, { stage, picture }: Stage): Zoom {
  return {
    scale,
    x: clamp(x, (picture.width * scale - stage.width) / 2),
    y: clamp(y, (picture.height * scale - stage.height) / 2),
  }
}

/** Adding zero makes no difference but to a zero with a minus. */
function clamp(value: number, most: number): number {
  const limit = Math.max(0, most)
  return Math.min(limit, Math.max(-limit, value)) + 0
}
