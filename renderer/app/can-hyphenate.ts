/** Whether this program can part words. Chromium has no dictionaries of its own: it uses the system's on macOS, and elsewhere fetches them from a server of its maker's, which Offprint does not allow. */

let known: boolean | null = null

/** Measured once, by a word that is too long for its line. */
export function canHyphenate(document: Document): boolean {
  if (known !== null) return known
  const line = document.createElement('p')
  line.lang = 'en-US'
  line.textContent = 'internationalization'
  const { style } = line
  style.position = 'absolute'
  style.visibility = 'hidden'
  style.inlineSize = '5em'
  style.setProperty('hyphens', 'manual')
  document.body.append(line)
  const whole = line.offsetHeight
  style.setProperty('hyphens', 'auto')
  known = line.offsetHeight > whole
  line.remove()
  return known
}
