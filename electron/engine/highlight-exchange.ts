/** Highlights out of the library and back into it: matched to their articles by id, else by address, and found again by their words. */
import { createHash } from 'node:crypto'
import type { ArticleId } from '../../contract/article-id'
import type { Highlight, HighlightImport, MissingArticle, RefusedFile } from '../../contract/highlight'
import { AppFailure } from '../app-failure'
import {
  exportHighlights,
  groupByArticle,
  highlightPieces,
  type HighlightFormat,
  type HighlightGroup,
  type HighlightPiece,
} from '../highlights/export-highlights'
import type { ReadArticle, ReadHighlight } from '../highlights/read-export'
import { withEdits } from '../highlights/take-edits'
import { markdownDocument } from '../highlights/write-markdown'
import type { LibraryStore } from '../library/library-store'
import type { TaskRunner } from '../workers/tasks'
import { anchoredIn } from './highlight-keeper'
import type { LibraryView } from './library-view'
import type { Steps } from './long-works'

export interface ExchangeParts {
  readonly library: Pick<
    LibraryStore,
    | 'feeds'
    | 'articlesOf'
    | 'hasArticle'
    | 'isGone'
    | 'body'
    | 'highlights'
    | 'highlightsOf'
    | 'saveHighlight'
  >
  readonly view: Pick<LibraryView, 'highlights' | 'highlightedArticles'>
  readonly tasks: TaskRunner
  readonly now: () => Date
  /** Told when highlights came. */
  readonly changed: () => void
}

/** All highlights on their way out, made piece by piece as they are taken. */
export interface LeavingHighlights {
  readonly highlights: number
  /** Titles of the articles that have highlights, one each. */
  readonly titles: readonly string[]
  readonly pieces: Iterable<HighlightPiece>
}

/** A file of an import, as it was read from the disk. */
export interface HighlightFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** An export of the largest library is parsed in seconds, on a busy machine too. */
const READ_MS = 60_000

export class HighlightExchange {
  constructor(private readonly parts: ExchangeParts) {}

  /** All highlights as one document. */
  text(format: HighlightFormat): string {
    const { view, now } = this.parts
    const rows = view.highlights()
    return exportHighlights(format, rows, view.highlightedArticles(rows), now().toISOString())
  }

  /** The same document in pieces. */
  leaving(format: HighlightFormat): LeavingHighlights {
    const { groups, highlights } = this.groups()
    const pieces = highlightPieces(format, groups, this.parts.now().toISOString())
    return { highlights, titles: groups.map(({ article }) => article.title), pieces }
  }

  /** All highlights in Markdown, a piece for the document of each article. */
  leavingEach(): LeavingHighlights {
    const { groups, highlights } = this.groups()
    const exported = this.parts.now().toISOString()
    const titles = groups.map(({ article }) => article.title)
    function* documents(): Generator<HighlightPiece, void, undefined> {
      for (const group of groups)
        yield { title: group.article.title, text: markdownDocument(group, exported) }
    }
    return { highlights, titles, pieces: documents() }
  }

  /**
   * Adds what exports in JSON or Markdown hold and the library does not, and takes over what was edited in Markdown; each is durable as
   * one made by hand, and stays when the reader ends the import. Rejects with `no_highlights` before anything is changed when no file
   * is such an export.
   */
  async take(files: readonly HighlightFile[], steps: Steps): Promise<HighlightImport> {
    const { articles, refused } = await this.read(files)
    const places = await this.places(articles)
    const here = new Map(this.parts.library.highlights().map((one) => [one.highlightId, one]))
    const counts = { added: 0, changed: 0, known: 0 }
    const missing: MissingArticle[] = []
    try {
      for (const [at, article] of articles.entries()) {
        const { title, url, highlights } = article
        if (!(await steps.next())) return { ...counts, missing, refused, left: countOf(articles.slice(at)) }
        steps.tell(at, articles.length, title)
        const articleId = places.get(article)
        if (articleId !== undefined) await this.add(articleId, highlights, here, counts)
        else if (highlights.length > 0) missing.push({ title, url, highlights: highlights.length })
      }
    } finally {
      if (counts.added + counts.changed > 0) this.parts.changed()
    }
    return { ...counts, missing, refused }
  }

  /** Of several files those that cannot be read are passed over. */
  private async read(
    files: readonly HighlightFile[],
  ): Promise<{ readonly articles: readonly ReadArticle[]; readonly refused: readonly RefusedFile[] }> {
    const articles: ReadArticle[] = []
    const refused: RefusedFile[] = []
    for (const { name, bytes } of files) {
      const read = await this.parts.tasks.run('read-highlights', bytes, { timeoutMs: READ_MS })
      if ('articles' in read) articles.push(...read.articles)
      else refused.push({ name, problem: read.problem })
    }
    const [first] = refused
    if (first && refused.length === files.length) throw new AppFailure('no_highlights', first.problem)
    return { articles, refused }
  }

  private groups(): { readonly groups: readonly HighlightGroup[]; readonly highlights: number } {
    const { view } = this.parts
    const rows = view.highlights()
    return { groups: groupByArticle(rows, view.highlightedArticles(rows)), highlights: rows.length }
  }

  /** @param here by id; those that come or change are put there too */
  private async add(
    articleId: ArticleId,
    wanted: readonly ReadHighlight[],
    here: Map<string, Highlight>,
    counts: { added: number; changed: number; known: number },
  ): Promise<void> {
    const { library, now } = this.parts
    const body = await library.body(articleId)
    const marks = new Set(library.highlightsOf(articleId).map(markOf))
    const save = async (highlight: Highlight): Promise<void> => {
      await library.saveHighlight(highlight)
      here.set(highlight.highlightId, highlight)
    }
    for (const read of wanted) {
      const highlightId = read.highlightId ?? nameOf(articleId, read)
      const known = here.get(highlightId)
      const edited = known && withEdits(known, read, now().toISOString())
      if (edited && edited !== known) {
        await save(edited)
        counts.changed++
      } else if (known ?? marks.has(markOf(read))) counts.known++
      else {
        const { edits: _, ...fields } = read
        const highlight: Highlight = { ...fields, articleId, highlightId }
        await save(body ? anchoredIn(body.body.text, highlight) : highlight)
        marks.add(markOf(read))
        counts.added++
      }
    }
  }

  /** Where each article of the file stands in this library; those that are not here are left out. */
  private async places(articles: readonly ReadArticle[]): Promise<ReadonlyMap<ReadArticle, ArticleId>> {
    const { library } = this.parts
    const places = new Map<ReadArticle, ArticleId>()
    const byAddress = new Map<string, ReadArticle[]>()
    for (const article of articles) {
      const { articleId, url } = article
      if (articleId !== null && library.hasArticle(articleId) && !library.isGone(articleId))
        places.set(article, articleId)
      else if (url !== null) byAddress.set(plain(url), [...(byAddress.get(plain(url)) ?? []), article])
    }
    if (byAddress.size > 0) await this.findByAddress(byAddress, places)
    return places
  }

  private async findByAddress(
    wanted: ReadonlyMap<string, readonly ReadArticle[]>,
    places: Map<ReadArticle, ArticleId>,
  ): Promise<void> {
    const { library } = this.parts
    for (const { feedId } of library.feeds()) {
      for (const { articleId, url } of library.articlesOf(feedId)) {
        const found = url === null ? undefined : wanted.get(plain(url))
        if (!found || library.isGone(articleId)) continue
        for (const article of found) if (!places.has(article)) places.set(article, articleId)
      }
      // Reading a feed's articles takes milliseconds; the window's questions are answered in between.
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
}

/** Older exports name no ids: the same passage made at the same time is the same highlight. */
function markOf({ created, quote }: Pick<Highlight, 'created' | 'quote'>): string {
  return `${created}\n${quote}`
}

/** A highlight without an id gets the same one each time, so that importing again finds it, also after its words moved. */
function nameOf(articleId: ArticleId, { created, quote, start }: ReadHighlight): string {
  return createHash('sha256')
    .update([articleId, created, String(start), quote].join('\n'))
    .digest('hex')
    .slice(0, 32)
}

/** A site that moved from http to https says the same addresses as before. */
function plain(url: string): string {
  return url.replace(/^https?:/i, '').replace(/#.*$/, '')
}

function countOf(articles: readonly ReadArticle[]): number {
  return articles.reduce((sum, { highlights }) => sum + highlights.length, 0)
}
