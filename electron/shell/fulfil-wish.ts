/** Does what the desktop asked for. Nothing is subscribed without the reader's word: any web page can open a feed: address. */
import { basename } from 'node:path'
import { appErrorOf } from '../app-failure'
import type { EngineFacade, Tell } from './engine-facade'
import type { FileDialogs } from './file-dialogs'
import type { Log } from './log-file'
import type { OpenWish } from './open-address'
import { readOpmlFile } from './read-opml-file'

export interface WishOptions {
  readonly engine: Pick<EngineFacade, 'importOpml' | 'feeds'>
  /** Starts a sync of these feeds, of all when none is named, as if the reader had pressed the button. */
  readonly sync: (feedIds?: readonly string[]) => void
  readonly openWindow: () => void
  readonly dialogs: Pick<FileDialogs, 'confirm'>
  readonly tell: Tell
  readonly log: Log
}

/** Never rejects; what went wrong with a file is told in the window. */
export async function fulfilWish(wish: OpenWish, options: WishOptions): Promise<void> {
  const { tell } = options
  if (wish.kind === 'sync') options.sync()
  else if (wish.kind === 'window') options.openWindow()
  else if (wish.kind === 'feed') tell('feeds.offer', { address: wish.address })
  else if (wish.kind === 'article') tell('articles.open', { articleId: wish.articleId })
  else {
    try {
      tell('library.notice', { message: await importFile(wish.file, options) })
    } catch (error) {
      const { message } = appErrorOf(error)
      options.log.warn('opened file failed', { detail: message })
      tell('library.notice', {
        message: `${basename(wish.file)} could not be read: ${message}`,
        problem: true,
      })
    }
  }
}

async function importFile(file: string, { engine, dialogs, tell, sync }: WishOptions): Promise<string> {
  const name = basename(file)
  const bytes = await readOpmlFile(file)
  const wanted = await dialogs.confirm(
    `Add the feeds of “${name}”?`,
    'Feeds you already have stay as they are. You can remove any of them later.',
    'Add feeds',
  )
  if (!wanted) return `Nothing was added from ${name}.`
  const { added, known } = await engine.importOpml(bytes)
  if (added > 0) {
    tell('library.changed', { feedIds: [] })
    sync(neverSynced(engine))
  }
  return `${String(added)} feeds were added from ${name}; ${String(known)} were there already.`
}

/** What was imported brings its articles at once. */
function neverSynced(engine: WishOptions['engine']): readonly string[] {
  return engine
    .feeds()
    .flatMap((feed) => (feed.lastSync === null && !feed.choices.paused ? [feed.feedId] : []))
}
