/** A file's name from an article's title. Pure. */

/** Windows opens a device under these names, whatever the extension. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

/** A name for the file that every system takes; at most 80 characters without the extension. */
export function fileNameOf(title: string, extension: string): string {
  const plain = title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const short = [...plain]
    .slice(0, 80)
    .join('')
    .replace(/^\.+|[. ]+$/g, '')
  return `${DEVICES.test(short) ? `${short}_` : short || 'Article'}.${extension}`
}
