/** What the publisher changed in the open article: its versions by date, the changes of the chosen one, and the text as it was before. */
import { useState } from 'react'
import type { ArticleDetail } from '../../contract/article'
import type { VersionChange } from '../../contract/version'
import { useApp } from '../app/window-context'
import { Dialog } from '../controls/dialog'
import { articleDirection } from '../reader/article-direction'
import { formatClock, formatDateline } from '../text/format-date'
import { wording } from '../text/wording'
import { ChangedText, Runs } from './changed-text'
import { countChanges } from './fold-same'

type View = keyof typeof wording.versions.views

export function ChangesDialog() {
  const article = useApp((state) => state.article)
  const close = useApp((state) => state.closeDialog)
  if (article.state !== 'ready') return null
  return (
    <Dialog title={wording.versions.title} size="large" onClose={close} scrollsByKey>
      <div className="changes" data-several={article.detail.versions.length > 1 || undefined}>
        <VersionList detail={article.detail} />
        <ShownVersion detail={article.detail} />
      </div>
    </Dialog>
  )
}

const when = (at: string) => `${formatDateline(at)}, ${formatClock(at)}`

function VersionList({ detail: { versions } }: { readonly detail: ArticleDetail }) {
  const shown = useApp((state) => state.versionAt)
  const show = useApp((state) => state.showChanges)
  if (versions.length < 2) return null
  return (
    <nav aria-label={wording.versions.list}>
      <ul>
        {versions.toReversed().map(({ at }) => (
          <li key={at}>
            <button
              type="button"
              aria-current={at === shown ? 'true' : undefined}
              onClick={() => void show(at)}
            >
              {formatDateline(at)}
              <small>{formatClock(at)}</small>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function ShownVersion({ detail }: { readonly detail: ArticleDetail }) {
  const shown = useApp((state) => state.versionChange)
  const [view, setView] = useState<View>('changes')
  if (shown.state === 'loading')
    return <p className="quiet" role="status" aria-label={wording.versions.loading} />
  if (shown.state === 'failed') return <p role="alert">{shown.message}</p>
  const { change } = shown
  const { added, removed } = countChanges(change)
  return (
    <div className="change">
      <div className="change-head">
        <p className="quiet">
          <time dateTime={change.at}>{when(change.at)}</time>
          <span role="status">{wording.versions.summary(added, removed)}</span>
        </p>
        <ViewChoice view={view} onView={setView} />
      </div>
      <div className="change-text" lang={detail.language ?? undefined} dir={articleDirection(detail)}>
        {view === 'changes' ? <Changes change={change} /> : <Earlier change={change} />}
      </div>
    </div>
  )
}

interface ViewChoiceProps {
  readonly view: View
  readonly onView: (view: View) => void
}

function ViewChoice({ view, onView }: ViewChoiceProps) {
  return (
    <div className="segments" role="radiogroup" aria-label={wording.versions.shown}>
      {(Object.entries(wording.versions.views) as [View, string][]).map(([one, title]) => (
        <label key={one}>
          <input
            type="radio"
            name="version-view"
            checked={one === view}
            onChange={() => {
              onView(one)
            }}
          />
          <span>{title}</span>
        </label>
      ))}
    </div>
  )
}

function Changes({ change: { at, title, paragraphs } }: { readonly change: VersionChange }) {
  return (
    <>
      <h3 dir="auto">
        <Runs runs={title.runs} />
      </h3>
      {/* Another version begins folded again. */}
      <ChangedText key={at} paragraphs={paragraphs} />
    </>
  )
}

function Earlier({ change: { title, earlier } }: { readonly change: VersionChange }) {
  return (
    <>
      <h3 dir="auto">
        {title.runs
          .filter(({ kind }) => kind !== 'added')
          .map(({ text }) => text)
          .join('')}
      </h3>
      {earlier
        .split(/\n+/)
        .filter((paragraph) => paragraph.trim() !== '')
        .map((paragraph, at) => (
          // The same words may stand twice: the place is the identity.
          <p key={String(at)} dir="auto">
            {paragraph}
          </p>
        ))}
    </>
  )
}
