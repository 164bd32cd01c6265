/** The CPU-heavy work that runs in worker threads, by name. Inputs and outputs are plain values that structured clone can carry. */
import type { FeedPreview } from '../../contract/feed'
import type { Hyphens } from '../../contract/hyphens'
import type { VersionChange } from '../../contract/version'
import type { ArticleBody, ExtractResult } from '../articles/article-body'
import type { JoinOptions } from '../articles/join-pages'
import type { VersionTexts } from '../articles/version-change'
import type { OpmlResult } from '../feeds/opml'
import type { HyphenInput } from '../hyphenation/find-hyphens'
import type { ReadExport } from '../highlights/read-export'
import type { ParsedFeed, ParsedFeedResult } from '../feeds/parsed-feed'

export interface FeedHtmlInput {
  readonly html: string
  readonly baseUrl: string
  readonly title: string | null
}

/** What a feed says of itself, without its articles. */
export type FeedLook =
  | { readonly ok: true; readonly feed: ParsedFeed; readonly preview: FeedPreview }
  | Extract<ParsedFeedResult, { ok: false }>

/** Task name -> function of one input. */
export interface Tasks {
  /** Decodes and parses a fetched feed. */
  'parse-feed': (input: {
    readonly bytes: Uint8Array
    readonly contentType: string | null
    readonly url: string
  }) => Promise<ParsedFeedResult>
  /** The same for a reader who does not have the feed yet: its articles stay where they are. */
  'preview-feed': (input: {
    readonly bytes: Uint8Array
    readonly contentType: string | null
    readonly url: string
    /** ISO 8601 in UTC. */
    readonly now: string
  }) => Promise<FeedLook>
  /** Decodes a fetched page and extracts its article. */
  'extract-page': (input: {
    readonly bytes: Uint8Array
    readonly contentType: string | null
    readonly url: string
  }) => Promise<ExtractResult>
  /** Makes one body of the bodies of an article's pages, in reading order. */
  'join-pages': (input: {
    readonly pages: readonly [ArticleBody, ...ArticleBody[]]
    readonly options: JoinOptions
  }) => Promise<ArticleBody>
  /** Prepares bodies from the HTML that feeds carry; many at once, to spare messages. */
  'prepare-feed-html': (input: readonly FeedHtmlInput[]) => Promise<readonly ArticleBody[]>
  /** Sets two versions of an article's text beside each other. */
  'compare-version': (input: VersionTexts) => Promise<VersionChange>
  /** Finds where the words of a text may be parted. */
  'find-hyphens': (input: HyphenInput) => Promise<Hyphens>
  /** Reads an export of highlights, Markdown or JSON, UTF-8. */
  'read-highlights': (input: Uint8Array) => Promise<ReadExport>
  /** Decodes and reads a list of feeds. */
  'read-opml': (input: Uint8Array) => Promise<OpmlResult>
  'discover-feeds': (input: {
    readonly bytes: Uint8Array
    readonly contentType: string | null
    readonly url: string
  }) => Promise<readonly { url: string; title: string | null; type: string | null }[]>
}

export type TaskName = keyof Tasks

/** Runs a task somewhere; the pool in the app, in place in some tests. Rejects with `TaskTimeout` when the time limit is hit. */
export interface TaskRunner {
  run<N extends TaskName>(
    name: N,
    input: Parameters<Tasks[N]>[0],
    options?: { readonly timeoutMs?: number; readonly signal?: AbortSignal },
  ): Promise<Awaited<ReturnType<Tasks[N]>>>
}
