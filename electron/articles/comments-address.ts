/** Where a page's comments are written or read: its form or thread, to be opened in the browser. */
import { absoluteUrl } from '../../contract/absolute-url'
import type { HtmlElement, HtmlParent } from './html-tree'
import { attribute, findFirst, namesOf } from './walk-html'

const FORM =
  /(?:^|[\s_-])(?:commentform|comment-?form|respond|disqus_thread|reply-?form|comments?-?(?:area|section|thread|container|list)|commentlist|comments|fb-comments|discourse-comments)(?=$|[\s_-])/
const LINK_TEXT = /(?:#(?:comments?|respond|disqus_thread|kommentare|commentaires)|\/comments?\/?)$/i

/** Null when the page shows no sign of comments. */
export function commentsAddress(
  tree: HtmlParent,
  pageUrl: string | null,
  stated: string | null,
): string | null {
  const said = absoluteUrl(stated, pageUrl)
  if (said !== null) return said
  const place = findFirst(
    tree,
    (element) => element.tagName !== 'body' && element.tagName !== 'html' && FORM.test(namesOf(element)),
  )
  const link = findFirst(
    tree,
    (element) => element.tagName === 'a' && LINK_TEXT.test(attribute(element, 'href') ?? ''),
  )
  if (place === null && link === null) return null
  const inPage = absoluteUrl(link && attribute(link, 'href'), pageUrl)
  if (inPage !== null && pageUrl !== null && samePage(inPage, pageUrl)) return inPage
  const id = place && idOf(place)
  return absoluteUrl(id ? `#${id}` : '', pageUrl) ?? absoluteUrl(pageUrl)
}

function idOf(element: HtmlElement): string | null {
  return attribute(element, 'id')
}

/** The same page, or the thread that stands below its address. */
function samePage(link: string, pageUrl: string): boolean {
  const page = pageUrl.split(/[#?]/, 1)[0] ?? pageUrl
  return link.startsWith(page)
}
