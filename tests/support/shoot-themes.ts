/** Pictures of a window for the eye, in every theme, narrow and wide; taken only where OFFPRINT_SHOTS names a folder. */
import { join } from 'node:path'
import { askEngine } from './ask-engine'
import type { LaunchedApp } from './packaged-app'

const DRAWN_MS = 500

export async function shootThemes({ app, window }: LaunchedApp, name: string): Promise<void> {
  const folder = process.env['OFFPRINT_SHOTS']
  if (!folder) return
  for (const theme of ['light', 'dark', 'sepia'] as const)
    for (const width of [700, 1600]) {
      await askEngine(window, 'settings.change', { theme })
      await app.evaluate(({ BrowserWindow }, wide) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(wide, 900)
      }, width)
      await window.waitForTimeout(DRAWN_MS)
      await window.screenshot({ path: join(folder, `${name}-${theme}-${String(width)}.png`) })
    }
}
