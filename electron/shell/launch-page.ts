/** Writes what the window can draw at once into its own page: a question of its own would be one more turn between two processes. */
import { isSameQuery, type ArticleQuery } from '../../contract/article-query'
import { LAUNCH_SNAPSHOT_ID, type LaunchSnapshot } from '../../contract/launch-snapshot'
import { readLaunchSnapshot } from '../library/launch-snapshot'
import type { AppPlaces } from './app-places'

const END = '</body>'
/** Of one language; what the system speaks is named by a longer word. */
const TAG = /^[a-z]{2}$/

/**
 * Names the language of the reader's choice as well, for words are fixed once a page is open. `page` is the window's page in UTF-8; it comes
 * back as it is where there is no snapshot.
 */
export function launchPage(page: Buffer, snapshot: LaunchSnapshot | null): Buffer {
  if (snapshot === null) return page
  // Titles come from strangers: without a `<` nothing in them can end the element. It is data, which no policy lets run.
  const json = JSON.stringify(snapshot).replaceAll('<', '\\u003c')
  const element = `<script type="application/json" id="${LAUNCH_SNAPSHOT_ID}">${json}</script>`
  const { language } = snapshot.settings
  const html = page.toString().replace(END, () => element + END)
  return Buffer.from(TAG.test(language) ? html.replace('<html', `<html data-language="${language}"`) : html)
}

/** The snapshot of the last run as long as it is of any use: when it shows what this start is going to ask for, and until that is answered. */
export function snapshotOnce(
  { libraryFolder }: AppPlaces,
  version: string,
  wanted: { readonly query: ArticleQuery; readonly until: Promise<void> },
): () => LaunchSnapshot | null {
  const kept = readLaunchSnapshot(libraryFolder, version)
  let snapshot = kept && isSameQuery(kept.query, wanted.query) ? kept : null
  void wanted.until.then(() => {
    snapshot = null
  })
  return () => snapshot
}
