import { expect, test } from 'vitest'
import { betterBody, betterSource } from '../../../electron/articles/body-quality'
import { describeChange } from '../../../electron/articles/diff-versions'

test('counters, clocks and typography are no change', () => {
  expect(describeChange('“Hello” – 12 comments, 10:05', '"Hello" - 13 comments, 11:30').changed).toBe(false)
})

test('a change is told by the number of its words', () => {
  const change = describeChange('One.\n\nTen people died.\n\nEnd.', 'One.\n\nTwelve people died.\n\nEnd.')
  expect(change).toEqual({ changed: true, sentence: '1 word added, 1 word removed.' })
})

const body = (words: number, images = 0) => ({
  text: 'x',
  words,
  images: Array.from({ length: images }, () => IMAGE),
})
const IMAGE = { url: 'https://a.example/', alt: null, caption: null, credit: null, width: null, height: null }

test('a good body is never replaced by a much shorter one', () => {
  const good = body(800, 3)
  expect(betterBody(good, body(60))).toBe(good)
  expect(betterBody(good, body(0))).toBe(good)
  const corrected = body(780, 3)
  expect(betterBody(good, corrected)).toBe(corrected)
})

test('of feed and page the longer clean text is taken', () => {
  expect(betterSource(body(700), body(90))).toBe('feed')
  expect(betterSource(body(40), body(600))).toBe('page')
  expect(betterSource(body(40), null)).toBe('feed')
})
