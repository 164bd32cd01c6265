import type { MenuItemConstructorOptions } from 'electron'
import { expect, it } from 'vitest'
import { menuTemplate } from '../../../electron/shell/menu-template'
import { menuWords, translateMenu } from '../../../electron/shell/menu-words'

const labels = (template: readonly MenuItemConstructorOptions[]): string[] =>
  template.flatMap(({ label, submenu }) => [
    ...(label === undefined ? [] : [label]),
    ...labels(Array.isArray(submenu) ? submenu : []),
  ])

it('has a German word for everything the menus say, and changes nothing else', () => {
  const english = menuTemplate(() => undefined, 'linux', 'Offprint', {
    newWindow: () => undefined,
    saveDiagnostics: () => undefined,
  })
  const german = translateMenu(english, menuWords('de', 'en-GB'))
  expect(labels(german).filter((label, at) => label === labels(english)[at])).toEqual([])
  expect(translateMenu(english, menuWords('en', 'de'))).toEqual(english)
})

it('follows the computer unless a language was chosen', () => {
  expect(menuWords('system', 'de-AT')('Today')).toBe('Heute')
  expect(menuWords('system', 'en-GB')('Today')).toBe('Today')
  expect(menuWords('en', 'de-AT')('Today')).toBe('Today')
})
