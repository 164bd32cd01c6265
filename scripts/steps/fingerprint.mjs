// Tells whether a step's inputs have changed since it last succeeded, so that a second run is quick.
// Content is hashed, not times: a checkout touches files without changing them.
import { createHash } from 'node:crypto'
import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * A hash over the content of files and folders (those that exist), in a fixed order.
 *
 * @param {readonly string[]} paths
 * @param {readonly string[]} [extra] further values the result depends on
 * @returns {Promise<string>}
 */
export async function fingerprint(paths, extra = []) {
  const hash = createHash('sha256')
  for (const value of extra) hash.update(`${value}\0`)
  for (const path of paths) {
    for (const file of await filesBelow(path)) {
      hash.update(`${file}\0`)
      hash.update(await readFile(file))
      hash.update('\0')
    }
  }
  return hash.digest('hex')
}

/**
 * @param {string} path
 * @returns {Promise<string[]>}
 */
async function filesBelow(path) {
  const info = await stat(path).catch(() => undefined)
  if (!info) return []
  if (info.isFile()) return [path]
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
}

/**
 * Whether the stamp file says that the last success had this fingerprint.
 *
 * @param {string} stampFile
 * @param {string} print
 */
export async function isStamped(stampFile, print) {
  const known = await readFile(stampFile, 'utf8').catch(() => '')
  return known === print
}

/**
 * @param {string} stampFile
 * @param {string} print
 */
export async function stamp(stampFile, print) {
  await mkdir(dirname(stampFile), { recursive: true })
  await writeFile(stampFile, print)
}
