/**
 * The first rows of the list a window showed last, in one derived file: read before the library is open, so that a start draws them at
 * once. The file may be lost, old or damaged without harm; it lies in the library, so that nothing of it is left where that is removed.
 */
import { lstatSync, readFileSync } from 'node:fs'
import * as path from 'node:path'
import type { LaunchSnapshot } from '../../contract/launch-snapshot'
import { diskCode } from './disk'
import { checkOf, isObject, parseJson } from './file-text'
import type { LibraryFiles } from './json-file'

const FILE = ['index', 'launch.json']
/** Far more than forty rows are; a larger file is none of ours. */
const MOST_BYTES = 4 * 1024 * 1024
const LINE_END = 10

/**
 * Null where there is none that is whole and of this very version of the program, whose window draws it unchecked.
 *
 * @param folder the library's
 */
export function readLaunchSnapshot(folder: string, version: string): LaunchSnapshot | null {
  const bytes = readSmall(path.join(folder, ...FILE))
  const end = bytes?.indexOf(LINE_END) ?? -1
  if (!bytes || end < 0) return null
  const head = parseJson(bytes.subarray(0, end))
  const data = bytes.subarray(end + 1)
  if (!isObject(head) || head['version'] !== version || head['check'] !== checkOf(data)) return null
  return parseJson(data) as LaunchSnapshot
}

/** Null takes it away. Never rejects for the disk's sake: without the file a start waits for the library. */
export async function keepLaunchSnapshot(
  files: LibraryFiles,
  version: string,
  snapshot: LaunchSnapshot | null,
): Promise<void> {
  if (files.readOnly || files.fence.closed) return
  const file = path.join(files.folder, ...FILE)
  try {
    if (snapshot === null) {
      await files.disk.remove(file)
      return
    }
    const data = JSON.stringify(snapshot)
    const head = JSON.stringify({ version, check: checkOf(data) })
    await files.disk.makeFolder(path.dirname(file))
    await files.disk.write(`${file}.tmp`, Buffer.from(`${head}\n${data}`), false)
    await files.disk.rename(`${file}.tmp`, file)
  } catch (error) {
    if (diskCode(error) === '') throw error
  }
}

function readSmall(file: string): Buffer | null {
  try {
    const facts = lstatSync(file)
    return facts.isFile() && facts.size <= MOST_BYTES ? readFileSync(file) : null
  } catch {
    // A first start, or an index that was removed.
    return null
  }
}
