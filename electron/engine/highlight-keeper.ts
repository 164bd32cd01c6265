/** Makes, changes and re-anchors highlights: the rules around `highlights/anchor-quote`, kept apart from where they are stored. */
import { randomUUID } from 'node:crypto'
import type { ArticleId } from '../../contract/article-id'
import {
  CONTEXT_LENGTH,
  type Highlight,
  type HighlightColor,
  type NewHighlight,
} from '../../contract/highlight'
import { AppFailure } from '../app-failure'
import { anchorQuote, type FoundQuote } from '../highlights/anchor-quote'

/** What it needs of the library. */
export interface HighlightShelf {
  highlights(): readonly Highlight[]
  highlightsOf(articleId: ArticleId): readonly Highlight[]
  saveHighlight(highlight: Highlight): Promise<void>
  removeHighlight(highlightId: string): Promise<void>
}

export class HighlightKeeper {
  constructor(
    private readonly shelf: HighlightShelf,
    private readonly now: () => Date,
  ) {}

  /** @param text the article's text, in which the quote is looked for. */
  async add(wanted: NewHighlight, text: string): Promise<Highlight> {
    const found = anchorQuote(text, { ...wanted, start: null })
    if (!found)
      throw new AppFailure(
        'no_quote',
        'The passage is not in the article; quote it exactly as the text has it.',
      )
    const at = this.now().toISOString()
    const highlight: Highlight = {
      highlightId: randomUUID(),
      articleId: wanted.articleId,
      ...anchorFields(text, found.start, found.end),
      color: wanted.color,
      note: blankToNull(wanted.note),
      created: at,
      updated: at,
      anchor: 'exact',
    }
    await this.shelf.saveHighlight(highlight)
    return highlight
  }

  async change(
    highlightId: string,
    change: { readonly color?: HighlightColor; readonly note?: string | null },
  ): Promise<Highlight> {
    const before = this.find(highlightId)
    const highlight: Highlight = {
      ...before,
      color: change.color ?? before.color,
      note: change.note === undefined ? before.note : blankToNull(change.note),
      updated: this.now().toISOString(),
    }
    await this.shelf.saveHighlight(highlight)
    return highlight
  }

  async remove(highlightId: string): Promise<void> {
    this.find(highlightId)
    await this.shelf.removeHighlight(highlightId)
  }

  /** Undo of a removal: everything as it was, the name included. */
  restore(highlight: Highlight): Promise<void> {
    return this.shelf.saveHighlight(highlight)
  }

  /** After an article's text changed: finds each passage again; one that is gone becomes an orphan and keeps its words. */
  async reanchor(articleId: ArticleId, text: string): Promise<void> {
    for (const highlight of this.shelf.highlightsOf(articleId)) {
      const anchored = anchoredIn(text, highlight)
      if (anchored !== highlight) await this.shelf.saveHighlight(anchored)
    }
  }

  private find(highlightId: string): Highlight {
    const highlight = this.shelf.highlights().find((each) => each.highlightId === highlightId)
    if (!highlight)
      throw new AppFailure('no_highlight', 'That highlight is not in the library any more; list them again.')
    return highlight
  }
}

/** The highlight as it stands in this text, itself when nothing about it changed; without its passage it is an orphan. */
export function anchoredIn(text: string, highlight: Highlight): Highlight {
  const found = anchorQuote(text, highlight)
  if (!found) return { ...highlight, anchor: 'orphan' }
  if (isAsBefore(found, highlight, text)) return highlight
  return { ...highlight, ...anchorFields(text, found.start, found.end), anchor: found.anchor }
}

/** Words that changed in place, letter for letter as long, are another quote at the old offsets. */
function isAsBefore({ start, end }: FoundQuote, highlight: Highlight, text: string): boolean {
  return (
    highlight.anchor !== 'orphan' &&
    start === highlight.start &&
    end === highlight.end &&
    text.slice(start, end) === highlight.quote
  )
}

function anchorFields(
  text: string,
  start: number,
  end: number,
): Pick<Highlight, 'quote' | 'prefix' | 'suffix' | 'start' | 'end'> {
  return {
    quote: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT_LENGTH), start),
    suffix: text.slice(end, end + CONTEXT_LENGTH),
    start,
    end,
  }
}

function blankToNull(note: string | null): string | null {
  return note === null || note.trim() === '' ? null : note
}
