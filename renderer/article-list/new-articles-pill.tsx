/** Says how many articles a sync brought that the list does not show yet; pressing it shows them. */
import { Icon } from '../controls/icon'
import { useApp, useWindow } from '../app/window-context'
import { PAGE_SIZE } from '../store/list-slice'
import { wording } from '../text/wording'

export function NewArticlesPill() {
  const { parts } = useWindow()
  const fresh = useApp((state) => (state.searchLayout ? 0 : state.pendingNew))
  const showNew = useApp((state) => state.showNew)
  if (fresh === 0) return null
  return (
    <button
      type="button"
      className="new-pill"
      onClick={() => {
        parts.focusList()
        void showNew()
      }}
    >
      <Icon name="up" />
      {wording.list.newArticles(fresh, fresh >= PAGE_SIZE)}
    </button>
  )
}
