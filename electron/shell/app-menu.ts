/** Puts the native menus in place. Commands go to the window by name, so that menu, keyboard and mouse do the very same thing. */
import { app, Menu } from 'electron'
import type { Settings } from '../../contract/settings'
import { menuTemplate, type MenuActions, type SendCommand } from './menu-template'
import { menuWords, translateMenu } from './menu-words'

/** May be called again, for another language. */
export function installAppMenu(
  send: SendCommand,
  actions: MenuActions,
  language: Settings['language'],
): void {
  const template = menuTemplate(send, process.platform, app.name, actions)
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(translateMenu(template, menuWords(language, app.getLocale()))),
  )
}
