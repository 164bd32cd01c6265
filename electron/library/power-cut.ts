/**
 * After the machine went down with the library open: bodies and pictures are written without fsync, so those of the last minutes
 * may be empty or cut. What is shown as ready must be ready, so they are checked before anything is shown.
 */
import type { ArticleId } from '../../contract/article-id'
import { fetchAgain } from './fetch-again'
import type { LibraryParts } from './library-parts'

// Kernels write dirty pages within half a minute, journals commit within seconds; ten minutes leave room for slow disks.
const UNSURE_MS = 10 * 60_000

/** `lastSign` is the last moment at which the library is known to have been open, in milliseconds. */
export async function checkAfterPowerCut(parts: LibraryParts, lastSign: number): Promise<void> {
  const { bodies, media, files } = parts
  const since = lastSign - UNSURE_MS
  const isRecent = (file: string): boolean => (files.disk.facts(file)?.modified ?? 0) >= since
  const here = new Set(await bodies.list())
  const lost = missingTexts(parts, here)
  for (const articleId of here)
    if (isRecent(bodies.fileOf(articleId)) && (await bodies.check(articleId)) !== 'ok') lost.push(articleId)
  let pictures = 0
  for (const name of await media.list()) {
    if (!isRecent(media.pathOf(name)) || (await media.isWhole(name))) continue
    await media.remove(name)
    pictures++
  }
  const unpainted =
    pictures === 0
      ? []
      : [...here].filter((id) => !bodies.references(id).media.every((name) => media.has(name)))
  await fetchAgain(parts, lost, 'text', 'The text was lost when the computer went down.')
  await fetchAgain(parts, unpainted, 'pictures', 'A picture was lost when the computer went down.')
  for (const articleId of lost) await bodies.remove(articleId)
  if (lost.length + pictures > 0)
    files.notice({
      file: 'bodies',
      message: `The computer went down while the library was open: ${String(lost.length)} texts and ${String(pictures)} pictures of the last minutes were lost and will be fetched again.`,
    })
}

/** Articles whose record says that their text is here, while it is not. */
function missingTexts({ catalogue, articles }: LibraryParts, here: ReadonlySet<ArticleId>): ArticleId[] {
  const missing: ArticleId[] = []
  for (let row = 0; row < catalogue.size; row++) {
    const articleId = catalogue.ids.idOf(row)
    if (here.has(articleId) || catalogue.find(articleId) < 0) continue
    const text = articles.read(row)?.readiness.text ?? 'none'
    if (text !== 'none') missing.push(articleId)
  }
  return missing
}
