/** The pictures of the shown article that can be enlarged, in its order, with what the article says of them. */
import type { ShownText } from './shown-text'

export interface ShownPicture {
  readonly source: string
  readonly alt: string
  /** Caption and credit as the article shows them; empty for none. */
  readonly caption: string
}

export function shownPictures({ root }: ShownText): readonly ShownPicture[] {
  return [...root.querySelectorAll<HTMLImageElement>('.enlarge img')].map((image) => ({
    source: image.getAttribute('src') ?? '',
    alt: image.alt,
    caption: image.closest('figure')?.querySelector('figcaption')?.textContent.trim() ?? '',
  }))
}
