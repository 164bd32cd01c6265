/** Where the app keeps its library when nobody says otherwise: where the reader moved it to, or `library` in the app's data folder. */
import { homedir } from 'node:os'
import { join } from 'node:path'
import { readPointer } from '../engine/library-pointer'

/** The same folder as `app.getPath('userData')`, found without Electron. */
export function defaultLibrary(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  const dataFolder = join(appData(platform, env), 'Offprint')
  return readPointer(dataFolder)?.folder ?? join(dataFolder, 'library')
}

function appData(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  if (platform === 'win32') return env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  return env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config')
}
