/** Picks one address out of the many under which a page offers the same picture. */

/** Pictures are stored once, for a window this wide at most. */
export const BEST_WIDTH = 1600

export interface PictureChoice {
  readonly address: string
  /** Width in pixels the page states for it; 0 when it does not say. */
  readonly width: number
  /** A copy for sharper screens (`2x`), of the same picture at the same size. */
  readonly dense: boolean
}

/** Candidates of a `srcset`, in order. Addresses may hold commas, so only a comma with white space parts them (HTML, 4.8.4.2.2). */
export function parseSrcset(srcset: string): PictureChoice[] {
  const choices: PictureChoice[] = []
  // Sites forget the space after the comma; split there only where another absolute address begins.
  for (const part of srcset.slice(0, 20_000).split(/,\s+|,(?=https?:\/\/|\/\/)/)) {
    const [address = '', descriptor = ''] = part.trim().replace(/,$/, '').split(/\s+/)
    if (address === '' || address.startsWith('data:')) continue
    const size = /^(\d+(?:\.\d+)?)([wx])$/.exec(descriptor)
    const width = size === null ? 0 : size[2] === 'w' ? Number(size[1]) : Number(size[1]) * 700
    choices.push({ address, width, dense: size?.[2] === 'x' })
  }
  return choices
}

/** The narrowest that still fills the window, else the widest; the first of those that say nothing. */
export function bestChoice(choices: readonly PictureChoice[]): PictureChoice | null {
  let best: PictureChoice | null = null
  for (const choice of choices) {
    if (best === null || isBetter(choice.width, best.width)) best = choice
  }
  return best
}

function isBetter(width: number, than: number): boolean {
  if (width >= BEST_WIDTH) return than < BEST_WIDTH || width < than
  return than < BEST_WIDTH && width > than
}
