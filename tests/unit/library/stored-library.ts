/** A small library with one of everything, as `tests/fixtures/libraries/` holds it in every format that ever was. */
import type { LibraryStore } from '../../../electron/library/library-store'
import {
  NOON,
  sampleArticle,
  sampleArticles,
  sampleBody,
  sampleFeed,
  sampleHighlight,
  sampleSyncState,
} from './sample-library'

export const STARRED = sampleArticle('harbour', 1).articleId
export const PURGED = sampleArticle('market', 0).articleId
const PICTURE = Buffer.from('the bytes of a picture')

/** The last marks are left in the journal, as a kill leaves them. */
export async function fillStoredLibrary(library: LibraryStore): Promise<void> {
  await library.addFeed(sampleFeed('harbour', { folder: ['Town', 'Water'], ownTitle: 'My harbour' }))
  await library.addFeed(sampleFeed('market'))
  const media = await library.saveMedia(PICTURE, 'png')
  await library.changeFeed('market', { icon: media, keepDays: 30 })
  for (const { articleId } of [...sampleArticles('harbour', 4), ...sampleArticles('market', 3)])
    await library.saveBody(sampleBody(articleId))
  await library.saveBody(
    sampleBody(STARRED, { media: [{ url: 'https://harbour.example/p.png', media, why: null }] }),
  )
  await library.saveArticles('harbour', sampleArticles('harbour', 4))
  await library.saveArticles('market', sampleArticles('market', 3))
  await library.saveSyncState(sampleSyncState('harbour'))
  await library.syncLedger.add(
    [
      {
        feedId: 'harbour',
        at: NOON.toISOString(),
        code: 'ok',
        status: 200,
        reason: 'It changed.',
        nextDue: null,
      },
    ],
    () => true,
  )
  await library.setStatus([STARRED], { starred: true, read: true })
  await library.saveHighlight(sampleHighlight('first', STARRED, { note: 'a note of mine' }))
  await library.changeSettings({ theme: 'sepia', textSize: 21 })
  await library.saveRules([
    {
      ruleId: 'r1',
      enabled: true,
      conditions: [{ field: 'title', value: 'football', not: false }],
      actions: ['mute'],
    },
  ])
  const { stories } = library.desk
  stories.data = { apart: [STARRED], members: [] }
  await stories.save()
  await library.upkeep.purge([{ articleId: PURGED, feedId: 'market', why: 'age', bytes: 0 }])
  await library.setStatus([sampleArticle('market', 1).articleId], { saved: true })
  await library.saveHighlight(sampleHighlight('second', sampleArticle('market', 2).articleId))
}

/** Everything of it, in a shape that does not depend on the format. */
export async function contentOf(library: LibraryStore): Promise<unknown> {
  const articles = ['harbour', 'market'].flatMap((feed) => library.articlesOf(feed))
  return {
    feeds: library.feeds(),
    articles,
    statuses: articles.map(({ articleId }) => library.status(articleId)),
    texts: await Promise.all(articles.map(({ articleId }) => library.body(articleId))),
    picture: library.hasMedia(library.feed('market')?.icon ?? ''),
    highlights: library.highlights(),
    settings: library.settings(),
    rules: library.rules(),
    apart: library.desk.stories.data.apart,
    purged: library.isPurged('market', PURGED),
    syncState: library.syncState('harbour'),
    decisions: await library.syncLedger.of('harbour'),
  }
}
