/** What goes over the whole library at once: checking, counting bytes, purging, collecting, backing up and restoring. */
import * as path from 'node:path'
import type { ArticleId } from '../../contract/article-id'
import type { LibraryUsage } from '../../contract/library'
import { backUp } from './backup'
import type { PlannedPurge, RetentionPolicy } from './budget'
import { countRows } from './catalogue-lists'
import { examine } from './doctor'
import type { DoctorReport } from './doctor'
import { fetchAgain } from './fetch-again'
import { asLibraryError, LibraryError } from './library-error'
import { openParts } from './library-parts'
import type { LibraryParts } from './library-parts'
import type { LibraryNotice } from './records'
import { collect, previewPurge, purge, purgeDeleted } from './purge'
import { finishRemovals } from './remove-feed'
import { finishRestore, prepareRestore } from './restore'
import { libraryUsage } from './usage'

export interface UpkeepTools {
  /** The parts of now: a restore puts others in their place. */
  readonly parts: () => LibraryParts
  readonly heard: readonly LibraryNotice[]
  /** Writes all that waits. */
  readonly flush: () => Promise<void>
  /** Hears of the parts that a restore put in the place of the old ones. */
  readonly replaced: (parts: LibraryParts) => void
}

const COLLECTED = 'collected'
const NOT_NOW = Promise.resolve()

/** Told how far a long work came, in bytes; all of it when it goes through to its end whatever happens. What it throws before ends the work, which leaves nothing behind. */
export type Progress = (done: number, total: number) => void

/** Methods that write reject with `LibraryError`. */
export class LibraryUpkeep {
  /** Resolves when no backup is being put in the place of the library; changes wait for it. Never rejects. */
  restored: Promise<void> = NOT_NOW

  constructor(private readonly tools: UpkeepTools) {}

  /** Checks every file, and with `repair` mends what can be mended; reads the whole library, so not for every day. */
  doctor({ repair }: { readonly repair: boolean }): Promise<DoctorReport> {
    const parts = this.tools.parts()
    const opened = this.tools.heard.map(({ file, message }) => ({
      file,
      problem: message,
      repaired: !parts.files.readOnly,
    }))
    return examine(parts, { repair, opened })
  }

  /** Bytes on the disk by kind, counted file by file. */
  /** Pictures of these articles turned out to be gone: their records stop saying that they are here. Durable when it resolves. */
  fetchPicturesAgain(articleIds: readonly ArticleId[]): Promise<void> {
    const why = 'A picture was gone from the disk; it is fetched again.'
    return fetchAgain(this.tools.parts(), articleIds, 'pictures', why)
  }

  usage(): Promise<LibraryUsage> {
    return libraryUsage(this.tools.parts().files)
  }

  /** What a policy would let go of now, and why. */
  previewPurge(policy: RetentionPolicy): Promise<readonly PlannedPurge[]> {
    return previewPurge(this.tools.parts(), policy)
  }

  /** Lets go of the articles of a plan, leaving tombstones; those marked meanwhile stay. `bytes` were freed on the disk. */
  async purge(
    plan: readonly PlannedPurge[],
  ): Promise<{ readonly purged: readonly ArticleId[]; readonly bytes: number }> {
    // What waits is written before the first count, so that the difference is what went and nothing else.
    await this.tools.flush()
    const before = await this.usage()
    const purged = await purge(this.tools.parts(), plan)
    await this.tools.flush()
    const after = await this.usage()
    return { purged, bytes: before.total - after.total }
  }

  /** Lets go of articles that the reader removed a day ago or earlier, leaving tombstones. */
  async purgeDeleted(): Promise<readonly ArticleId[]> {
    const purged = await purgeDeleted(this.tools.parts())
    if (purged.length > 0) await this.tools.flush()
    return purged
  }

  /** Removes pictures, texts and temporary files that nothing has named for a day. */
  collect(): Promise<void> {
    return collect(this.tools.parts())
  }

  /** Milliseconds; null when nothing was collected yet. */
  lastCollected(): number | null {
    const { disk, folder } = this.tools.parts().files
    return disk.facts(path.join(folder, COLLECTED))?.modified ?? null
  }

  /** The time of an empty file says it: losing it costs one collecting too many. */
  async noteCollected(at: Date): Promise<void> {
    const { disk, folder } = this.tools.parts().files
    const file = path.join(folder, COLLECTED)
    if (disk.facts(file) === null) await disk.write(file, Buffer.alloc(0), false)
    await disk.touch(file, at)
  }

  /** Writes everything into one zip file, while the app runs; returns its size in bytes. */
  async backup(file: string, progress: Progress = ignore): Promise<{ readonly bytes: number }> {
    await this.tools.flush()
    return { bytes: await backUp(this.tools.parts(), path.resolve(file), progress) }
  }

  /**
   * Puts a backup in the place of everything that is here; what was here is kept under `backups/`. Rejects with `LibraryError`
   * and changes nothing when the backup is damaged. No sync may be under way; what the reader changes meanwhile waits and is then
   * changed in the restored library. Indexes must be made again afterwards.
   */
  async restore(
    file: string,
    progress: Progress = ignore,
  ): Promise<{ readonly articles: number; readonly feeds: number }> {
    const { files } = this.tools.parts()
    if (files.readOnly)
      throw new LibraryError('read_only', 'The library is open for reading only: nothing is restored.')
    await prepareRestore(files, path.resolve(file), progress)
    const replacing = this.replace()
    this.restored = replacing.then(ignore, ignore)
    const parts = await replacing
    await finishRemovals(parts)
    return { articles: countRows(parts.catalogue, files.now()).all, feeds: parts.feeds.all().length }
  }

  /** Puts what was unpacked in the place of the library. */
  private async replace(): Promise<LibraryParts> {
    const { files, journal, syncStates } = this.tools.parts()
    await this.tools.flush()
    await journal.close()
    syncStates.stop()
    files.fence.closed = true
    try {
      await finishRestore(files)
      const parts = await openParts({ ...files, fence: { closed: false } })
      this.tools.replaced(parts)
      return parts
    } catch (error) {
      throw asLibraryError(error, 'putting the backup in place; it is tried again with the next start')
    }
  }
}

function ignore(): void {
  // Nobody watches, or the outcome is told elsewhere.
}
