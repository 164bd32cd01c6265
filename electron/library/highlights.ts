/** The reader's highlights and notes: all in memory, each change in the journal at once, one lowdb file with a mirror after a while. */
import type { ArticleId } from '../../contract/article-id'
import { parseArticleId } from '../../contract/article-id'
import type { Highlight } from '../../contract/highlight'
import { HIGHLIGHTED } from './catalogue'
import type { Catalogue } from './catalogue'
import { isObject, parseJson } from './file-text'
import type { FileCodec } from './file-text'
import { JsonFile } from './json-file'
import type { FileState, LibraryFiles } from './json-file'

interface HighlightFile {
  readonly highlights: readonly Highlight[]
}

/** The journal's lines for highlights. */
export type HighlightEntry =
  | { readonly kind: 'highlight'; readonly highlight: Highlight }
  | { readonly kind: 'highlight-removed'; readonly highlightId: string }

const CODEC: FileCodec<HighlightFile> = {
  kind: 'highlights',
  copies: 'mirror',
  lost: 'highlights and notes are lost, but for the last ones, which the journal still had',
  empty: () => ({ highlights: [] }),
  encode: (file) => JSON.stringify(file),
  decode: (data) => {
    const file = parseJson(data)
    if (!isObject(file) || !Array.isArray(file['highlights'])) return null
    return { highlights: (file['highlights'] as unknown[]).filter(isHighlight) }
  },
}

export function isHighlight(value: unknown): value is Highlight {
  if (!isObject(value)) return false
  const { highlightId, articleId, quote, start, end } = value
  return (
    typeof highlightId === 'string' &&
    typeof articleId === 'string' &&
    parseArticleId(articleId) !== null &&
    typeof quote === 'string' &&
    typeof start === 'number' &&
    typeof end === 'number'
  )
}

export class Highlights {
  private readonly file: JsonFile<HighlightFile>
  private readonly catalogue: Catalogue
  private readonly byId = new Map<string, Highlight>()
  private readonly byArticle = new Map<ArticleId, Set<string>>()
  private dirty = false

  constructor(library: LibraryFiles, catalogue: Catalogue) {
    this.file = new JsonFile(library, 'highlights.json', CODEC)
    this.catalogue = catalogue
  }

  async load(): Promise<FileState> {
    const state = await this.file.load()
    for (const highlight of this.file.data.highlights) this.put(highlight)
    return state
  }

  all(): Highlight[] {
    return [...this.byId.values()]
  }

  /** In the order of the text. */
  of(articleId: ArticleId): Highlight[] {
    const ids = this.byArticle.get(articleId) ?? []
    const highlights = [...ids].flatMap((id) => this.byId.get(id) ?? [])
    return highlights.sort((a, b) => a.start - b.start || a.end - b.end)
  }

  has(highlightId: string): boolean {
    return this.byId.has(highlightId)
  }

  apply(entry: HighlightEntry): void {
    this.dirty = true
    if (entry.kind === 'highlight') this.put(entry.highlight)
    else this.drop(entry.highlightId)
  }

  get pending(): boolean {
    return this.dirty
  }

  async fold(): Promise<void> {
    if (!this.dirty) return
    this.dirty = false
    this.file.data = { highlights: this.all() }
    try {
      await this.file.save()
    } catch (error) {
      this.dirty = true
      throw error
    }
  }

  /** Writes file and copy anew from memory. */
  rewrite(): Promise<void> {
    this.dirty = true
    return this.fold()
  }

  /** Marks in the catalogue those of the articles that have highlights; for articles that have just come. */
  mark(articleIds: Iterable<ArticleId> = this.byArticle.keys()): void {
    for (const articleId of articleIds) if (this.byArticle.has(articleId)) this.markOne(articleId)
  }

  private put(highlight: Highlight): void {
    this.drop(highlight.highlightId)
    this.byId.set(highlight.highlightId, highlight)
    const ids = this.byArticle.get(highlight.articleId) ?? new Set()
    this.byArticle.set(highlight.articleId, ids.add(highlight.highlightId))
    this.markOne(highlight.articleId)
  }

  private drop(highlightId: string): void {
    const highlight = this.byId.get(highlightId)
    if (!highlight) return
    this.byId.delete(highlightId)
    const ids = this.byArticle.get(highlight.articleId)
    ids?.delete(highlightId)
    if (ids?.size === 0) this.byArticle.delete(highlight.articleId)
    this.markOne(highlight.articleId)
  }

  private markOne(articleId: ArticleId): void {
    const row = this.catalogue.find(articleId)
    if (row < 0) return
    const flags = this.catalogue.flagsOf(row)
    const wanted = this.byArticle.has(articleId) ? flags | HIGHLIGHTED : flags & ~HIGHLIGHTED
    if (wanted !== flags) this.catalogue.setFlags(row, wanted)
  }
}
