/**
 * Puts soft hyphens into the body that is about to be shown. The text and its offsets stay as they are: the runs leave the new
 * characters out, so that highlights, key points and what is found stand where they stood.
 */
import type { BodyText, TextRun } from '../../contract/body-text'
import { SOFT_HYPHEN, type Hyphens } from '../../contract/hyphens'

/** The style sheet parts no words in these either. */
const WHOLE = 'h1, h2, h3, h4, h5, h6, figcaption, table, pre, code, kbd, samp, .absent-image'

/** @param language of the article; the runs come back as they stand afterwards */
export function partWords(
  { text, runs }: BodyText,
  { length, places }: Hyphens,
  language: string | null,
): readonly TextRun[] {
  // Found in an earlier text.
  if (length !== text.length) return runs
  const parted: TextRun[] = []
  let next = 0
  for (let at = 0; at < runs.length;) {
    const node = runs[at]?.node as Text
    const own: TextRun[] = []
    for (; runs[at]?.node === node; at++) own.push(...runs.slice(at, at + 1))
    const last = own.at(-1)
    const end = last ? last.start + last.to - last.from : 0
    const from = next
    while ((places[next] ?? Infinity) < end) next++
    if (mayBeParted(node, language)) parted.push(...partNode(node, own, places.slice(from, next)))
    else parted.push(...own)
  }
  return parted
}

function mayBeParted(node: Text, language: string | null): boolean {
  const element = node.parentElement
  if (!element || element.closest(WHOLE)) return false
  const own = element.closest<HTMLElement>('[lang]')?.lang
  return own === undefined || primary(own) === primary(language ?? '')
}

function primary(language: string): string {
  return language.toLowerCase().split('-')[0] ?? ''
}

/** @param places offsets into the text, all of them in this node */
function partNode(node: Text, runs: readonly TextRun[], places: readonly number[]): readonly TextRun[] {
  const { data } = node
  const parted: TextRun[] = []
  let value = ''
  let copied = 0
  for (const run of runs) {
    let { from, start } = run
    for (const place of [...places, run.start + run.to - run.from]) {
      const end = run.from + place - run.start
      if (end <= from || end > run.to) continue
      // As far as it stands in the new value.
      const shift = value.length - copied
      parted.push({ node, from: from + shift, to: end + shift, start })
      start += end - from
      from = end
      if (end === run.to) continue
      value += data.slice(copied, end) + SOFT_HYPHEN
      copied = end
    }
  }
  if (copied > 0) node.data = value + data.slice(copied)
  return parted
}
