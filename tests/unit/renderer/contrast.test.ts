/** The colours of every theme against each other, by WCAG 2.2: 4.5:1 for text, 3:1 for what must be told apart otherwise. */
import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const RENDERER = fileURLToPath(new URL('../../../renderer', import.meta.url))
const TOKENS = readFileSync(`${RENDERER}/styles/tokens.css`, 'utf8')
const THEMES = ['light', 'sepia', 'dark'] as const

/** Grounds that text stands on. */
const GROUNDS = ['paper', 'pane', 'side', 'raised', 'field', 'chosen', 'chosen-focus', 'accent-soft', 'code']
const TEXT: readonly (readonly [string, readonly string[]])[] = [
  ['ink', GROUNDS],
  ['ink-2', GROUNDS],
  ['ink-3', ['paper', 'pane', 'raised', 'field']],
  ['accent', ['paper', 'pane', 'raised', 'field']],
  ['accent-ink', ['accent']],
  ['danger', ['paper', 'pane', 'raised']],
  ['warn', ['paper', 'pane', 'side', 'raised']],
  ['ink', ['mark-yellow', 'mark-green', 'mark-blue', 'mark-pink', 'mark-purple']],
]
/** Edges of controls, rings and marks. */
const CONTROLS: readonly (readonly [string, readonly string[]])[] = [
  ['line-strong', ['paper', 'pane', 'raised', 'field']],
  ['accent', ['paper', 'pane', 'side', 'raised', 'chosen', 'chosen-focus', 'accent-soft']],
  ['good', ['pane', 'chosen', 'chosen-focus']],
  ['star', ['pane', 'chosen', 'chosen-focus']],
]

function colours(theme: string): ReadonlyMap<string, string> {
  const block = (name: string) => new RegExp(`data-theme='${name}'\\] \\{([^}]*)\\}`).exec(TOKENS)?.[1] ?? ''
  // A theme says only what differs from the light one.
  const pairs = [block('light'), block(theme)].flatMap((text) => [
    ...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g),
  ])
  return new Map(pairs.map(([, name = '', value = '']) => [name, value]))
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** The pairs below a limit, with their figure. */
function tooWeak(theme: string, pairs: typeof TEXT, least: number): readonly string[] {
  const all = colours(theme)
  return pairs.flatMap(([front, backs]) =>
    backs.flatMap((back) => {
      const ratio = contrast(all.get(front) ?? '', all.get(back) ?? '')
      return ratio >= least ? [] : [`${front} on ${back}: ${ratio.toFixed(2)}`]
    }),
  )
}

describe.each(THEMES)('the %s theme', (theme) => {
  it('has 4.5:1 for text', () => {
    expect(tooWeak(theme, TEXT, 4.5)).toEqual([])
  })

  it('has 3:1 for the edges of controls, rings and marks', () => {
    expect(tooWeak(theme, CONTROLS, 3)).toEqual([])
  })
})

it('names no colour, measure or motion that the tokens do not have', () => {
  const sheets = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.css'),
  )
  const sources = sheets.map((file) => readFileSync(`${RENDERER}/${file}`, 'utf8'))
  const set = new Set(
    sources.flatMap((text) => [...text.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name)),
  )
  // Set from script, element by element.
  for (const name of ['--x', '--y', '--level', '--article-size', '--article-width', '--article-leading'])
    set.add(name)
  const used = sources.flatMap((text) => [...text.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name))
  expect([...new Set(used.filter((name) => !set.has(name)))]).toEqual([])
})
