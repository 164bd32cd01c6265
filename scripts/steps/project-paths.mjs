// Where things are: the project's folders and the cache outside of it.
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of package.json. */
export const projectDir = resolve(fileURLToPath(import.meta.url), '../../..')

/** @param {...string} parts */
export function projectPath(...parts) {
  return join(projectDir, ...parts)
}

/** Downloads kept between clones; outside of the project so that a fresh clone starts quickly. */
export function cacheDir() {
  if (process.env.XDG_CACHE_HOME) return join(process.env.XDG_CACHE_HOME, 'offprint')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'offprint')
  if (process.platform === 'win32' && process.env.LOCALAPPDATA)
    return join(process.env.LOCALAPPDATA, 'offprint', 'Cache')
  return join(homedir(), '.cache', 'offprint')
}
