/**
 * The last decisions of sync about each feed, over restarts: one small file, read when somebody first asks, written once a sync.
 * Losing it costs an explanation, never an article.
 */
import type { SyncDecision } from '../../contract/sync'
import { isObject, parseJson } from './file-text'
import type { FileCodec } from './file-text'
import { JsonFile } from './json-file'
import type { LibraryFiles } from './json-file'

type LedgerFile = Readonly<Record<string, readonly SyncDecision[]>>

/** Two weeks of a feed that is visited once a day; a thousand feeds make two megabytes. */
const KEPT_PER_FEED = 12

const CODEC: FileCodec<LedgerFile> = {
  kind: 'sync-ledger',
  copies: 'previous',
  lost: 'only the explanations of earlier syncs are gone',
  empty: () => ({}),
  encode: (file) => JSON.stringify(file),
  decode: (data) => {
    const file = parseJson(data)
    if (!isObject(file)) return null
    // Whole by its checksum: the fields are those that were saved.
    return Object.fromEntries(Object.entries(file).filter(([, list]) => Array.isArray(list))) as LedgerFile
  },
}

export class SyncLedger {
  private readonly file: JsonFile<LedgerFile>
  private readonly readOnly: boolean
  private loaded: Promise<unknown> | null = null

  constructor(library: LibraryFiles) {
    this.file = new JsonFile(library, 'sync-ledger.json', CODEC)
    this.readOnly = library.readOnly
  }

  /** Newest first. */
  async of(feedId: string): Promise<readonly SyncDecision[]> {
    await this.load()
    return [...(this.file.data[feedId] ?? [])].reverse()
  }

  /** Adds decisions, oldest first, and drops those of feeds that are gone; durable when it resolves. Rejects with `LibraryError`. */
  async add(
    decisions: readonly (SyncDecision & { readonly feedId: string })[],
    isFeed: (feedId: string) => boolean,
  ): Promise<void> {
    if (this.readOnly || decisions.length === 0) return
    await this.load()
    const lists = new Map(Object.entries(this.file.data).filter(([feedId]) => isFeed(feedId)))
    for (const { feedId, at, code, status, reason, nextDue } of decisions) {
      if (!isFeed(feedId)) continue
      const list = [...(lists.get(feedId) ?? []), { at, code, status, reason, nextDue }]
      lists.set(feedId, list.slice(-KEPT_PER_FEED))
    }
    this.file.data = Object.fromEntries(lists)
    await this.file.save()
  }

  /** Writes the file anew from memory, without trusting what is there. */
  async rewrite(): Promise<void> {
    await this.load()
    this.file.distrust()
    await this.file.save()
  }

  private load(): Promise<unknown> {
    this.loaded ??= this.file.load()
    return this.loaded
  }
}
