/** `offprint related FILE...`. */
import type { FileCommand } from './file-command'

export const relatedFiles: FileCommand = ({ file }) => [
  { file, ok: false, error: { code: 'not_supported', message: 'This command is not built yet.' } },
]
