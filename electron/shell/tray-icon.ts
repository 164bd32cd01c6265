/** Offprint in the desktop's tray, when the reader wants that: it keeps syncing there with no window open. */
import { Menu, nativeImage, Tray } from 'electron'

export interface TrayOptions {
  readonly icon: string
  readonly show: () => void
  readonly newWindow: () => void
  readonly sync: () => void
  readonly quit: () => void
}

export class TrayIcon {
  private tray: Tray | null = null

  constructor(private readonly options: TrayOptions) {}

  /** Whether the app should outlive its last window. */
  get shown(): boolean {
    return this.tray !== null
  }

  /** May be called again, for another language. */
  set(wanted: boolean, say: (english: string) => string): void {
    if (!wanted) {
      this.tray?.destroy()
      this.tray = null
      return
    }
    const { icon, show, newWindow, sync, quit } = this.options
    if (!this.tray) {
      this.tray = new Tray(nativeImage.createFromPath(icon))
      this.tray.setToolTip('Offprint')
      this.tray.on('click', show)
    }
    // Some desktops have no click on an icon: everything is in the menu too.
    this.tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: say('Show Offprint'), click: show },
        { label: say('New Window'), click: newWindow },
        {
          label: say('Sync Now'),
          click: () => {
            sync()
          },
        },
        { type: 'separator' },
        { label: say('Quit'), click: quit },
      ]),
    )
  }
}
