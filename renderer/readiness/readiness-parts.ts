/** The lines of the readiness panel, out of what was found on the disk. Pure. */
import type { ReadinessCheck, ReadinessPart } from '../../contract/readiness'
import { wording } from '../text/wording'

export interface PartLine {
  readonly name: string
  readonly words: string
  /** 0 for nothing to tell. */
  readonly bytes: number
  /** Something of it is not on this disk. */
  readonly lacks: boolean
}

export function readinessParts(check: ReadinessCheck): readonly PartLine[] {
  const { readiness } = wording
  const { source, words, textBytes, pictures, related, comments } = check
  return [
    {
      name: readiness.text,
      words: source === 'none' ? readiness.noText : readiness.textFrom[source](words),
      bytes: textBytes,
      lacks: source === 'none',
    },
    counted(readiness.pictures, pictures),
    counted(readiness.related, related),
    {
      name: readiness.comments,
      words: readiness.commentStates[comments.state](comments.here),
      bytes: 0,
      lacks: comments.state === 'missing',
    },
    {
      name: readiness.size,
      words: '',
      bytes: textBytes + pictures.bytes + related.bytes,
      lacks: false,
    },
  ]
}

function counted(name: string, { here, all, bytes }: ReadinessPart): PartLine {
  const words = all === 0 ? wording.readiness.none : wording.readiness.of(here, all)
  return { name, words, bytes, lacks: here < all }
}
