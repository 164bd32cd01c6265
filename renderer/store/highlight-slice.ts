/** Highlights: of the open article and of the whole library; made, changed, removed, and put back by undo. */
import type {
  Highlight,
  HighlightColor,
  HighlightImport,
  HighlightRow,
  NewHighlight,
} from '../../contract/highlight'
import { leftOutCount } from '../highlights/left-out-count'
import { wording } from '../text/wording'
import type { SliceTools } from './app-state'

export interface HighlightSlice {
  readonly highlights: readonly HighlightRow[]
  readonly highlightsProblem: string | null
  readonly lastColor: HighlightColor
  readonly loadHighlights: () => Promise<void>
  readonly addHighlight: (highlight: NewHighlight) => Promise<Highlight | null>
  readonly changeHighlight: (
    highlightId: string,
    change: { readonly color?: HighlightColor; readonly note?: string | null },
  ) => Promise<void>
  readonly removeHighlight: (highlight: Highlight) => Promise<void>
  /** @param text as it goes to the clipboard */
  readonly copyHighlights: (text: string, count: number) => Promise<void>
  readonly exportHighlights: (format: 'md' | 'html' | 'json') => Promise<void>
  /** Markdown, a file an article. */
  readonly exportEachArticle: () => Promise<void>
  /** What the last import did, for the dialog that tells what it left out. */
  readonly highlightImport: HighlightImport | null
  readonly importHighlights: () => Promise<void>
}

export function createHighlightSlice(tools: SliceTools): HighlightSlice {
  const { set, get, ask } = tools
  const changed = async () => {
    get().refreshCounts()
    if (get().middle === 'highlights') await get().loadHighlights()
  }
  return {
    highlights: [],
    highlightsProblem: null,
    lastColor: 'yellow',
    loadHighlights: async () => {
      const answer = await ask('highlights.list')
      if (answer.ok) set({ highlights: answer.value, highlightsProblem: null })
      else set({ highlightsProblem: answer.error.message })
    },
    addHighlight: async (wanted) => {
      const answer = await ask('highlights.add', wanted)
      if (!answer.ok) {
        get().complain(answer.error.message)
        return null
      }
      set({ lastColor: wanted.color })
      showInArticle(tools, (all) => [...all, answer.value], answer.value)
      await changed()
      return answer.value
    },
    changeHighlight: async (highlightId, change) => {
      const answer = await ask('highlights.change', highlightId, change)
      if (!answer.ok) {
        get().complain(answer.error.message)
        return
      }
      if (change.color) set({ lastColor: change.color })
      const replace = (one: Highlight) => (one.highlightId === highlightId ? answer.value : one)
      showInArticle(tools, (all) => all.map(replace), answer.value)
      await changed()
    },
    removeHighlight: async (highlight) => {
      const answer = await ask('highlights.remove', highlight.highlightId)
      if (!answer.ok) {
        get().complain(answer.error.message)
        return
      }
      showInArticle(tools, (all) => all.filter((one) => one.highlightId !== highlight.highlightId), highlight)
      get().say(wording.highlights.removed, {
        label: wording.actions.undo,
        run: () => void restore(tools, highlight),
      })
      await changed()
    },
    ...lettingOut(tools),
    ...lettingIn(tools, changed),
  }
}

/** The ways out of the library. */
function lettingOut({
  get,
  ask,
}: SliceTools): Pick<HighlightSlice, 'copyHighlights' | 'exportHighlights' | 'exportEachArticle'> {
  return {
    copyHighlights: async (text, count) => {
      const answer = await ask('app.copyText', text)
      if (answer.ok) get().say(wording.highlights.copied(count))
      else get().complain(answer.error.message)
    },
    exportHighlights: async (format) => {
      const answer = await ask('highlights.export', format)
      if (!answer.ok) get().tellFailedWork('export-highlights', answer.error)
      else if (answer.value)
        get().say(wording.highlights.exported(answer.value.highlights, answer.value.file))
    },
    exportEachArticle: async () => {
      const answer = await ask('highlights.exportEach')
      if (!answer.ok) get().tellFailedWork('export-highlights', answer.error)
      else if (answer.value) {
        const { highlights, files, folder } = answer.value
        get().say(wording.highlights.exportedEach(highlights, files, folder))
      }
    },
  }
}

/** The way back in. Also after a failure the lists are read anew: what came before it stays. */
function lettingIn(
  { get, set, ask }: SliceTools,
  changed: () => Promise<void>,
): Pick<HighlightSlice, 'highlightImport' | 'importHighlights'> {
  return {
    highlightImport: null,
    importHighlights: async () => {
      const answer = await ask('highlights.import')
      if (answer.ok && !answer.value) return
      if (!answer.ok) get().complain(answer.error.message)
      else if (answer.value) {
        const { missing, refused } = answer.value
        get().say(wording.highlights.imported(answer.value, leftOutCount(answer.value)))
        set({ highlightImport: answer.value })
        if (missing.length + refused.length > 0) get().openDialog('highlight-import')
      }
      const { article } = get()
      if (article.state === 'ready') {
        const again = await ask('articles.get', article.detail.articleId)
        if (again.ok) get().patchArticle({ highlights: again.value.highlights })
      }
      await changed()
    },
  }
}

async function restore(tools: SliceTools, highlight: Highlight): Promise<void> {
  const answer = await tools.ask('highlights.restore', highlight)
  if (!answer.ok) {
    tools.get().complain(answer.error.message)
    return
  }
  showInArticle(tools, (all) => [...all, highlight], highlight)
  tools.get().refreshCounts()
  if (tools.get().middle === 'highlights') await tools.get().loadHighlights()
}

function showInArticle(
  { get }: SliceTools,
  edit: (all: readonly Highlight[]) => readonly Highlight[],
  { articleId }: Highlight,
): void {
  const { article, rows, putRows, patchArticle } = get()
  if (article.state !== 'ready' || article.detail.articleId !== articleId) return
  const highlights = [...edit(article.detail.highlights)].sort((a, b) => a.start - b.start)
  patchArticle({ highlights })
  const row = rows.get(articleId)
  if (row) putRows([{ ...row, highlightCount: highlights.length }])
}
