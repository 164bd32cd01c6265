/** `offprint charset FILE...`. */
import type { FileCommand } from './file-command'

export const charsetFiles: FileCommand = ({ file }) => [
  { file, ok: false, error: { code: 'not_supported', message: 'This command is not built yet.' } },
]
