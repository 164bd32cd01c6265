/** Feeds whose articles are not all here after a damage: the next sync must get them anew, and the reader hears what is missing. */
import { feedFileName } from './feed-file-name'
import { asLibraryError } from './library-error'
import type { LibraryParts } from './library-parts'

/** Before the journal is read; durable when it resolves. */
export async function fetchLost(parts: LibraryParts): Promise<void> {
  const { files, feeds, articles, statuses, syncStates } = parts
  try {
    const gone: string[] = []
    for (const { feedId } of feeds.all()) {
      if (articles.isWhole(feedId)) continue
      // Else the feed's server would answer "not modified", and its items would not be looked at.
      syncStates.forgetValidators(feedId)
      if (!articles.isThere(feedId) && statuses.waits(feedId)) gone.push(feedId)
    }
    await syncStates.flush()
    for (const feedId of gone) {
      if (!articles.wasRead(feedId)) tellGone(parts, feedId)
      // An empty file, so that it is told once.
      await articles.save(feedId, [])
    }
  } catch (error) {
    // Nothing is lost by it: the next start looks again.
    const { message } = asLibraryError(error, 'noting what has to be fetched again')
    files.notice({ file: 'sync-states.json', message })
  }
}

/** Marks of articles are here and not one of the articles: file and copy were taken away. */
function tellGone({ files }: LibraryParts, feedId: string): void {
  const file = `articles/${feedFileName(feedId)}.json`
  files.notice({
    file,
    message: `${file} was missing and no copy of it was left: the articles come back with the next sync as far as their feed still has them, with their marks and highlights.`,
  })
}
