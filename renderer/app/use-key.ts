/** The key of a command as tooltips show it; undefined where the reader took it away. */
import type { CommandName } from './commands'
import { shownKey } from './key-map'
import { useApp } from './window-context'

export function useKey(command: CommandName): string | undefined {
  return useApp((state) => shownKey(command, state.settings.keys))
}
