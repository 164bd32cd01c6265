/** `offprint opml FILE...`. */
import type { FileCommand } from './file-command'

export const opmlFiles: FileCommand = ({ file }) => [
  { file, ok: false, error: { code: 'not_supported', message: 'This command is not built yet.' } },
]
