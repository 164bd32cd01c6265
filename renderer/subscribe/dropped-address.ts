/** Reads the address out of what was dropped: a link of a browser or an address selected as text. Pure. */

/** null when there is no web address in it. `read` gives the dropped data of a type, empty when there is none. */
export function droppedAddress(read: (type: string) => string): string | null {
  // Lines that begin with # are comments (RFC 2483, section 5).
  const links = read('text/uri-list')
    .split(/\r?\n/)
    .filter((line) => !line.startsWith('#'))
  const candidates = [...links, read('text/plain').trim()]
  return candidates.map((text) => text.trim()).find(isWebAddress) ?? null
}

function isWebAddress(text: string): boolean {
  // A host at least; whether the address can be read is for the dialog that shows it to say.
  return /^(?:https?|feed):\/\/[^\s/]\S*$/i.test(text)
}
