/** "also in 3 feeds" in the row of a story: a click shows the other versions under it, as the right arrow key does. */
import type { ArticleRow } from '../../contract/article'
import { useApp } from '../app/window-context'
import { Icon } from '../controls/icon'
import { wording } from '../text/wording'

export function StoryMarkView({ row: { articleId, story } }: { readonly row: ArticleRow }) {
  const open = useApp(
    ({ openStories, listNumber }) =>
      openStories.listNumber === listNumber && openStories.parts.has(articleId),
  )
  if (!story) return null
  const text = wording.stories
  return (
    <span className="row-story" data-open={open || undefined} title={open ? text.close : text.open}>
      <Icon name="chevron" />
      {text.also(story.feeds, story.articles)}
      {open ? <span className="spoken">{`, ${text.opened}`}</span> : null}
    </span>
  )
}
