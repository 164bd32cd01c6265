/** The requests that need a dialog, the desktop or a fact only Electron knows. */
import { writeFile } from 'node:fs/promises'
import { app, clipboard, shell } from 'electron'
import type { Settings } from '../../contract/settings'
import { AppFailure } from '../app-failure'
import type { EngineFacade, Handlers, ShellRequestName } from './engine-facade'
import { exportEachArticle, exportHighlights, importHighlights } from './exchange-highlights'
import type { FileDialogs } from './file-dialogs'
import { openExternal } from './open-external'
import { readOpmlFile } from './read-opml-file'

export interface ShellHandlerOptions {
  readonly engine: EngineFacade
  readonly dialogs: FileDialogs
  readonly online: () => boolean
  readonly settingsChanged: (settings: Settings) => void
}

export function shellHandlers(options: ShellHandlerOptions): Handlers<ShellRequestName> {
  const { engine, dialogs, online, settingsChanged } = options
  return {
    'app.info': () => ({ ...engine.info(), online: online() }),
    'app.openExternal': openExternal,
    'app.showLibraryFolder': async () => {
      const { libraryFolder } = engine.info()
      const problem = await shell.openPath(libraryFolder)
      if (problem === '') return
      throw new AppFailure(
        'no_file_program',
        `Your library is in ${libraryFolder}; no program was found to show it.`,
      )
    },
    'app.copyText': (text) => {
      clipboard.writeText(text)
    },
    'settings.change': async (change) => {
      const settings = await engine.changeSettings(change)
      settingsChanged(settings)
      return settings
    },
    'feeds.importOpml': async () => {
      const file = await dialogs.chooseOpml()
      return file === null ? null : engine.importOpml(await readOpmlFile(file))
    },
    'feeds.importDropped': (bytes) => engine.importOpml(bytes),
    'feeds.exportOpml': async () => {
      const file = await dialogs.chooseTarget('Export feeds', 'offprint-feeds.opml')
      if (file === null) return null
      const { feeds, text } = engine.exportOpml()
      await writeFile(file, text)
      return { feeds, file }
    },
    // A screen reader would meet each word in pieces; macOS parts words by its own dictionaries.
    'articles.hyphens': (articleId, wish) =>
      app.accessibilitySupportEnabled || process.platform === 'darwin'
        ? null
        : engine.hyphens(articleId, wish),
    'articles.save': async (articleIds, format) => {
      // Its writers are a large part of the program, which no start waits for.
      const { saveArticles } = await import('./save-articles')
      return saveArticles({ engine, dialogs, now: () => new Date() }, articleIds, format)
    },
    'highlights.export': (format) => exportHighlights({ engine, dialogs }, format),
    'highlights.exportEach': () => exportEachArticle({ engine, dialogs }, new Date()),
    'highlights.import': () => importHighlights({ engine, dialogs }),
  }
}
