/** Takes out the other articles that a page shows whole or in part below or inside its own: archives, "read next" streams, nested teasers. */
import type { HtmlElement, HtmlParent } from './html-tree'
import { measureOf, type BlockMeasures } from './measure-blocks'
import { attribute, closest, findElements, findFirst, removeElements, textOf } from './walk-html'

/** Letters below which an element holds a headline only, and what follows may be its text. */
const LEAST_LETTERS = 140

/** Changes the tree in place. Where no `article` holds the headline, the page may be a list of articles: only what is numbered as another goes. */
export function removeOtherStories(tree: HtmlParent, measures: BlockMeasures, title: string | null): void {
  const stories = findElements(tree, (element) => element.tagName === 'article')
  if (stories.length < 2) return
  const number = ownNumber(tree)
  const own = stories.find((story) => holdsHeadline(story, title))
  const known = own !== undefined && measureOf(measures, own).letters >= LEAST_LETTERS
  const others = new Set(
    stories.filter((story) => {
      if (number !== null && isNumberedElse(story, number)) return true
      return known && story !== own && closest(own, (outer) => outer === story) === null && isLinked(story)
    }),
  )
  if (others.size > 0) removeElements(tree, (element) => others.has(element))
}

/** WordPress writes the article's number on the body of its page, and on each article shown. */
function ownNumber(tree: HtmlParent): string | null {
  const body = findFirst(tree, (element) => element.tagName === 'body')
  return body === null ? null : (/(?:^|\s)postid-(\d+)/.exec(attribute(body, 'class') ?? '')?.[1] ?? null)
}

function isNumberedElse(story: HtmlElement, number: string): boolean {
  const own = /^post-(\d+)$/.exec(attribute(story, 'id') ?? '')?.[1]
  return own !== undefined && own !== number
}

function holdsHeadline(story: HtmlElement, title: string | null): boolean {
  return (
    findFirst(
      story,
      (inner) =>
        inner.tagName === 'h1' ||
        (/^h[2-4]$/.test(inner.tagName) && title !== null && textOf(inner) === title),
    ) !== null
  )
}

/** Its own heading leads to another page: that is where it stands whole. */
function isLinked(story: HtmlElement): boolean {
  const heading = findFirst(story, (inner) => /^h[1-5]$/.test(inner.tagName))
  if (!heading) return false
  const link =
    findFirst(heading, (inner) => inner.tagName === 'a') ?? closest(heading, (outer) => outer.tagName === 'a')
  const href = link === null ? null : attribute(link, 'href')
  return href !== null && href !== '' && !href.startsWith('#')
}
