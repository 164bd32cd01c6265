/** The feeds the reader follows, and the names of those that were removed while articles of theirs were kept. */
import type { FeedChoices, FeedMove } from '../../contract/feed'
import { isObject, parseJson } from './file-text'
import type { FileCodec } from './file-text'
import { asLibraryError } from './library-error'
import { JsonFile } from './json-file'
import type { FileState, LibraryFiles } from './json-file'
import type { FeedRecord, LibraryNotice } from './records'

/** A removed feed whose starred, saved or highlighted articles are still here. */
export interface RemovedFeed {
  readonly feedId: string
  readonly title: string
  readonly url: string
}

interface FeedFile {
  readonly feeds: readonly FeedRecord[]
  readonly removed: readonly RemovedFeed[]
}

const CODEC: FileCodec<FeedFile> = {
  kind: 'feeds',
  copies: 'mirror',
  lost: 'the list of feeds starts empty; their articles, marks and highlights wait on the disk until the same addresses are added again',
  empty: () => ({ feeds: [], removed: [] }),
  encode: (file) => JSON.stringify(file),
  decode: (data) => {
    const file = parseJson(data)
    if (!isObject(file) || !Array.isArray(file['feeds'])) return null
    const removed: unknown[] = Array.isArray(file['removed']) ? file['removed'] : []
    return {
      feeds: (file['feeds'] as unknown[]).flatMap((feed) => feedFrom(feed) ?? []),
      removed: removed.filter(isRemovedFeed),
    }
  },
}

function feedFrom(value: unknown): FeedRecord | null {
  if (!isObject(value)) return null
  const { feedId, url, typedUrl, title, folder, added } = value
  if (typeof feedId !== 'string' || typeof url !== 'string') return null
  return {
    feedId,
    url,
    typedUrl: typeof typedUrl === 'string' ? typedUrl : url,
    siteUrl: textOrNull(value['siteUrl']),
    title: typeof title === 'string' ? title : url,
    ownTitle: textOrNull(value['ownTitle']),
    folder: Array.isArray(folder) ? folder.filter((name): name is string => typeof name === 'string') : [],
    added: typeof added === 'string' ? added : new Date(0).toISOString(),
    icon: textOrNull(value['icon']),
    language: textOrNull(value['language']),
    ...choicesFrom(value),
  }
}

/** What a file of before a choice was made possible does not have is as it was then. */
function choicesFrom(value: object & Readonly<Record<string, unknown>>): FeedChoices {
  const { textSource, direction } = value
  return {
    textSource: textSource === 'feed' || textSource === 'page' ? textSource : 'better',
    keepDays: countOrNull(value['keepDays']),
    keepArticles: countOrNull(value['keepArticles']),
    intervalMinutes: minutesOrNull(value['intervalMinutes']),
    fetchComments: value['fetchComments'] === true,
    paused: value['paused'] === true,
    notify: value['notify'] === true,
    direction: direction === 'ltr' || direction === 'rtl' ? direction : 'auto',
    prefetchRelated: typeof value['prefetchRelated'] === 'boolean' ? value['prefetchRelated'] : null,
  }
}

function minutesOrNull(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : null
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function countOrNull(value: unknown): number | null {
  return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : null
}

function isRemovedFeed(value: unknown): value is RemovedFeed {
  if (!isObject(value)) return false
  return ['feedId', 'title', 'url'].every((key) => typeof value[key] === 'string')
}

/** The list once more, apart from the file and its mirror: nothing else on the disk knows the addresses of the feeds. */
const SPARE: FileCodec<FeedFile> = { ...CODEC, kind: 'feeds-spare', copies: 'previous' }

export class Feeds {
  private readonly library: LibraryFiles
  /** What was noticed while the lists are read, so that the reader gets one sentence; null afterwards. */
  private heard: LibraryNotice[] | null = null
  private readonly file: JsonFile<FeedFile>
  private readonly spare: JsonFile<FeedFile>
  private sparing: Promise<void> = Promise.resolve()
  private byId = new Map<string, FeedRecord>()

  constructor(library: LibraryFiles) {
    this.library = library
    const notice = (fact: LibraryNotice): void => {
      if (this.heard) this.heard.push(fact)
      else library.notice(fact)
    }
    this.file = new JsonFile({ ...library, notice }, 'feeds.json', CODEC)
    this.spare = new JsonFile({ ...library, notice }, 'feeds-spare.json', SPARE)
  }

  async load(): Promise<FileState> {
    const heard: LibraryNotice[] = []
    this.heard = heard
    const state = await this.file.load()
    const rebuilt = (state === 'lost' || state === 'missing') && (await this.rebuild())
    this.heard = null
    for (const fact of rebuilt ? [] : heard) this.library.notice(fact)
    this.byId = new Map(this.file.data.feeds.map((feed) => [feed.feedId, feed]))
    return state
  }

  /** Resolves when the spare list is on the disk as well; no change waits for it. */
  async settled(): Promise<void> {
    await this.sparing
  }

  all(): readonly FeedRecord[] {
    return this.file.data.feeds
  }

  get(feedId: string): FeedRecord | null {
    return this.byId.get(feedId) ?? null
  }

  removed(): readonly RemovedFeed[] {
    return this.file.data.removed
  }

  /** Adds these feeds at the end, or replaces those of their names, by one write. Durable when it resolves. */
  async putAll(wanted: readonly FeedRecord[]): Promise<void> {
    const { feeds, removed } = this.file.data
    const byId = new Map(wanted.map((feed) => [feed.feedId, feed]))
    await this.store({
      feeds: [
        ...feeds.map((feed) => byId.get(feed.feedId) ?? feed),
        ...[...byId.values()].filter(({ feedId }) => !this.byId.has(feedId)),
      ],
      removed: removed.filter(({ feedId }) => !byId.has(feedId)),
    })
  }

  /** Adds a feed (at `place` among the others, else at the end), or replaces the one of that name. Durable when it resolves. */
  async put(feed: FeedRecord, place?: number): Promise<void> {
    const known = this.byId.has(feed.feedId)
    const { feeds, removed } = this.file.data
    const at = place ?? feeds.length
    await this.store({
      feeds: known
        ? feeds.map((other) => (other.feedId === feed.feedId ? feed : other))
        : [...feeds.slice(0, at), feed, ...feeds.slice(at)],
      removed: removed.filter(({ feedId }) => feedId !== feed.feedId),
    })
  }

  /** Puts the feeds in this order, those it does not name after them as they were, and moves some into folders. Durable when it resolves. */
  async arrange(feedIds: readonly string[], moves: readonly FeedMove[]): Promise<void> {
    const { feeds, removed } = this.file.data
    const places = new Map(feedIds.map((feedId, at) => [feedId, at]))
    const placeOf = ({ feedId }: FeedRecord): number => places.get(feedId) ?? places.size
    const folders = new Map(moves.map(({ feedId, folder }) => [feedId, folder]))
    const moved = feeds.map((feed) => ({ ...feed, folder: folders.get(feed.feedId) ?? feed.folder }))
    await this.store({ feeds: moved.sort((a, b) => placeOf(a) - placeOf(b)), removed })
  }

  /** Durable when it resolves; the feed is remembered as removed until `forget`. */
  async remove(feed: FeedRecord): Promise<void> {
    const { feedId, url } = feed
    const { feeds, removed } = this.file.data
    await this.store({
      feeds: feeds.filter((other) => other.feedId !== feedId),
      removed: [...removed, { feedId, url, title: feed.ownTitle ?? feed.title }],
    })
  }

  /** Drops removed feeds of which nothing is left. */
  async forget(feedIds: ReadonlySet<string>): Promise<void> {
    const { feeds, removed } = this.file.data
    await this.store({ feeds, removed: removed.filter(({ feedId }) => !feedIds.has(feedId)) })
  }

  /** Writes file and copy anew from memory. */
  async rewrite(): Promise<void> {
    await this.file.save()
    this.saveSpare()
    await this.sparing
  }

  /** Neither the file nor its mirror can be read: the spare list takes their place. */
  private async rebuild(): Promise<boolean> {
    await this.spare.load()
    const { feeds, removed } = this.spare.data
    if (feeds.length + removed.length === 0) return false
    this.file.data = this.spare.data
    this.library.notice({
      file: 'feeds.json',
      message: `Both copies of feeds.json were lost; ${String(feeds.length)} feeds were restored from feeds-spare.json: a feed added, changed or removed in the very last moment may be as it was before.`,
    })
    if (this.library.readOnly) return true
    try {
      await this.file.save()
    } catch (error) {
      // A full disk must not keep the library from opening: the list is in memory, and the spare one is whole.
      this.library.notice({
        file: 'feeds.json',
        message: asLibraryError(error, 'writing feeds.json').message,
      })
    }
    return true
  }

  private saveSpare(): void {
    this.spare.data = this.file.data
    const saved = this.spare.save().catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error)
      this.library.notice({ file: 'feeds-spare.json', message })
    })
    this.sparing = Promise.all([this.sparing, saved]).then(() => undefined)
  }

  private async store(data: FeedFile): Promise<void> {
    const before = this.file.data
    this.set(data)
    try {
      await this.file.save()
      this.saveSpare()
    } catch (error) {
      // Only when nobody changed it since; otherwise the other's save tells its own caller.
      if (this.file.data === data) this.set(before)
      throw error
    }
  }

  private set(data: FeedFile): void {
    this.file.data = data
    this.byId = new Map(data.feeds.map((feed) => [feed.feedId, feed]))
  }
}
