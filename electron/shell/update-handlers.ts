/** The requests about newer versions of the program. */
import type { Handlers, UpdateRequest } from './engine-facade'
import type { Updates } from './updates'

export function updateHandlers(updates: Updates): Handlers<UpdateRequest> {
  return {
    'updates.state': () => updates.state,
    'updates.check': () => updates.check(),
    'updates.fetch': () => updates.fetch(),
    'updates.cancel': () => updates.cancel(),
    'updates.install': () => updates.install(),
  }
}
