/** Articles on their way into a PDF: fetched, then laid out for paper by `reader/paper-copy`, then printed by the main process. */
import type { ArticleDetail } from '../../contract/article'
import type { ArticleId } from '../../contract/article-id'
import { wording } from '../text/wording'
import type { SliceTools } from './app-state'

export interface Paper {
  /** Name of the document. */
  readonly name: string
  readonly articles: readonly ArticleDetail[]
}

export interface PaperSlice {
  /** What is to be laid out for paper; null most of the time. */
  readonly paper: Paper | null
  /** One document of them, each on a page of its own. */
  readonly savePdf: (articleIds: readonly ArticleId[]) => Promise<void>
  /** Asks for a file and prints what stands laid out; then nothing is laid out any more. */
  readonly printPaper: () => Promise<void>
}

/** All their pictures are in the window's memory at once while they are printed. */
const MOST_ARTICLES = 50

export function createPaperSlice({ set, get, ask, now }: SliceTools): PaperSlice {
  let busy = false
  const gather = async (articleIds: readonly ArticleId[]): Promise<void> => {
    const articles: ArticleDetail[] = []
    for (const articleId of articleIds) {
      const answer = await ask('articles.get', articleId)
      if (!answer.ok) {
        get().complain(answer.error.message)
        return
      }
      articles.push(answer.value)
    }
    const [first] = articles
    const several = `Offprint ${new Date(now()).toISOString().slice(0, 10)}`
    if (first) set({ paper: { name: articles.length > 1 ? several : first.title, articles } })
  }
  return {
    paper: null,
    savePdf: async (articleIds) => {
      if (busy || get().paper !== null) return
      if (articleIds.length > MOST_ARTICLES) {
        get().complain(wording.reader.tooManyForPaper(articleIds.length, MOST_ARTICLES))
        return
      }
      busy = true
      await gather(articleIds)
      busy = false
    },
    printPaper: async () => {
      const { paper } = get()
      if (!paper) return
      const answer = await ask('articles.savePdf', paper.name)
      set({ paper: null })
      if (!answer.ok) get().complain(answer.error.message)
      else if (answer.value) get().say(wording.reader.written(paper.articles.length, answer.value.file))
    },
  }
}
