/** Without a display: goes through the first sync in the real app, writes what came of it and where to see it, and ends. */
import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { BrowserWindow } from 'electron'
import type { EngineFacade } from './engine-facade'

/** Written as JSON to the file that OFFPRINT_SUMMARY_FILE names. */
export interface FirstSyncSummary {
  readonly feeds: number
  readonly articles: number
  readonly readyOffline: number
  readonly library: string
  readonly screenshot: string
}

// There is no event for "React has painted the list".
const PAINT_MS = 1_500

export async function writeFirstSyncSummary(
  engine: EngineFacade,
  window: BrowserWindow,
  file: string,
): Promise<FirstSyncSummary> {
  if (engine.feeds().length === 0) await engine.addStarter()
  await engine.sync({ feedIds: [], force: false, depth: 'full' })
  await showLibrary(window)
  const screenshot = join(dirname(file), 'offprint-first-sync.png')
  await writeFile(screenshot, (await window.webContents.capturePage()).toPNG())
  const counts = engine.counts()
  const summary = {
    feeds: engine.feeds().length,
    articles: counts.all,
    readyOffline: counts.ready,
    library: engine.info().libraryFolder,
    screenshot,
  }
  await writeFile(file, JSON.stringify(summary, null, 2) + '\n')
  return summary
}

/** The window was opened on an empty library and offers a first start; loaded anew it shows what is here now. */
async function showLibrary({ webContents }: BrowserWindow): Promise<void> {
  const loaded = new Promise<void>((resolve) => {
    webContents.once('did-finish-load', () => {
      resolve()
    })
  })
  webContents.reload()
  await loaded
  await new Promise((resolve) => setTimeout(resolve, PAINT_MS))
}
