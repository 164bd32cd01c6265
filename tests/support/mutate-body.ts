/** Changes an article's body as publishers do after publication, around or within one passage. Pure: the chance is an argument. */
import { readBodyText } from '../../contract/body-text'
import { parseBodyHtml } from '../../electron/articles/html-tree'
import { textDomOf } from '../../electron/articles/text-dom'

/** A body cut at its paragraphs: `<p>…</p>` and what stands between them, in order. */
export type Parts = readonly string[]

/** A passage of one paragraph, or of one and the beginning of the next. */
export interface Passage {
  readonly part: number
  readonly quote: string
  /** What of the quote stands in its first paragraph. */
  readonly piece: string
}

/** A number from 0 up to 1. */
export type Chance = () => number

export interface Mutation {
  readonly name: string
  /** What becomes of the passage's own words. */
  readonly words: 'same' | 'near' | 'gone'
  /** The changed body, and the quote as it stands there now; null where the change cannot be made. */
  readonly apply: (
    parts: Parts,
    passage: Passage,
    chance: Chance,
  ) => { readonly html: string; readonly quote: string } | null
}

export function textOf(html: string): string {
  return readBodyText(textDomOf(parseBodyHtml(html))).text
}

export function partsOf(html: string): Parts {
  return html.split(/(<p(?: [^>]*)?>[^]*?<\/p>)/)
}

/** Numbers that look like chance and are the same in every run. */
export function seededChance(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const NOTE = '<p>Correction: an earlier version of this report gave another day for the first meeting.</p>'

const around = (
  name: string,
  change: (parts: Parts, passage: Passage, chance: Chance) => Parts | null,
): Mutation => ({
  name,
  words: 'same',
  apply: (parts, passage, chance) => {
    const changed = change(parts, passage, chance)
    return changed && { html: changed.join(''), quote: passage.quote }
  },
})

const within = (name: string, change: (piece: string, chance: Chance) => string | null): Mutation => ({
  name,
  words: 'near',
  apply: (parts, { part, piece, quote }, chance) => {
    const paragraph = textOf(parts[part] ?? '')
    const changed = change(piece, chance)
    if (changed === null || !paragraph.includes(piece)) return null
    const next = [...parts]
    // As functions: a dollar sign in the words has no meaning.
    next[part] = `<p>${escaped(paragraph.replace(piece, () => changed))}</p>`
    return { html: next.join(''), quote: quote.replace(piece, () => changed) }
  },
})

export const MUTATIONS: readonly Mutation[] = [
  around('a sentence inserted before', (parts) => [NOTE, ...parts]),
  around('a typo mended just before', (parts, { part }) => {
    const before = [...parts.keys()].filter((at) => at < part && parts[at]?.startsWith('<p')).at(-1)
    if (before === undefined) return null
    return parts.with(before, (parts[before] ?? '').replace(/(\p{L}{4,})(?=[^<>]*<\/p>)/u, '$1e'))
  }),
  around('the paragraph moved to the end', (parts, passage) => moved(parts, passage, parts.length)),
  around('the paragraph moved to the front', (parts, passage) => moved(parts, passage, 0)),
  around('the article retitled', (parts) => [
    '<h1>Another title altogether</h1>',
    '<h2>And a kicker</h2>',
    ...parts,
  ]),
  around('the markup changed', (parts) =>
    parts.map((part) =>
      part.startsWith('<p')
        ? part
            .replace(/^<p/, '<div')
            .replace(/<\/p>$/, '</div>')
            .replace(/ (\p{L}{3,})(?=[ ,.])(?![^<]*>)/gu, ' <em>$1</em>')
        : part,
    ),
  ),
  around('the text re-encoded as character references', (parts) =>
    parts.map((part) => part.replace(/\P{ASCII}/gu, (letter) => `&#${String(letter.codePointAt(0))};`)),
  ),
  within('a typo mended', (piece, chance) => {
    const words = [...piece.matchAll(/\p{L}{5,}/gu)]
    const word = words[Math.floor(chance() * words.length)]
    if (!word) return null
    return piece.slice(0, word.index + 2) + piece.slice(word.index + 3)
  }),
  within('a fifth of the words changed', (piece, chance) => rewritten(piece, chance, 0.2)),
  within('a tenth of the words changed', (piece, chance) => rewritten(piece, chance, 0.1)),
  within('a clause inserted', (piece, chance) => {
    const clause = ', it was said,'
    const gaps = [...piece.matchAll(/ /g)]
    const gap = gaps[Math.floor(chance() * gaps.length)]
    if (!gap || clause.length > piece.length / 5) return null
    return piece.slice(0, gap.index) + clause + piece.slice(gap.index)
  }),
  {
    name: 'the text re-encoded in plain punctuation and decomposed letters',
    words: 'near',
    apply: (parts, { quote }) => {
      const plain = plainLetters(quote).replace(/ +/g, ' ').trim()
      return Math.abs(plain.length - quote.length) * 2 > quote.length / 5
        ? null
        : { html: plainLetters(parts.join('')), quote: plain }
    },
  },
  {
    name: 'the paragraph removed',
    words: 'gone',
    apply: (parts, { part, piece, quote }) =>
      piece === quote ? { html: parts.with(part, '').join(''), quote } : null,
  },
]

function moved(parts: Parts, { part, piece, quote }: Passage, to: number): Parts | null {
  if (piece !== quote) return null
  const rest = parts.with(part, '')
  return [...rest.slice(0, to), parts[part] ?? '', ...rest.slice(to)]
}

/** Every word that is changed counts with all its letters, so that no more than the share is another. */
function rewritten(piece: string, chance: Chance, share: number): string | null {
  let left = piece.length * share
  const words = [...piece.matchAll(/\p{L}{3,}/gu)].sort(() => chance() - 0.5)
  const chosen = words.filter(({ 0: word }) => (left >= word.length ? (left -= word.length) >= 0 : false))
  if (chosen.length === 0) return null
  let changed = piece
  for (const { 0: word, index } of chosen.sort((a, b) => b.index - a.index))
    changed =
      changed.slice(0, index) +
      'otherwise'.slice(0, word.length).padEnd(word.length, 'x') +
      changed.slice(index + word.length)
  return changed
}

function plainLetters(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[–—]/g, '-')
    .replace(/…/g, '...')
    .replace(/\u00a0/g, ' ')
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/\n/g, '<br>')
}
