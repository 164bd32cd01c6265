/** Ranks what the palette offers against what was typed. Pure. */

export interface PaletteEntry {
  readonly key: string
  readonly label: string
  readonly kind: string
  readonly run: () => void
}

const MOST = 40

/** Best first: a beginning beats the beginning of a word, which beats letters in order; nothing typed keeps the given order. */
export function rankEntries(entries: readonly PaletteEntry[], typed: string): readonly PaletteEntry[] {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '') return entries.slice(0, MOST)
  return entries
    .map((entry, order) => ({ entry, order, score: scoreOf(entry.label.toLowerCase(), wanted) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .slice(0, MOST)
    .map(({ entry }) => entry)
}

function scoreOf(label: string, wanted: string): number {
  if (label.startsWith(wanted)) return 4
  if (label.includes(` ${wanted}`)) return 3
  if (label.includes(wanted)) return 2
  return lettersInOrder(label, wanted) ? 1 : 0
}

function lettersInOrder(label: string, wanted: string): boolean {
  let from = 0
  for (const letter of wanted.replaceAll(' ', '')) {
    const at = label.indexOf(letter, from)
    if (at < 0) return false
    from = at + 1
  }
  return true
}
