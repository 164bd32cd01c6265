/** The requests about the library as a whole that need a dialog: backup, restore, moving. */
import { readdir } from 'node:fs/promises'
import type { Handlers } from './engine-facade'
import type { EngineFacade } from './engine-facade'
import type { FileDialogs } from './file-dialogs'
import { targetFolder } from './move-library'
import type { LibraryShellRequest } from './engine-facade'

export interface LibraryHandlerOptions {
  readonly engine: Pick<EngineFacade, 'storage'>
  readonly dialogs: FileDialogs
  readonly now: () => Date
  /** Moves the library and starts the app again. */
  readonly move: (to: string, keepOld: boolean) => Promise<void>
}

export function libraryHandlers({
  engine,
  dialogs,
  now,
  move,
}: LibraryHandlerOptions): Handlers<LibraryShellRequest> {
  return {
    'library.backup': async () => {
      const day = now().toISOString().slice(0, 10)
      const file = await dialogs.chooseTarget('Back up the library', `offprint-backup-${day}.zip`)
      return file === null ? null : { ...(await engine.storage.backup(file)), file }
    },
    'library.restore': async () => {
      const file = await dialogs.chooseFile('Restore a backup', {
        name: 'Backup of Offprint',
        extensions: ['zip'],
      })
      if (file === null) return null
      const wanted = await dialogs.confirm(
        'Put the backup in the place of everything that is here?',
        'What is here now is kept in the folder “backups” of the library.',
        'Restore',
      )
      return wanted ? engine.storage.restore(file) : null
    },
    'library.move': async (keepOld) => {
      const chosen = await dialogs.chooseFolder('Move the library')
      if (chosen === null) return null
      const folder = targetFolder(chosen, (await readdir(chosen)).length === 0)
      await move(folder, keepOld)
      return { folder }
    },
  }
}
