/** What of a text must differ for a reader to call it changed: not typography, clocks, counters or "last updated" lines. Pure. */

/** Two texts with the same comparable text say the same. */
export function comparableText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[‐-―−]/g, '-')
    .replace(/\b\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?/g, '0:00')
    .replace(
      /\b\d[\d.,]*k?\s+(?:comments?|shares?|views?|likes?|min(?:ute)?s?|hours?|days?|seconds?)(?:\s+ago)?\b/g,
      '0 counted',
    )
    .replace(/^(?:last )?(?:updated|modified|published|posted)\b[^\n]{0,60}$/gm, '')
    .replace(/\s+/g, ' ')
    .trim()
}
