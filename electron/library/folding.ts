/** When the journal is folded into the files of statuses and highlights: on wish, when it has grown, and one fold at a time. */
import { fold } from './library-parts'
import type { LibraryParts } from './library-parts'

// A start reads the journal in a few milliseconds up to here.
const FOLD_AT_BYTES = 512 * 1024

export class Folding {
  private running: Promise<void> | null = null

  constructor(private readonly parts: LibraryParts) {}

  /** In the background once the journal is long; a failure becomes a notice, for the journal still holds everything. */
  later(): void {
    if (this.parts.journal.bytes < FOLD_AT_BYTES || this.running) return
    this.now().catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error)
      this.parts.files.notice({ file: 'journal', message })
    })
  }

  /** Resolves when every change made before the call is in its file. */
  async now(): Promise<void> {
    if (this.parts.files.readOnly) return
    await this.running?.catch(() => {
      // Whoever asked for that fold was told; this one is about later changes and stands for itself.
    })
    this.running ??= fold(this.parts).finally(() => {
      this.running = null
    })
    await this.running
  }

  /**
   * Before the library closes: after an ordinary end everything is in files that have a mirror, and nothing hangs on a journal, which
   * has none. Never rejects: where it fails, the journal still holds everything.
   */
  async close(): Promise<void> {
    try {
      await this.now()
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      this.parts.files.notice({ file: 'journal', message })
    }
  }
}
