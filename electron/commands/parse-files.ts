/** `offprint parse FILE...`. */
import type { FileCommand } from './file-command'

export const parseFiles: FileCommand = ({ file }) => [
  { file, ok: false, error: { code: 'not_supported', message: 'This command is not built yet.' } },
]
