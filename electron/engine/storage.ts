/** What the reader can do with the library as a whole: see its size, keep it within limits, back it up, restore it, copy it away, check it. */
import type { Events } from '../../contract/bridge'
import type { KeepLimits, LibraryUsage, PurgePreview, PurgeReport } from '../../contract/library'
import type { WorkName } from '../../contract/work'
import type { LibraryProblem } from '../library/doctor'
import type { LibraryStore } from '../library/library-store'
import { copyLibrary } from '../library/copy-library'
import { LibraryError } from '../library/library-error'
import type { LongWorks, Steps } from './long-works'
import { Retention, type RetentionTools } from './retention'

export interface StorageTools extends RetentionTools {
  /** Does something between two syncs: a sync must not store what is being let go. */
  readonly apart: <T>(work: () => Promise<T>) => Promise<T>
  readonly tell: (name: 'library.notice', fact: Events['library.notice']) => void
  readonly works: Pick<LongWorks, 'run'>
  /** Everything may be another now: lists, settings, feeds. Resolves when the index is up to date with them. */
  readonly replaced: () => Promise<void>
}

export interface DoctorReport {
  readonly ok: boolean
  readonly problems: readonly LibraryProblem[]
  readonly bytes: Readonly<Record<'articles' | 'bodies' | 'media' | 'index', number>>
  /** Bytes the library may take; null for no limit. */
  readonly budget: number | null
}

export class Storage {
  private readonly retention: Retention
  private daily: Promise<void> = Promise.resolve()
  private closing = false

  constructor(
    private readonly library: LibraryStore,
    private readonly tools: StorageTools,
  ) {
    this.retention = new Retention(library, tools)
  }

  usage(): Promise<LibraryUsage> {
    return this.library.upkeep.usage()
  }

  previewPurge(limits: KeepLimits): Promise<PurgePreview> {
    return this.retention.preview(limits)
  }

  /** Lets go of what is over the limits of the settings. */
  async purge(): Promise<PurgeReport> {
    const report = await this.tools.apart(() => this.retention.apply())
    if (report.articles > 0) this.replaced()
    return report
  }

  /** In the background after a sync, once a day; `settled` waits for it. */
  afterSync(): void {
    this.daily = this.daily
      .then(() => this.tools.apart(() => (this.closing ? Promise.resolve(null) : this.retention.daily())))
      .then((report) => {
        if (report && report.articles > 0) this.replaced()
      })
      .catch((error: unknown) => {
        this.complain('Old articles could not be removed', error)
      })
  }

  /** Resolves when what `afterSync` began has ended. */
  settled(): Promise<void> {
    return this.daily
  }

  /** What has not begun yet is left for another day. */
  stop(): void {
    this.closing = true
  }

  /** Writes the whole library into one file while the app runs. */
  backup(file: string): Promise<{ readonly bytes: number }> {
    return this.telling('backup', (progress) => this.library.upkeep.backup(file, progress))
  }

  /** Puts a backup in the place of everything; what was here is kept beside it. Ended while it is unpacked, nothing has changed. */
  async restore(file: string): Promise<{ readonly articles: number; readonly feeds: number }> {
    const restored = await this.telling('restore', (progress) =>
      this.tools.apart(() => this.library.upkeep.restore(file, progress)),
    )
    this.replaced()
    return restored
  }

  /**
   * Copies the library to an empty folder while it is open. What changes meanwhile is missing from the copy: once the engine
   * is closed, `copyLibrary` brings it up to date.
   */
  copyTo(target: string): Promise<void> {
    const { folder } = this.library
    return this.telling('move', (progress) => this.tools.apart(() => copyLibrary(folder, target, progress)))
  }

  async doctor(repair: boolean): Promise<DoctorReport> {
    const { ok, problems, bytes } = await this.library.upkeep.doctor({ repair })
    const { articles, bodies, media, index } = bytes
    return { ok, problems, bytes: { articles, bodies, media, index }, budget: this.retention.budget }
  }

  private replaced(): void {
    this.tools.replaced().catch((error: unknown) => {
      this.complain('The search index could not be brought up to date', error)
    })
  }

  private complain(what: string, error: unknown): void {
    const why = error instanceof Error ? error.message : String(error)
    this.tools.tell('library.notice', { message: `${what}: ${why}`, problem: true })
  }

  private telling<T>(
    name: WorkName,
    work: (progress: (done: number, total: number) => void) => Promise<T>,
  ): Promise<T> {
    return this.tools.works.run(name, (steps) => work(progressOf(steps)))
  }
}

/** What it throws ends the work, which then clears away what it has begun. */
function progressOf(steps: Steps): (done: number, total: number) => void {
  return (done, total) => {
    if (steps.cancelled()) throw new LibraryError('cancelled', 'It was cancelled; everything is as it was.')
    steps.tell(done, total)
    if (done === total) steps.hold()
  }
}
