/** One calm line on what of the article is not on this disk, and the button that fetches it. */
import type { ArticleDetail } from '../../contract/article'
import { useApp } from '../app/window-context'
import { wording } from '../text/wording'

export function MissingLine({ detail }: { readonly detail: ArticleDetail }) {
  const prepare = useApp((state) => state.prepareOffline)
  if (detail.ready || detail.missing.length === 0) return null
  const [first = '', ...others] = detail.missing
  return (
    <aside className="missing" aria-label={wording.reader.missing}>
      <p>
        <strong>{wording.reader.missing}:</strong> {first}
      </p>
      {others.length > 0 ? (
        <ul>
          {others.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : null}
      <button type="button" onClick={() => void prepare(detail.articleId)}>
        {wording.reader.prepare}
      </button>
    </aside>
  )
}
