/** Puts the native menus in place. Commands go to the window by name, so that menu, keyboard and mouse do the very same thing. */
import { app, Menu } from 'electron'
import { menuTemplate, type SendCommand } from './menu-template'

export function installAppMenu(send: SendCommand, saveDiagnostics: () => void): void {
  const template = menuTemplate(send, process.platform, app.name, saveDiagnostics)
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
