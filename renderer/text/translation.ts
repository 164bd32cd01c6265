/** What a second language is made of: the shape of the English words, where a word still missing is shown in English. Pure. */
import type { Text } from './en'

type Word = string | readonly unknown[] | ((...args: never[]) => string)

type Part<T> = { readonly [K in keyof T]?: T[K] extends Word ? T[K] : Part<T[K]> }

export type Translation = Part<Text>

/** The English words with every translated one in its place. */
export function translated(english: Text, translation: Translation): Text {
  return overlaid(english, translation) as Text
}

function overlaid(below: unknown, above: unknown): unknown {
  if (!isTable(below) || !isTable(above)) return above ?? below
  return Object.fromEntries(Object.keys(below).map((key) => [key, overlaid(below[key], above[key])]))
}

/** Dotted names of the words that have no translation. */
export function missingWords(english: unknown, translation: unknown, path = ''): readonly string[] {
  if (!isTable(english)) return translation === undefined ? [path] : []
  const above = isTable(translation) ? translation : {}
  return Object.keys(english).flatMap((key) =>
    missingWords(english[key], above[key], path === '' ? key : `${path}.${key}`),
  )
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
