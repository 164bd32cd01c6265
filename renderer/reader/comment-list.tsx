/** Comments that are on this disk, threaded, and the way to the page's own comments. */
import type { ArticleComment, ArticleDetail } from '../../contract/article'
import { useApp } from '../app/window-context'
import { wording } from '../text/wording'
import { formatDateline } from '../text/format-date'

/** Deeper answers are drawn at this depth: a column of three words is not readable. */
const DEEPEST = 4

export function CommentList({ detail }: { readonly detail: ArticleDetail }) {
  const openExternal = useApp((state) => state.openExternal)
  const { comments, commentsUrl } = detail
  if (comments.length === 0 && commentsUrl === null) return null
  return (
    <section className="comments" aria-label={wording.reader.commentsHeading}>
      {comments.length > 0 ? <h2>{wording.reader.commentsHeading}</h2> : null}
      <Thread comments={comments} parent={null} depth={0} />
      {commentsUrl === null ? null : (
        <button
          type="button"
          className="comments-link"
          title={wording.reader.commentsHint}
          onClick={() => void openExternal(commentsUrl)}
        >
          {wording.reader.comments}
        </button>
      )}
    </section>
  )
}

interface ThreadProps {
  readonly comments: readonly ArticleComment[]
  readonly parent: number | null
  readonly depth: number
}

function Thread({ comments, parent, depth }: ThreadProps) {
  const here = comments.flatMap((comment, at) => (comment.parent === parent ? [{ comment, at }] : []))
  if (here.length === 0) return null
  return (
    <ul data-depth={Math.min(depth, DEEPEST)}>
      {here.map(({ comment, at }) => (
        <li key={at} dir="auto">
          <p className="comment-head">
            <bdi>{comment.author ?? wording.reader.anonymous}</bdi>
            {comment.published ? (
              <time dateTime={comment.published}>{formatDateline(comment.published)}</time>
            ) : null}
          </p>
          <p>{comment.text}</p>
          <Thread comments={comments} parent={at} depth={depth + 1} />
        </li>
      ))}
    </ul>
  )
}
