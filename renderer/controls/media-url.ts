/** The address under which the window reads a stored picture; served by the main process from the library. */

const NAME = /^[0-9a-f]{64}\.[a-z0-9]{2,5}$/

/** null for anything that is not the name of a stored picture. */
export function mediaUrl(name: string | null): string | null {
  return name !== null && NAME.test(name) ? `media://library/${name}` : null
}
