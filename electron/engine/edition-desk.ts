/** Makes editions, when the reader asks and, if he wishes it, after the first sync of a run. An edition is kept until the next one is made. */
import type { EditionProgress } from '../../contract/edition'
import type { Settings } from '../../contract/settings'
import { LibraryError } from '../library/library-error'
import type { LibraryStore } from '../library/library-store'
import { chooseEdition, type EditionCandidate, type EditionSize } from './choose-edition'
import { WORDS_PER_MINUTE } from './article-row'
import type { ChangeTeller } from './change-teller'
import type { StoryBook } from './story-book'

/** The newest unread ones that are looked at: each is a line read from the disk. */
const MOST_CANDIDATES = 400
const READ_AT_ONCE = 25
/** An edition that was left unread gives way to a new one after this. */
const OLD_MS = 12 * 60 * 60 * 1000
/** An edition made by hand, where none is wished at the start, is of ten articles. */
const SIZES: Readonly<Record<Settings['edition'], EditionSize>> = {
  off: { articles: 10 },
  '10-articles': { articles: 10 },
  '20-articles': { articles: 20 },
  '15-minutes': { minutes: 15 },
  '30-minutes': { minutes: 30 },
}

export class EditionDesk {
  private synced = false

  constructor(
    private readonly library: LibraryStore,
    private readonly now: () => Date,
    private readonly stories: Pick<StoryBook, 'numberOf'>,
    private readonly changes: Pick<ChangeTeller, 'changed'>,
  ) {}

  /** Null, and the last edition stays, when nothing unread is ready. Durable when it resolves. */
  async make(): Promise<EditionProgress | null> {
    const { library, now } = this
    const articleIds = chooseEdition(await this.candidates(), SIZES[library.settings().edition])
    if (articleIds.length === 0) return null
    await library.upkeep.restored
    const file = library.desk.edition
    const before = file.data
    file.data = { made: now().toISOString(), articleIds }
    try {
      await file.save()
    } catch (error) {
      file.data = before
      throw error
    }
    this.changes.changed([])
    return library.counts(now()).edition
  }

  /** After the first sync of a run: makes an edition if the reader wishes them and has none left to read. Rejects for no trouble with the disk. */
  async makeAfterSync(): Promise<void> {
    if (this.synced || this.library.settings().edition === 'off') return
    this.synced = true
    try {
      if (this.isDue()) await this.make()
    } catch (error) {
      // The sync itself stored its articles; the edition of before stays, and the next run tries again.
      if (!(error instanceof LibraryError)) throw error
    }
  }

  private isDue(): boolean {
    const { library, now } = this
    const { edition } = library.counts(now())
    if (edition === null || edition.read === edition.total) return true
    // A clock that was set back must not keep an edition for ever.
    return Math.abs(now().getTime() - Date.parse(edition.made)) > OLD_MS
  }

  private async candidates(): Promise<readonly EditionCandidate[]> {
    const { library, stories } = this
    const candidates: EditionCandidate[] = []
    for (const [at, articleId] of library.newestToRead(MOST_CANDIDATES).entries()) {
      if (at % READ_AT_ONCE === READ_AT_ONCE - 1) await new Promise((resolve) => setImmediate(resolve))
      const record = library.article(articleId)
      if (!record) continue
      const minutes = Math.max(1, Math.round(record.words / WORDS_PER_MINUTE))
      const published = Date.parse(record.published ?? record.arrived)
      candidates.push({
        articleId,
        feedId: record.feedId,
        story: stories.numberOf(articleId),
        minutes,
        published,
      })
    }
    return candidates
  }
}
