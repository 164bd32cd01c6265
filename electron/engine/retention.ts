/** Keeps the library within the reader's limits: says what would go, lets it go by hand and after syncs, and collects what nothing needs. */
import type { KeepLimits, PurgePreview, PurgeReport } from '../../contract/library'
import type { ArticleId } from '../../contract/article-id'
import type { PlannedPurge, RetentionLimits, RetentionPolicy } from '../library/budget'
import type { LibraryStore } from '../library/library-store'

export interface RetentionTools {
  readonly now: () => Date
  /** Takes articles out of the index; resolves when its file has shrunk. */
  readonly forget: (articleIds: readonly ArticleId[]) => Promise<void>
}

const DAY_MS = 24 * 60 * 60 * 1000
export const MEGABYTE = 1_000_000

export class Retention {
  constructor(
    private readonly library: LibraryStore,
    private readonly tools: RetentionTools,
  ) {}

  /** Bytes the library may take; null for no limit. */
  get budget(): number | null {
    const { budgetMb } = this.library.settings()
    return budgetMb === 0 ? null : budgetMb * MEGABYTE
  }

  /** What would go if these were the limits; feeds with limits of their own keep them. */
  async preview(limits: KeepLimits): Promise<PurgePreview> {
    const plan = await this.library.upkeep.previewPurge(this.policy(limits))
    const why = { age: 0, count: 0, size: 0 }
    for (const each of plan) why[each.why]++
    return {
      articles: plan.length,
      bytes: plan.reduce((sum, { bytes }) => sum + bytes, 0),
      feeds: new Set(plan.map(({ feedId }) => feedId)).size,
      why,
    }
  }

  /** Lets go of what is over the limits of the settings; no sync may run beside it. */
  async apply(): Promise<PurgeReport> {
    const before = await this.library.upkeep.usage()
    const plan = await this.library.upkeep.previewPurge(this.policy(this.library.settings()))
    const { purged } = plan.length > 0 ? await this.purge(plan) : { purged: [] }
    const usage = await this.library.upkeep.usage()
    return { articles: purged.length, bytes: before.total - usage.total, usage }
  }

  /** The same once a day, and collects what nothing needs. Null when it was done within the last day. */
  async daily(): Promise<PurgeReport | null> {
    const { upkeep, readOnly } = this.library
    const { now } = this.tools
    // A clock that was set back must not put this off for years.
    const since = now().getTime() - (upkeep.lastCollected() ?? 0)
    if (readOnly || (since > -DAY_MS && since < DAY_MS)) return null
    await this.tools.forget(await upkeep.purgeDeleted())
    const report = await this.apply()
    // A purge collects by itself.
    if (report.articles === 0) await upkeep.collect()
    await upkeep.noteCollected(now())
    return report
  }

  private async purge(plan: readonly PlannedPurge[]): Promise<{ readonly purged: readonly ArticleId[] }> {
    const done = await this.library.upkeep.purge(plan)
    await this.tools.forget(done.purged)
    return done
  }

  private policy({ keepDays, keepArticles, budgetMb }: KeepLimits): RetentionPolicy {
    const feeds: Record<string, RetentionLimits> = {}
    for (const feed of this.library.feeds())
      if (feed.keepDays !== null || feed.keepArticles !== null)
        feeds[feed.feedId] = limitsOf(feed.keepDays ?? keepDays, feed.keepArticles ?? keepArticles)
    const bytes = budgetMb === 0 ? null : budgetMb * MEGABYTE
    return { ...limitsOf(keepDays, keepArticles), bytes, feeds }
  }
}

function limitsOf(keepDays: number, keepArticles: number): RetentionLimits {
  return { days: keepDays || null, articlesPerFeed: keepArticles || null }
}
