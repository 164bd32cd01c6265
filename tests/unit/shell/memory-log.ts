/** A log that keeps its lines, for tests. */
import type { Log, LogFields } from '../../../electron/shell/log-file'

export function memoryLog(): Log & { readonly lines: Record<string, unknown>[] } {
  const lines: Record<string, unknown>[] = []
  const keep =
    (level: string) =>
    (message: string, fields: LogFields = {}): void => {
      lines.push({ level, message, ...fields })
    }
  return { lines, info: keep('info'), warn: keep('warn'), error: keep('error') }
}
