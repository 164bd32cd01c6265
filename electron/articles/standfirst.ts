/** The paragraph below the headline that many pages keep outside the text block: found by its name or by the page's own description. */
import { makeElement, makeText, type HtmlElement, type HtmlParent } from './html-tree'
import { attribute, closest, findElements, foldSpace, namesOf, textOf } from './walk-html'

const NAMED =
  /(?:^|[\s_-])(?:lead|lede|leadtext|lead-?(?:text|paragraph|in)|standfirst|sub-?title|sub-?headline|sub-?head(?:ing)?|subhed|deck|dek|excerpt|intro(?:-?text|duction)?|teaser-?text|abstract|chapo|chapeau|hat|strapline|vorspann|anriss|bajada|copete|sommario|occhiello|entradilla|ingress|manchet|entry-summary|article-?(?:summary|description|lead|intro)|post-?(?:excerpt|subtitle|lead|intro)|text-lead|top-description|news-description)(?=$|[\s_-])/
const ELSEWHERE =
  /related|sidebar|comment|footer|teaser(?!-?text)|card|list|widget|recommend|promo|newsletter|nav|menu|carousel|slider|author|most-|popular|grid-item/
const LEAST = 40
const MOST = 700

interface Known {
  readonly title: string | null
  readonly lead: string | null
}

/** Text of the standfirst, or null. Looks before anything is removed; changes nothing. */
export function findStandfirst(tree: HtmlParent, { title, lead }: Known): string | null {
  const blocks = findElements(tree, (element) => /^(?:p|div|h[1-4]|span|section)$/.test(element.tagName))
  const headline = blocks.findIndex(
    (block) => /^h[12]$/.test(block.tagName) && title !== null && textOf(block) === title,
  )
  const near = blocks.slice(Math.max(0, headline), headline < 0 ? 400 : headline + 120)
  const described = lead === null ? '' : squeeze(lead).slice(0, 60)
  const found = near.find((block) => {
    const named = NAMED.test(namesOf(block))
    if (!named && (described.length <= 40 || !isLine(block))) return false
    const text = textOf(block)
    if (text.length < LEAST || text.length > MOST || text === title) return false
    return (named || squeeze(text).startsWith(described)) && !isElsewhere(block) && !isLinked(block, text)
  })
  return found ? textOf(found) : null
}

function isLine(element: HtmlElement): boolean {
  return /^(?:p|h[2-4])$/.test(element.tagName)
}

function isLinked(block: HtmlElement, text: string): boolean {
  const linked = findElements(block, (element) => element.tagName === 'a').reduce(
    (sum, link) => sum + textOf(link).length,
    0,
  )
  return linked > text.length * 0.3
}

function isElsewhere(block: HtmlElement): boolean {
  const outside = (element: HtmlElement): boolean =>
    /^(?:aside|nav|footer|form|li|figure|button)$/.test(element.tagName) ||
    attribute(element, 'aria-hidden') === 'true' ||
    (element.tagName !== 'body' && element.tagName !== 'html' && ELSEWHERE.test(namesOf(element)))
  return closest(block, outside) !== null
}

function squeeze(text: string): string {
  return foldSpace(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Puts it above the text, unless the text has it already. */
export function addStandfirst(content: HtmlParent, standfirst: string | null): void {
  if (standfirst === null) return
  const known = squeeze(textOf(content))
  const wanted = squeeze(standfirst)
  if (known.includes(wanted.slice(0, 60)) || known.length < wanted.length) return
  const paragraph = makeElement('p', {}, [makeText(standfirst)])
  paragraph.parentNode = content
  content.childNodes.unshift(paragraph)
}
