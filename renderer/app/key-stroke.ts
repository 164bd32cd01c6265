/** One key with what is held down beside it, and its name: "J", "Shift+A", "Ctrl+K", "Space". Pure. */

export interface KeyStroke {
  readonly key: string
  readonly shift: boolean
  /** Ctrl, or Cmd on a Mac. */
  readonly control: boolean
  readonly alt: boolean
}

const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead', 'Unidentified'])

/** null for a key that only changes others. Signs such as `?` carry their Shift in themselves: layouts differ in it. */
export function strokeName({ key, shift, control, alt }: KeyStroke): string | null {
  if (MODIFIERS.has(key)) return null
  const base = key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key
  const sign = base.length === 1 && base.toLowerCase() === base.toUpperCase()
  const held = [control ? 'Ctrl' : '', alt ? 'Alt' : '', shift && !sign ? 'Shift' : '']
  return [...held.filter(Boolean), base].join('+')
}

export function strokeOf(event: {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}): KeyStroke {
  const { key, shiftKey: shift, altKey: alt } = event
  return { key, shift, control: event.ctrlKey || event.metaKey, alt }
}

/** The caps to draw for a key: strokes, each as its caps. "Shift+A" is two caps, "G T" two strokes. */
export function keyCaps(keys: string): readonly (readonly string[])[] {
  return keys.split(' ').map((stroke) => {
    // The sign + itself would be split away.
    const caps = stroke === '+' ? ['+'] : stroke.replace(/\+\+$/, '+plus').split('+')
    return caps.map((cap) => (cap === 'plus' ? '+' : cap === '-' ? '−' : cap === 'Escape' ? 'Esc' : cap))
  })
}
