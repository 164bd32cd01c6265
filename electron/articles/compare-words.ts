/** Sets the words of two paragraphs beside each other, for counting or for reading. Pure. */
import { diffArrays } from 'diff'
import type { ChangeRun } from '../../contract/version'

/** Longer paragraphs are set one under the other: a comparison grows with the number of differences. */
const MOST_TOKENS = 20_000
const MOST_EDITS = 2000

/** Scripts that part no words are compared letter by letter. */
const TOKENS =
  /[^\S\n]+|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]\p{M}*|[\p{L}\p{N}\p{M}'’_-]+?(?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])|[\p{L}\p{N}\p{M}'’_-]+|\n+|[^\s\p{L}\p{N}\p{M}]/gu

/** Words a reader would not take for a reason to stop between two changes. */
const SHORT = /^[^\p{L}\p{N}]*[\p{L}\p{N}]{0,3}[^\p{L}\p{N}]*$/u

export function compareWords(before: string, after: string): readonly ChangeRun[] {
  const [left, right] = [before.match(TOKENS) ?? [], after.match(TOKENS) ?? []]
  const changes =
    left.length + right.length > MOST_TOKENS
      ? undefined
      : diffArrays(left, right, { maxEditLength: MOST_EDITS })
  if (!changes) return inOrder(before, after)
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }))
}

/** The same runs for reading: changes that only a short word parts are one, what was removed before what came for it. */
export function readableRuns(runs: readonly ChangeRun[]): readonly ChangeRun[] {
  const readable: ChangeRun[] = []
  let removed = ''
  let added = ''
  runs.forEach(({ kind, text }, at) => {
    const isIsland = at > 0 && at < runs.length - 1 && kind === 'same' && SHORT.test(text)
    if (kind === 'same' && !isIsland) {
      readable.push(...tight(removed, added), { kind, text })
      removed = added = ''
      return
    }
    if (kind !== 'added') removed += text
    if (kind !== 'removed') added += text
  })
  return joined([...readable, ...tight(removed, added)])
}

/** White space that both sides end with is no part of the change. */
function tight(removed: string, added: string): ChangeRun[] {
  const spaces = removed.slice(removed.trimEnd().length)
  if (spaces === '' || added === '' || !added.endsWith(spaces)) return inOrder(removed, added)
  const without = (text: string): string => text.slice(0, text.length - spaces.length)
  return [...inOrder(without(removed), without(added)), { kind: 'same', text: spaces }]
}

function joined(runs: readonly ChangeRun[]): readonly ChangeRun[] {
  const whole: ChangeRun[] = []
  for (const run of runs) {
    const last = whole.at(-1)
    if (last?.kind === run.kind) whole[whole.length - 1] = { ...run, text: last.text + run.text }
    else whole.push(run)
  }
  return whole
}

function inOrder(removed: string, added: string): ChangeRun[] {
  const runs: ChangeRun[] = [
    { kind: 'removed', text: removed },
    { kind: 'added', text: added },
  ]
  return runs.filter(({ text }) => text !== '')
}
