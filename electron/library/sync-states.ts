/**
 * What sync remembers of the feeds between passes. Written a moment after it changes, many at once: losing the last seconds
 * costs a request more, and it is never written before the articles it speaks of.
 */
import { isObject, parseJson } from './file-text'
import type { FileCodec } from './file-text'
import { JsonFile } from './json-file'
import type { LibraryFiles } from './json-file'
import type { SyncState } from './records'

type StateFile = Readonly<Record<string, SyncState>>

const DELAY_MS = 1000

const CODEC: FileCodec<StateFile> = {
  kind: 'sync-states',
  copies: 'previous',
  lost: 'every feed is fetched anew, and nothing you read or marked is touched',
  empty: () => ({}),
  encode: (file) => JSON.stringify(file),
  decode: (data) => {
    const file = parseJson(data)
    if (!isObject(file)) return null
    const states = Object.entries(file).filter(
      ([feedId, state]) => isObject(state) && state['feedId'] === feedId,
    )
    // Whole by its checksum: the fields are those that were saved.
    return Object.fromEntries(states) as unknown as StateFile
  },
}

export class SyncStates {
  private readonly file: JsonFile<StateFile>
  private states = new Map<string, SyncState>()
  private timer: NodeJS.Timeout | null = null
  private failed: (error: unknown) => void

  /** `onFailure` hears of a write that failed after its caller had gone on. */
  constructor(library: LibraryFiles, onFailure: (error: unknown) => void) {
    this.file = new JsonFile(library, 'sync-states.json', CODEC)
    this.failed = onFailure
  }

  async load(): Promise<void> {
    await this.file.load()
    this.states = new Map(Object.entries(this.file.data))
  }

  get(feedId: string): SyncState | null {
    return this.states.get(feedId) ?? null
  }

  put(state: SyncState): void {
    this.states.set(state.feedId, state)
    this.schedule()
  }

  /** The next answer of the feed's server must be the whole feed, not that nothing has changed since. */
  forgetValidators(feedId: string): void {
    const state = this.get(feedId)
    if (state && (state.etag ?? state.lastModified ?? state.bodyHash) !== null)
      this.put({ ...state, etag: null, lastModified: null, validatorsFrom: null, bodyHash: null })
  }

  remove(feedId: string): void {
    if (this.states.delete(feedId)) this.schedule()
  }

  /** Writes what has changed; durable when it resolves. */
  async flush(): Promise<void> {
    if (this.timer === null) return
    clearTimeout(this.timer)
    this.timer = null
    this.file.data = Object.fromEntries(this.states)
    try {
      await this.file.save()
    } catch (error) {
      this.schedule()
      throw error
    }
  }

  /** Writes the file anew from memory, without trusting what is there. */
  rewrite(): Promise<void> {
    this.file.distrust()
    this.schedule()
    return this.flush()
  }

  /** Ends the waiting without writing. */
  stop(): void {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
  }

  private schedule(): void {
    this.timer ??= setTimeout(() => {
      this.flush().catch(this.failed)
    }, DELAY_MS)
  }
}
