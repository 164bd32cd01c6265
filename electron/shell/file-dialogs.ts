/** The system's own dialogs, attached to the window where there is one. */
import { join } from 'node:path'
import { app, dialog, type BrowserWindow, type FileFilter, type OpenDialogOptions } from 'electron'

export interface FileDialogs {
  /** Null when the reader closed the dialog. */
  chooseOpml(): Promise<string | null>
  chooseTarget(title: string, name: string): Promise<string | null>
  chooseFile(title: string, filter: FileFilter): Promise<string | null>
  /** One or more. */
  chooseFiles(title: string, filter: FileFilter): Promise<readonly string[] | null>
  /** The folder may be made in the dialog. */
  chooseFolder(title: string): Promise<string | null>
  /** A question with a safe default: true only when the reader pressed `yes`. */
  confirm(message: string, detail: string, yes: string): Promise<boolean>
}

export function fileDialogs(window: () => BrowserWindow | null): FileDialogs {
  const openSeveral = async (options: OpenDialogOptions): Promise<readonly string[] | null> => {
    const parent = window()
    const answer = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options))
    return answer.canceled || answer.filePaths.length === 0 ? null : answer.filePaths
  }
  const open = async (options: OpenDialogOptions): Promise<string | null> =>
    (await openSeveral(options))?.[0] ?? null
  return {
    chooseOpml: () => open(openFile('Import feeds', { name: 'OPML', extensions: ['opml', 'xml'] })),
    chooseFile: (title, filter) => open(openFile(title, filter)),
    chooseFiles: (title, filter) =>
      openSeveral({ ...openFile(title, filter), properties: ['openFile', 'multiSelections'] }),
    chooseFolder: (title) => open({ title, properties: ['openDirectory', 'createDirectory'] }),
    async chooseTarget(title, name) {
      const options = { title, defaultPath: join(app.getPath('documents'), name) }
      const parent = window()
      const answer = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options))
      // Older versions give no path at all for a closed dialog.
      return answer.canceled || !answer.filePath ? null : answer.filePath
    },
    async confirm(message, detail, yes) {
      const options = { message, detail, buttons: [yes, 'Cancel'], defaultId: 0, cancelId: 1 }
      const parent = window()
      const answer = await (parent ? dialog.showMessageBox(parent, options) : dialog.showMessageBox(options))
      return answer.response === 0
    },
  }
}

function openFile(title: string, filter: FileFilter): OpenDialogOptions {
  return { title, properties: ['openFile'], filters: [filter, { name: 'All files', extensions: ['*'] }] }
}
