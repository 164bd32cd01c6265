/** What a page or a feed's HTML is turned into: the safe body and everything that stood around it. */
import type { SafeHtml } from '../../contract/safe-html'

export interface BodyKeyPoint {
  readonly text: string
  readonly from: 'publisher' | 'extracted'
  /** UTF-16 offsets into `text`; null for a publisher's point that stands outside the body. */
  readonly start: number | null
  readonly end: number | null
}

/** A picture of the body; `url` is absolute and stands, attribute-escaped, as the `src` of exactly one or more `img` in `html`. */
export interface BodyImage {
  readonly url: string
  readonly alt: string | null
  readonly caption: string | null
  readonly credit: string | null
  readonly width: number | null
  readonly height: number | null
}

export interface PageLink {
  readonly title: string
  readonly teaser: string | null
  readonly url: string
}

export interface ArticleBody {
  readonly title: string | null
  readonly byline: string | null
  readonly siteName: string | null
  readonly published: string | null
  readonly updated: string | null
  /** Breadcrumb without Home and without the title itself, outermost first. */
  readonly section: readonly string[]
  readonly lead: string | null
  readonly html: SafeHtml
  /** `readBodyText` of `html`. */
  readonly text: string
  readonly keyPoints: readonly BodyKeyPoint[]
  readonly images: readonly BodyImage[]
  /** The page's own lead picture (og:image and the like), absolute; for thumbnails. */
  readonly leadImage: string | null
  readonly related: readonly PageLink[]
  /** Other links in the body. */
  readonly links: readonly PageLink[]
  readonly commentsUrl: string | null
  readonly language: string | null
  readonly direction: 'ltr' | 'rtl' | 'auto'
  readonly words: number
}

/** Other addresses that hold more of the same article; both absolute and http(s). */
export interface PageWays {
  /** The page that follows in an article of several pages; its body is for `joinPages`. */
  readonly nextPage: string | null
  /** The page's plain version, for when it shows no text itself. */
  readonly ampUrl: string | null
}

export type ExtractResult =
  | { readonly ok: true; readonly body: ArticleBody; readonly ways: PageWays }
  | {
      readonly ok: false
      readonly ways: PageWays
      readonly error: {
        readonly code: 'no_article' | 'paywall' | 'cookie_wall' | 'error_page'
        readonly message: string
      }
    }
