/** Commands, their keys, the native menus, the sheet of keys and the palette speak of the same things. */
import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { menuTemplate } from '../../../electron/shell/menu-template'
import { COMMAND_GROUPS, COMMAND_LABELS } from '../../../renderer/app/command-groups'
import { DEFAULT_KEYS } from '../../../renderer/app/default-keys'
import { paletteEntries } from '../../../renderer/app/palette-sources'
import { createAppStore } from '../../../renderer/store/app-store'
import type { WindowTools } from '../../../renderer/app/window-context'
import { FakeBridge } from './fake-bridge'

const COMMANDS = Object.keys(DEFAULT_KEYS) as (keyof typeof DEFAULT_KEYS)[]
const GROUPED = COMMAND_GROUPS.flatMap(({ commands }) => commands)

function idsOf(items: readonly MenuItemConstructorOptions[]): string[] {
  return items.flatMap(({ id, submenu }) => [
    ...(id === undefined ? [] : [id]),
    ...(Array.isArray(submenu) ? idsOf(submenu) : []),
  ])
}

const nothing = () => undefined
const inMenus = new Set(
  idsOf(menuTemplate(nothing, 'linux', 'Offprint', { newWindow: nothing, saveDiagnostics: nothing })),
)

describe('every command', () => {
  it('stands once under a heading of the sheet of keys, with a name of its own', () => {
    expect([...GROUPED].sort()).toEqual([...COMMANDS].sort())
    const labels = COMMANDS.map((name) => COMMAND_LABELS[name])
    expect(new Set(labels).size).toBe(COMMANDS.length)
    expect(labels).not.toContain('')
  })

  it('has a key or a menu item', () => {
    expect(COMMANDS.filter((name) => DEFAULT_KEYS[name].length === 0 && !inMenus.has(name))).toEqual([])
  })

  it('of a menu is one of the window’s', () => {
    expect([...inMenus].filter((id) => !(COMMANDS as string[]).includes(id))).toEqual([])
  })

  it('without a key of its own can be found in the palette', () => {
    const tools = { store: createAppStore(new FakeBridge(), Date.now) } as unknown as WindowTools
    const offered = new Set(paletteEntries(tools).map(({ key }) => key))
    expect(COMMANDS.filter((name) => DEFAULT_KEYS[name].length === 0 && !offered.has(name))).toEqual([])
  })
})

describe('no key', () => {
  const strokes = COMMANDS.flatMap((name) => DEFAULT_KEYS[name])

  it('stands for two commands', () => {
    expect(strokes.filter((stroke, at) => strokes.indexOf(stroke) !== at)).toEqual([])
  })

  it('is the first stroke of a longer one, which could never be finished', () => {
    const firsts = new Set(
      strokes.filter((stroke) => stroke.includes(' ')).map((stroke) => stroke.split(' ')[0]),
    )
    expect(strokes.filter((stroke) => firsts.has(stroke))).toEqual([])
  })
})
