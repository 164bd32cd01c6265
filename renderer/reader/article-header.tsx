/** The head of an article: section path, dateline, title, byline, feed and reading time. */
import type { ArticleDetail } from '../../contract/article'
import { useApp } from '../app/window-context'
import { wording } from '../text/wording'
import { formatClock, formatDateline } from '../text/format-date'

export function ArticleHeader({ detail }: { readonly detail: ArticleDetail }) {
  const time = detail.published ?? detail.arrived
  const byline = detail.byline ?? detail.author
  return (
    <header className="head">
      {detail.section.length > 0 ? (
        <nav className="section-path" aria-label={wording.reader.section}>
          <ol>
            {detail.section.map((name) => (
              <li key={name} dir="auto">
                {name}
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
      <time className="dateline" dateTime={time}>
        {formatDateline(time)}
      </time>
      <h1 dir="auto">{detail.title || wording.reader.untitled}</h1>
      {byline ? (
        <p className="byline" dir="auto">
          {byline}
        </p>
      ) : null}
      <p className="origin">
        <bdi>{detail.feedTitle}</bdi>
        <span>
          <bdi dir="ltr">{formatClock(time)}</bdi>
        </span>
        <span>
          <bdi dir="ltr">{wording.reader.minutes(Math.max(1, detail.readingMinutes))}</bdi>
        </span>
        <Updated detail={detail} />
        <ReadinessMark ready={detail.ready} />
      </p>
    </header>
  )
}

/** Says whether all of it is here, and opens what is. */
function ReadinessMark({ ready }: { readonly ready: boolean }) {
  const show = useApp((state) => state.showReadiness)
  const { mark, open, title } = wording.readiness
  const words = ready ? mark.whole : mark.part
  return (
    <span className="on-screen">
      <button
        type="button"
        className="updated"
        aria-label={open(words)}
        title={title}
        onClick={() => void show()}
      >
        {words}
      </button>
    </span>
  )
}

/** Opens what changed where the earlier text was kept. */
function Updated({ detail: { updated, published, versions } }: { readonly detail: ArticleDetail }) {
  const show = useApp((state) => state.showChanges)
  const last = versions.at(-1)?.at
  const at = updated !== null && updated !== published ? updated : last
  if (at === undefined) return null
  const words = wording.reader.updated(`${formatDateline(at)}, ${formatClock(at)}`)
  if (last === undefined) return <span>{words}</span>
  return (
    <span>
      <button
        type="button"
        className="updated"
        aria-label={wording.versions.show(words)}
        title={wording.versions.title}
        onClick={() => void show()}
      >
        {words}
      </button>
    </span>
  )
}
