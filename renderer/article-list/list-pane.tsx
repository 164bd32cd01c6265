/** The middle pane: search field, the list's name and tools, and the list itself or what there is to say instead. */
import { SearchField } from '../search/search-field'
import { IconButton } from '../controls/icon-button'
import { ListDivider } from '../app/pane-divider'
import { useApp } from '../app/window-context'
import { visibleLayout } from '../store/visible-list'
import { wording } from '../text/wording'
import { ArticleList } from './article-list'
import { EditionLine } from './edition-line'
import { ListHeader } from './list-header'
import { ListState } from './list-state'
import { NewArticlesPill } from './new-articles-pill'

export function ListPane() {
  const empty = useApp((state) => visibleLayout(state).ids.length === 0)
  const showPane = useApp((state) => state.showPane)
  return (
    <section className="list-pane" aria-label={wording.list.region}>
      <div className="list-top">
        <span className="only-narrow">
          <IconButton
            icon="sidebar"
            label={wording.actions.showFeeds}
            onClick={() => {
              showPane('sidebar')
            }}
          />
        </span>
        <SearchField />
      </div>
      <ListHeader />
      <EditionLine />
      <div className="list-body">
        {empty ? <ListState /> : <ArticleList />}
        <NewArticlesPill />
      </div>
      <ListDivider />
    </section>
  )
}
