/** Every command is in a menu, and no key stands twice. */
import type { MenuItemConstructorOptions } from 'electron'
import { expect, it } from 'vitest'
import type { MenuCommand } from '../../../contract/bridge'
import { menuTemplate } from '../../../electron/shell/menu-template'

const COMMANDS: Readonly<Record<MenuCommand, true>> = {
  'add-feed': true,
  'import-opml': true,
  'export-opml': true,
  'export-highlights-md': true,
  'export-highlights-each': true,
  'export-highlights-html': true,
  'export-highlights-json': true,
  'import-highlights': true,
  'back-up': true,
  'restore-backup': true,
  sync: true,
  'cancel-sync': true,
  search: true,
  find: true,
  'next-article': true,
  'previous-article': true,
  'toggle-read': true,
  'toggle-star': true,
  'toggle-saved': true,
  'mark-all-read': true,
  highlight: true,
  'open-in-browser': true,
  'prepare-offline': true,
  'show-highlights': true,
  'show-settings': true,
  'show-shortcuts': true,
  'show-guide': true,
  'text-larger': true,
  'text-smaller': true,
  'text-normal': true,
  'show-changes': true,
  'show-type': true,
  'show-readiness': true,
  'save-as-pdf': true,
  print: true,
  'save-as-html': true,
  'save-as-epub': true,
  'save-as-md': true,
  'mark-above-read': true,
  'mark-below-read': true,
  'copy-link': true,
  'remove-article': true,
  'mute-like': true,
  'save-search': true,
  palette: true,
  'show-activity': true,
  'toggle-sidebar': true,
  'go-all': true,
  'go-unread': true,
  'go-starred': true,
  'go-saved': true,
  'go-today': true,
  'go-ready': true,
  'go-edition': true,
  'new-edition': true,
}

function items(template: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return template.flatMap((item) => [item, ...items(Array.isArray(item.submenu) ? item.submenu : [])])
}

for (const platform of ['linux', 'darwin', 'win32'] as const) {
  const all = items(
    menuTemplate(() => undefined, platform, 'Offprint', {
      newWindow: () => undefined,
      saveDiagnostics: () => undefined,
    }),
  )

  it(`holds every command once on ${platform}`, () => {
    const ids = all.flatMap((item) => item.id ?? [])
    expect(ids.sort()).toEqual(Object.keys(COMMANDS).sort())
  })

  it(`gives no key to two items on ${platform}, and none without a modifier`, () => {
    const keys = all.flatMap((item) => item.accelerator ?? [])
    expect(new Set(keys).size).toBe(keys.length)
    for (const key of keys) expect(String(key)).toMatch(/^(CmdOrCtrl|Command|Ctrl)\+|^F\d/)
  })
}

it('sends the command of the item that was chosen', () => {
  const sent: MenuCommand[] = []
  const all = items(
    menuTemplate((command) => sent.push(command), 'linux', 'Offprint', {
      newWindow: () => undefined,
      saveDiagnostics: () => undefined,
    }),
  )
  const choose = all.find((item) => item.id === 'sync')?.click as unknown as () => void
  choose()
  expect(sent).toEqual(['sync'])
})
