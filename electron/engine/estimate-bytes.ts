/** About how many bytes completing some articles will bring onto the disk, judged by articles that are complete. Pure. */
import type { ArticleRecord } from '../library/records'

export interface CompleteArticle {
  readonly textBytes: number
  /** Bytes of each of its pictures. */
  readonly pictures: readonly number[]
}

/** For a library that has nothing complete yet: a usual news article. */
const USUAL_TEXT = 16_000
const USUAL_PICTURE = 120_000
const USUAL_PICTURES = 2

export function estimateBytes(
  incomplete: readonly Pick<ArticleRecord, 'pending' | 'readiness'>[],
  complete: readonly CompleteArticle[],
): number {
  const sizes = complete.flatMap(({ pictures }) => pictures)
  const picture = meanOf(sizes) ?? USUAL_PICTURE
  const text = meanOf(complete.map(({ textBytes }) => textBytes)) ?? USUAL_TEXT
  const pictures = complete.length === 0 ? USUAL_PICTURES : sizes.length / complete.length
  const article = text + pictures * picture
  let bytes = 0
  for (const { pending, readiness } of incomplete) {
    const { images, related } = readiness
    // How many pictures a page has is known only when it is here.
    const unseen = readiness.text === 'none' || (pending && images[1] === 0)
    bytes += unseen ? article : (images[1] - images[0]) * picture
    bytes += Math.max(0, related[1] - related[0]) * article
  }
  return Math.round(bytes)
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}
