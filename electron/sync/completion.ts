/** What the steps of completing an article share: the ports, what was fetched already in this sync, and how gaps are told. */
import type { ArticleId } from '../../contract/article-id'
import type { ArticleBody } from '../articles/article-body'
import type { ArticleRecord } from '../library/records'
import { ArticleFinder } from './article-finder'
import type { ImageOutcome } from './fetch-image'
import { fetchImage } from './fetch-image'
import { PageVisits } from './page-visits'
import { RecordBatcher } from './record-batcher'
import type { SyncPorts } from './sync-ports'

/** Something an article has that is not on this disk. */
export interface Gap {
  /** What, as a noun: "the full page", "picture 2 of 5". */
  readonly what: string
  /** Why, as a sentence. */
  readonly why: string
  /** It may come at a later sync. */
  readonly retry: boolean
  /** An article of the library whose text is awaited: it may come later in the same pass. */
  readonly awaits?: ArticleId
}

export interface RelatedPage {
  /** Also of a headline whose text is not here. */
  readonly articleId: ArticleId | null
  /** Why it cannot be read here; null for one that can, and for one that nobody wants. */
  readonly why: string | null
  readonly retry: boolean
}

export interface CompletionOptions {
  /** Fetch the pages behind publishers' related links. */
  readonly prefetchRelated: boolean
  /** Fetch readers' comments also of feeds for which that was not chosen. */
  readonly comments?: boolean
  readonly signal?: AbortSignal | undefined
}

/** One pass of completing articles; every address is fetched once in it, however many articles name it. */
export class Completion {
  readonly finder: ArticleFinder
  readonly records: RecordBatcher
  readonly pageVisits = new PageVisits()
  private readonly images = new Map<string, Promise<ImageOutcome>>()
  private readonly related = new Map<string, Promise<RelatedPage>>()

  constructor(
    readonly ports: SyncPorts,
    readonly options: CompletionOptions,
  ) {
    this.finder = new ArticleFinder(ports.library)
    this.records = new RecordBatcher(ports.library)
  }

  get cancelled(): boolean {
    return this.options.signal?.aborted === true
  }

  image(url: string): Promise<ImageOutcome> {
    return once(this.images, url, () => fetchImage(this.ports, url, this.options.signal, 'picture'))
  }

  relatedPage(url: string, fetch: () => Promise<RelatedPage>): Promise<RelatedPage> {
    return once(this.related, url, fetch)
  }
}

function once<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const promise = known.get(key) ?? make()
  known.set(key, promise)
  return promise
}

/** The sentence that is kept with an article. */
export function gapSentence({ what, why }: Gap): string {
  return `${what.charAt(0).toUpperCase()}${what.slice(1)} is not here: ${why}`
}

// Long enough for a server's bad day, short enough not to ask for ever.
const TRIED_FOR_MS = 24 * 60 * 60 * 1000

/** True while something may still come: then the article stays pending. */
export function worthRetrying(gaps: readonly Gap[], record: ArticleRecord, now: Date): boolean {
  return gaps.some((gap) => gap.retry) && now.getTime() - Date.parse(record.arrived) < TRIED_FOR_MS
}

/** A body that shows nothing is none. */
export function hasContent(body: Pick<ArticleBody, 'words' | 'images'>): boolean {
  return body.words > 0 || body.images.length > 0
}
