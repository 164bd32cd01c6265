/** Rules in the packaged app: written in the dialog, said as a sentence, kept by the library. */
import { expect, it } from 'vitest'
import { askEngine } from '../support/ask-engine'
import { launchApp, newProfile } from '../support/packaged-app'

it('writes a rule in the dialog, says it as a sentence and keeps it', async () => {
  const { app, window, close } = await launchApp(newProfile('rules'))
  await askEngine(window, 'settings.change', { firstRunDone: true, theme: 'light' })
  await askEngine(window, 'feeds.addStarter')
  await window.reload()
  await window.getByRole('tree', { name: 'Lists and feeds' }).waitFor({ timeout: 15_000 })
  await app.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('show-settings')?.click()
  })
  const settings = window.getByRole('dialog', { name: 'Settings' })
  await settings.waitFor({ timeout: 15_000 })
  await settings.getByRole('button', { name: 'Rules…' }).click()
  await window.getByRole('button', { name: 'New rule' }).click()
  const form = window.getByRole('dialog', { name: 'Rule' })
  await form.getByRole('textbox', { name: 'Words' }).fill('football, cricket')
  await form.getByRole('status').getByText('Would have held').waitFor({ timeout: 15_000 })
  await form.getByRole('button', { name: 'Save rule' }).click()
  const list = window.getByRole('dialog', { name: 'Rules' })
  await list.getByText('If Title or summary contains “football, cricket”: Mute').waitFor({ timeout: 15_000 })
  expect(await askEngine(window, 'rules.list')).toMatchObject([
    {
      enabled: true,
      conditions: [{ field: 'words', value: 'football, cricket', not: false }],
      actions: ['mute'],
    },
  ])
  await close()
})
