import { expect, it } from 'vitest'
import { lightStem } from '../../../electron/search/light-stem'
import { stopWordsFor } from '../../../electron/search/stop-words'

it('brings the forms of an English word together', () => {
  for (const forms of [
    ['election', 'elections'],
    ['vote', 'votes', 'voted', 'voting'],
    ['plan', 'plans', 'planned', 'planning'],
    ['city', 'cities'],
  ])
    expect(new Set(forms.map(lightStem)).size, forms.join()).toBe(1)
})

it('leaves short words, numbers and other scripts alone', () => {
  for (const word of ['gas', 'bus', 'b2s', 'москвас', '2024']) expect(lightStem(word)).toBe(word)
})

it('tells the language of the stop words from the text, so that "war" counts in English and not in German', () => {
  expect(stopWordsFor('the war in the north of the country'.split(' ')).has('war')).toBe(false)
  expect(stopWordsFor('der krieg war nicht die folge von dem streit'.split(' ')).has('war')).toBe(true)
})
