import { expect, test } from 'vitest'
import { parsePageDate } from '../../../electron/articles/page-date'

test.each([
  ['2024-02-29T10:15:00+02:00', '2024-02-29T08:15:00.000Z'],
  ['2024-02-29', '2024-02-29T00:00:00.000Z'],
  ['20240229', '2024-02-29T00:00:00.000Z'],
  ['Thursday , 29 February 2024', '2024-02-29T00:00:00.000Z'],
  ['Feb. 29th, 2024 at 3:05 pm EST', '2024-02-29T20:05:00.000Z'],
  ['Veröffentlicht am 5. März 2021, 14:30 Uhr', '2021-03-05T14:30:00.000Z'],
  ['publié le 12 août 2020', '2020-08-12T00:00:00.000Z'],
  ['3 de mayo de 2019', '2019-05-03T00:00:00.000Z'],
  ['2019年4月2日', '2019-04-02T00:00:00.000Z'],
  ['19.11.2021', '2021-11-19T00:00:00.000Z'],
  ['3/25/2020', '2020-03-25T00:00:00.000Z'],
])('reads %s', (text, expected) => {
  expect(parsePageDate(text)).toBe(expected)
})

test.each(['', '31 February 2024', 'call 555-1234', '1.2.3', '12:30', '99/99/2020', null])(
  '%s is no date',
  (text) => {
    expect(parsePageDate(text)).toBeNull()
  },
)
