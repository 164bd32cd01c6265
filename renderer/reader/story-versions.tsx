/** The other articles that tell the same story, opening inside: the same text elsewhere, or another report of the event. */
import type { StoryPart } from '../../contract/article'
import { useApp } from '../app/window-context'
import { wording } from '../text/wording'

export function StoryVersions({ parts }: { readonly parts: readonly StoryPart[] }) {
  const openRelated = useApp((state) => state.openRelated)
  if (parts.length === 0) return null
  const text = wording.stories
  return (
    <section className="related" aria-label={text.versions}>
      <h2>{text.versions}</h2>
      <ul className="cards">
        {parts.map(({ articleId, title, feedTitle, sameText }) => (
          <li key={articleId}>
            <button type="button" className="card" onClick={() => void openRelated(articleId)}>
              <span className="card-title" dir="auto">
                {title || wording.reader.untitled}
              </span>
              <span className="card-place">
                <bdi>{feedTitle}</bdi> · <bdi>{sameText ? text.sameText : text.otherReport}</bdi>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
