/** Articles laid out for paper beside the panes, seen in print only, until they are written as a PDF. */
import { useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { useApp } from '../app/window-context'
import type { Paper } from '../store/paper-slice'
import { ArticlePage } from './article-page'
import { everythingLoaded, nameDocument } from './print-article'

export function PaperCopy() {
  const paper = useApp((state) => state.paper)
  return paper ? createPortal(<Sheets paper={paper} />, document.body) : null
}

const nothing = () => undefined

function Sheets({ paper: { name, articles } }: { readonly paper: Paper }) {
  const print = useApp((state) => state.printPaper)
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const takeBack = nameDocument(name)
    // Marked passages are not printed; the articles would take each other's marks away.
    CSS.highlights.clear()
    const copy = ref.current
    if (copy) void everythingLoaded(copy).then(print)
    return takeBack
  }, [name, print])
  return (
    <div ref={ref} className="print-copy article-page">
      {articles.map((detail) => (
        <ArticlePage
          key={detail.articleId}
          detail={detail}
          onShown={nothing}
          onImage={nothing}
          onHighlight={nothing}
          onPassage={nothing}
          onHighlightPassage={nothing}
        />
      ))}
    </div>
  )
}
