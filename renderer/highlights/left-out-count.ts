/** How many highlights an import left out because their articles are not here. */
import type { HighlightImport } from '../../contract/highlight'

export function leftOutCount({ missing }: HighlightImport): number {
  return missing.reduce((sum, { highlights }) => sum + highlights, 0)
}
