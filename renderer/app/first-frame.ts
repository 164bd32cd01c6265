/** What a first frame waits for, and what waits for it: it is the one that a start is measured by. */
import { useEffect, useState } from 'react'

/** A window that is covered or behind others may paint nothing at all. */
const PAINT_MS = 500
/** They come with the page; without them the first frame is drawn in other letters. */
const LETTERS_MS = 60
const LETTERS = '16px "Inter Variable"'

/** Resolves when the page has been on the screen once, at the latest after half a second. */
export function firstPaint(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, PAINT_MS)
    const observer = new PerformanceObserver(() => {
      observer.disconnect()
      resolve()
    })
    observer.observe({ type: 'paint', buffered: true })
  })
}

/** Resolves when the interface's letters are there: laid out in others, every line would be laid out again under the eye. */
export async function letters(fonts: Pick<FontFaceSet, 'load'>): Promise<void> {
  const late = new Promise((resolve) => setTimeout(resolve, LETTERS_MS))
  await Promise.race([fonts.load(LETTERS).catch(() => undefined), late])
}

/** False until the window has painted: its first frame is to hold no more than what is seen. */
export function useDrawn(): boolean {
  const [drawn, setDrawn] = useState(false)
  useEffect(() => {
    void firstPaint().then(() => {
      setDrawn(true)
    })
  }, [])
  return drawn
}
