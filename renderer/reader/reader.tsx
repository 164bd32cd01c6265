/** The right pane: the open article with its actions, or what stands in its place. */
import { Icon } from '../controls/icon'
import { useApp } from '../app/window-context'
import type { KeyFollower } from '../app/follow-keys'
import { wording } from '../text/wording'
import { ArticleActions } from './article-actions'
import { ArticleView } from './article-view'
import { TypePopover } from './type-popover'

export function Reader({ keys }: { readonly keys: KeyFollower }) {
  const article = useApp((state) => state.article)
  return (
    <div className="reader">
      <section className="reader-pane" aria-label={wording.reader.region}>
        <ArticleActions />
        {article.state === 'ready' ? <TypePopover /> : null}
        {article.state === 'ready' ? <ArticleView detail={article.detail} keys={keys} /> : <Instead />}
      </section>
    </div>
  )
}

function Instead() {
  const state = useApp(({ article }) => article.state)
  const message = useApp(({ article }) => (article.state === 'failed' ? article.message : ''))
  const reload = useApp((all) => all.reloadArticle)
  if (state === 'loading')
    return <div className="reader-state loading" role="status" aria-label={wording.reader.loading} />
  if (state === 'failed') {
    return (
      <div className="reader-state" role="alert">
        <Icon name="warning" />
        <h2>{wording.reader.failed}</h2>
        <p>{message}</p>
        <button type="button" className="button" onClick={() => void reload()}>
          {wording.actions.retry}
        </button>
      </div>
    )
  }
  const [title, hint] = wording.empty.reader
  return (
    <div className="reader-state">
      <span className="reader-mark" aria-hidden="true" />
      <h2>{title}</h2>
      <p>{hint}</p>
    </div>
  )
}
