/** Format 1: the founding layout. Nothing is older, so it only makes the folders. */
import * as path from 'node:path'
import type { Migration } from '../migrate'

const FOLDERS = ['articles', 'statuses', 'bodies', 'media', 'journal', 'tombstones']

export const firstLayout: Migration = {
  to: 1,
  touches: [],
  run: async ({ disk, folder }) => {
    for (const name of FOLDERS) await disk.makeFolder(path.join(folder, name))
  },
}
