/** Where the app keeps its library when nobody says otherwise: `library` in the folder Electron gives an app for its data. */
import { homedir } from 'node:os'
import { join } from 'node:path'

/** The same folder as `app.getPath('userData')`, found without Electron. */
export function defaultLibrary(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  return join(appData(platform, env), 'Offprint', 'library')
}

function appData(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  if (platform === 'win32') return env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  return env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config')
}
