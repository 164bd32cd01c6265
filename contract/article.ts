/** What the window and the command line are told of an article. Times are ISO 8601 in UTC; unknown values are null. */
import type { ArticleId } from './article-id'
import type { SafeHtml } from './safe-html'
import type { Highlight } from './highlight'

export interface ArticleStatus {
  readonly read: boolean
  readonly starred: boolean
  readonly saved: boolean
}

/** A change of status: what is absent stays as it is. */
export type StatusChange = Partial<ArticleStatus>

/** How much of an article is on this disk. `images` and `related` are [here, all]. */
export interface Readiness {
  readonly text: 'feed' | 'page' | 'none'
  readonly images: readonly [number, number]
  readonly related: readonly [number, number]
  /** missing: wished for, and not one of them came. */
  readonly comments: 'none' | 'missing' | 'some' | 'all'
}

/** What stands with an article under one row of the list: so many more articles, in so many other feeds. */
export interface StoryMark {
  readonly articles: number
  readonly feeds: number
}

/** Another article of the same story. */
export interface StoryPart {
  readonly articleId: ArticleId
  readonly title: string
  readonly feedTitle: string
  readonly published: string | null
  /** The same wording, as of an agency's text; otherwise another report of the event. */
  readonly sameText: boolean
  readonly ready: boolean
}

/** One line of the article list; made from memory, never from a body. */
export interface ArticleRow {
  readonly articleId: ArticleId
  readonly feedId: string
  readonly feedTitle: string
  readonly title: string
  readonly url: string | null
  readonly published: string | null
  /** When it came into the library; orders articles without a date of their own. */
  readonly arrived: string
  readonly author: string | null
  readonly excerpt: string
  /** Name of a stored picture (`media://library/<name>`), or null. */
  readonly thumbnail: string | null
  readonly status: ArticleStatus
  readonly readiness: Readiness
  /** True when everything the article has is on this disk: text, every picture, every related link, comments where they are wished for. */
  readonly ready: boolean
  readonly highlightCount: number
  readonly readingMinutes: number
  /** Set where the list shows one row for a whole story. */
  readonly story: StoryMark | null
}

export interface KeyPoint {
  readonly text: string
  readonly from: 'publisher' | 'extracted'
  /** UTF-16 offsets into the article's `text`; null for a publisher's point that stands outside the body. */
  readonly start: number | null
  readonly end: number | null
}

export interface ArticleImage {
  /** Address at the publisher's. */
  readonly url: string
  /** Name of the stored picture, null when it is not on this disk. */
  readonly media: string | null
  readonly alt: string | null
  readonly caption: string | null
  readonly credit: string | null
  readonly width: number | null
  readonly height: number | null
}

export interface RelatedLink {
  readonly title: string
  readonly teaser: string | null
  readonly url: string | null
  /** The article to open inside; null when its page is not in the library. */
  readonly articleId: ArticleId | null
  readonly from: 'publisher' | 'library'
  /** Why it is shown: shared terms for the library's, null for the publisher's. */
  readonly why: string | null
  readonly ready: boolean
}

export interface ArticleComment {
  readonly author: string | null
  readonly published: string | null
  readonly text: string
  /** Index of the comment it answers, in the same list; null at the top level. */
  readonly parent: number | null
}

export interface ArticleVersion {
  readonly at: string
  /** One sentence on what changed. */
  readonly changes: string
}

export interface Enclosure {
  readonly url: string
  readonly type: string | null
  readonly length: number | null
}

/** The whole of an article, everything from disk. */
export interface ArticleDetail extends ArticleRow {
  readonly byline: string | null
  readonly siteName: string | null
  readonly section: readonly string[]
  readonly updated: string | null
  readonly lead: string | null
  /** Sanitised body; pictures that are here point at `media://library/<name>`. */
  readonly html: SafeHtml
  /** Plain text of `html` as `readBodyText` reads it; every offset counts in it. */
  readonly text: string
  readonly language: string | null
  readonly direction: 'ltr' | 'rtl' | 'auto'
  readonly keyPoints: readonly KeyPoint[]
  readonly images: readonly ArticleImage[]
  readonly related: readonly RelatedLink[]
  /** The other articles of the same story, best copy first; empty when it is alone or stories are not grouped. */
  readonly storyParts: readonly StoryPart[]
  readonly comments: readonly ArticleComment[]
  /** The page's comment form or thread, to be opened in the browser. */
  readonly commentsUrl: string | null
  readonly enclosures: readonly Enclosure[]
  readonly categories: readonly string[]
  readonly versions: readonly ArticleVersion[]
  readonly highlights: readonly Highlight[]
  /** What is missing on this disk and why, a sentence each. */
  readonly missing: readonly string[]
}
