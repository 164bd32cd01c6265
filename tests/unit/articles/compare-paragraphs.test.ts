import { expect, test } from 'vitest'
import { compareParagraphs } from '../../../electron/articles/compare-paragraphs'
import { versionChange } from '../../../electron/articles/version-change'
import type { ChangedParagraph } from '../../../contract/version'

const kinds = (paragraphs: readonly ChangedParagraph[]) => paragraphs.map(({ change }) => change)

/** One of the two texts, put together from what was compared. */
function textOf(paragraphs: readonly ChangedParagraph[], without: 'added' | 'removed'): string {
  return paragraphs
    .map(({ runs }) =>
      runs
        .filter(({ kind }) => kind !== without)
        .map(({ text }) => text)
        .join(''),
    )
    .filter((text) => text !== '')
    .join('\n\n')
}

const BEFORE = [
  'The ferry to Orm will stop in winter, the board said on Monday.',
  'Nobody was asked on the island.',
  'Captains protested.',
  'The board meets again in March.',
].join('\n\n')
const AFTER = [
  'The ferry to Orm will not stop in winter, the board said on Tuesday.',
  'A petition had found nine hundred names within a day, more than the island has people.',
  'Captains protested.',
  'The board meets again in March.',
].join('\n\n')

test('an edited paragraph is set beside its old wording, a new one and a lost one stand alone', () => {
  expect(kinds(compareParagraphs(BEFORE, AFTER))).toEqual(['edited', 'removed', 'added', 'none', 'none'])
})

test('both texts can be read whole from the comparison', () => {
  const { paragraphs } = versionChange({
    at: '2026-11-25T10:00:00.000Z',
    before: { title: 'A', text: BEFORE },
    after: { title: 'A', text: AFTER },
  })
  expect(textOf(paragraphs, 'added')).toBe(BEFORE)
  expect(textOf(paragraphs, 'removed')).toBe(AFTER)
})

test('changes that only a short word parts are read as one, what was removed first', () => {
  const { paragraphs, title } = versionChange({
    at: '',
    before: {
      title: 'Storm at sea',
      text: 'The keeper of the lighthouse spoke with two men about oil and lamps there.',
    },
    after: {
      title: 'Storm at the coast',
      text: 'The keeper of the lighthouse spoke with five women of oil and lamps there.',
    },
  })
  expect(title.change).toBe('edited')
  expect(paragraphs[0]?.runs).toEqual([
    { kind: 'same', text: 'The keeper of the lighthouse spoke with ' },
    { kind: 'removed', text: 'two men about' },
    { kind: 'added', text: 'five women of' },
    { kind: 'same', text: ' oil and lamps there.' },
  ])
})

test('a Japanese sentence is compared by its letters, because nothing parts its words', () => {
  const runs = compareParagraphs('灯台は月曜日に消えた。', '灯台は火曜日に消えた。')[0]?.runs
  expect(runs).toContainEqual({ kind: 'removed', text: '月' })
  expect(runs).toContainEqual({ kind: 'added', text: '火' })
})

test('a paragraph whose typography alone differs is the same', () => {
  expect(kinds(compareParagraphs('“Yes” – he said.', '"Yes" - he said.'))).toEqual(['none'])
})

test('two long texts with nothing in common are set one under the other', () => {
  const long = (word: string) => Array.from({ length: 400 }, (_, at) => `${word}${String(at)}`).join('\n')
  const compared = kinds(compareParagraphs(long('a'), long('b')))
  expect(compared.slice(0, 400).every((kind) => kind === 'removed')).toBe(true)
  expect(compared.slice(400).every((kind) => kind === 'added')).toBe(true)
})

test('white space around a change is no part of it', () => {
  const { title } = versionChange({
    at: '',
    before: { title: 'Ferry to Orm stops in winter', text: '' },
    after: { title: 'Ferry to Orm keeps running in winter', text: '' },
  })
  expect(title.runs).toEqual([
    { kind: 'same', text: 'Ferry to Orm ' },
    { kind: 'removed', text: 'stops' },
    { kind: 'added', text: 'keeps running' },
    { kind: 'same', text: ' in winter' },
  ])
})
