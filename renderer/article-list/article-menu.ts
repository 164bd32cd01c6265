/** What can be done with the articles that are meant: the same entries for one and for several, as far as they make sense. */
import type { ArticleStatus } from '../../contract/article'
import type { ArticleId } from '../../contract/article-id'
import type { MenuItem } from '../controls/menu-button'
import { keyShower } from '../app/key-map'
import { muteDraft } from '../rules/mute-draft'
import type { AppState } from '../store/app-state'
import { wording } from '../text/wording'

export function articleMenu(articleIds: readonly ArticleId[], state: AppState): readonly (MenuItem | null)[] {
  const [first] = articleIds
  if (first === undefined) return []
  return articleIds.length === 1
    ? oneArticle(first, state)
    : [...statusItems(articleIds, state), ...removalItems(articleIds, state)]
}

function oneArticle(articleId: ArticleId, state: AppState): readonly (MenuItem | null)[] {
  const row = state.rows.get(articleId)
  if (!row) return []
  const { url, feedId } = row
  const key = keyShower(state)
  const text = wording.list
  const link: readonly MenuItem[] =
    url === null
      ? []
      : [
          {
            label: wording.reader.openInBrowser,
            icon: 'external',
            keys: key('open-in-browser'),
            onChoose: () => void state.openExternal(url),
          },
          { label: text.copyLink, icon: 'export', onChoose: () => void state.copyLink(url) },
        ]
  return [
    { label: text.open, icon: 'forward', onChoose: () => void state.open(articleId) },
    ...link,
    null,
    ...statusItems([articleId], state),
    null,
    {
      label: text.markAbove,
      icon: 'up',
      keys: key('mark-above-read'),
      onChoose: () => void state.markAboveRead(articleId),
    },
    {
      label: text.markBelow,
      icon: 'down',
      keys: key('mark-below-read'),
      onChoose: () => void state.markBelowRead(articleId),
    },
    null,
    ...removalItems([articleId], state),
    {
      label: text.muteLike,
      icon: 'mute',
      keys: key('mute-like'),
      onChoose: () => {
        state.draftRule(muteDraft(row, crypto.randomUUID()))
      },
    },
    ...storyItems(articleId, state),
    {
      label: text.goToFeed,
      icon: 'feed',
      onChoose: () => void state.showList({ view: 'all', feedId, folder: null, order: state.query.order }),
    },
  ]
}

function removalItems(articleIds: readonly ArticleId[], state: AppState): readonly MenuItem[] {
  return [
    {
      label: wording.list.remove(articleIds.length),
      icon: 'trash',
      keys: keyShower(state)('remove-article'),
      onChoose: () => void state.removeArticles(articleIds),
    },
  ]
}

/** For a story's row and for what is shown under it. */
function storyItems(articleId: ArticleId, state: AppState): readonly MenuItem[] {
  const { openStories, rows } = state
  const inStory =
    rows.get(articleId)?.story || [...openStories.parts.values()].some((ids) => ids.includes(articleId))
  if (!inStory) return []
  return [{ label: wording.stories.part, icon: 'close', onChoose: () => void state.partStory([articleId]) }]
}

function statusItems(articleIds: readonly ArticleId[], state: AppState): readonly MenuItem[] {
  const { reader } = wording
  const key = keyShower(state)
  const all = (what: keyof ArticleStatus) =>
    articleIds.every((articleId) => state.rows.get(articleId)?.status[what] === true)
  const mark = (change: Partial<ArticleStatus>) => () => void state.markMany(articleIds, change)
  const [read, starred, saved] = [all('read'), all('starred'), all('saved')]
  const ready = articleIds.every((articleId) => state.rows.get(articleId)?.ready === true)
  return [
    {
      label: read ? reader.markUnread : reader.markRead,
      icon: read ? 'unread' : 'read',
      keys: key('toggle-read'),
      onChoose: mark({ read: !read }),
    },
    {
      label: starred ? reader.unstar : reader.star,
      icon: 'star',
      keys: key('toggle-star'),
      onChoose: mark({ starred: !starred }),
    },
    {
      label: saved ? reader.unsave : reader.save,
      icon: 'save',
      keys: key('toggle-saved'),
      onChoose: mark({ saved: !saved }),
    },
    ...(ready
      ? []
      : [
          {
            label: reader.prepare,
            icon: 'ready',
            keys: key('prepare-offline'),
            onChoose: () => void state.prepareOffline(...articleIds),
          } as const,
        ]),
  ]
}
