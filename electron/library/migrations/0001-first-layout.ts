/** Format 1: the founding layout. Nothing is older, so an empty folder only gets its number. */
import type { Migration } from '../migrate'

export const firstLayout: Migration = {
  to: 1,
  touches: [],
  run: () => Promise.resolve(),
}
