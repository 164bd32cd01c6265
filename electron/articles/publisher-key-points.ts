/** The publisher's own key points: a short list between headline and text, or under "Key points", "At a glance" and the like in many languages. */
import type { HtmlElement, HtmlNode, HtmlParent } from './html-tree'
import { measureOf, type BlockMeasures } from './measure-blocks'
import { closest, findElements, findFirst, isElement, isText, namesOf, textOf } from './walk-html'

/** Headings of key points, tested on the whole text of a short element without its colon. */
const HEADING = new RegExp(
  '^(?:' +
    [
      "(?:the |our )?key (?:points?|takeaways?|facts?|findings|messages|developments)(?: (?:of|from) .{2,40})?|(?:story |article |key |top |news |the )?highlights|(?:the )?synopsis|(?:(?:today|the day|this week) )?at a glance|takeaways|what (?:you need|we need|to|you should) (?:to )?know(?: (?:about|today) .{2,40})?|what to know(?: .{2,40})?|in (?:brief|short|a nutshell|summary)|quick (?:read|take|facts)|tl;?dr|the (?:big picture|bottom line|gist)|summary|article summary|(?:the )?essentials|things to know|what['’]s (?:new|happening)|need to know|fast facts|main points|topline",
      "das wichtigste(?: in kürze| zum thema| im überblick| auf einen blick)?|auf einen blick|in kürze|kurz (?:gesagt|zusammengefasst|und knapp)|darum geht[’']?s|die wichtigsten (?:punkte|fakten)|überblick|zusammenfassung|kernpunkte|kurz & knapp|worum geht es\\??",
      "l['’]essentiel(?: en bref)?|en bref|points? (?:clés?|forts?)|les points (?:clés|à retenir)|à retenir|ce qu['’]il faut (?:savoir|retenir)|en résumé|résumé",
      'puntos (?:clave|principales)|(?:las )?claves(?: del? .{2,40})?|lo (?:esencial|más importante|que debes saber)|en (?:breve|resumen|síntesis)|resumen|pontos[- ]chave|(?:os )?destaques|o essencial|em resumo|em destaque|resumo',
      'in (?:breve|sintesi)|punti chiave|i punti (?:chiave|principali)|(?:i fatti )?in breve|kort samengevat|in het kort|samenvatting|hoofdpunten|de belangrijkste punten|kort (?:sagt|fortalt|om saken)|sammanfattning|sammendrag|oppsummering|i korthet|hovedpunkter|fakta|det viktigste',
      'najważniejsze (?:informacje|fakty)|w skrócie|podsumowanie|najdůležitější|stručně|shrnutí|коротко|главное|кратко|ключевые (?:моменты|тезисы)|основное|що відомо|головне|με λίγα λόγια|özet|öne çıkanlar|ringkasan|poin penting|tóm tắt|最新消息|要点|重点|核心提示|摘要|要點|重點|ポイント|この記事のポイント|要約|요약|핵심 요약|أبرز النقاط|النقاط الرئيسية|ملخص|עיקרי הדברים|תקציר',
    ].join('|') +
    ')$',
  'iu',
)
const NAMED =
  /(?:^|[\s_-])(?:key-?(?:points?|takeaways?|facts|ideas)|keypoints|takeaways|story-?highlights?|article-?(?:highlights?|summary|bullets|keypoints)|bullet-?points?|summary-?(?:list|points|bullets|box)|quick-?summary|at-a-glance|tl-?dr|mol-bullets-with-font|el__storyhighlights\S*|in-brief|nutshell|smart-?summary|kurzfassung)(?=$|[\s_-])/
const BULLET = /^\s*[•●▪■◦‣►▶–—*·-]\s+/
/** A call to go elsewhere, as the last of the bullets. */
const CALL =
  /^(?:visit|read (?:more|also)|see (?:also|more)|click|sign up|subscribe|follow (?:us|our)|watch|listen|clique|haga clic|cliquez|klicken sie|hier klicken|lesen sie)\b/i
const LEAST_POINTS = 2
const MOST_POINTS = 8
const LEAST_LETTERS = 20
const MOST_LETTERS = 600
/** How far below the headline key points may stand, among dates, bylines and pictures. */
const MOST_BLOCKS = 14

export interface PublisherPoints {
  readonly points: readonly string[]
  /** The blocks that hold them and stand above the text: to be taken out of the body. */
  readonly blocks: readonly HtmlElement[]
}

const NONE: PublisherPoints = { points: [], blocks: [] }

/** Looks in a page or in a body; changes nothing. `title` is the article's headline, where the page's tree has it. */
export function publisherKeyPoints(
  tree: HtmlParent,
  measures: BlockMeasures,
  title: string | null,
): PublisherPoints {
  return (
    namedPoints(tree, measures) ??
    headedPoints(tree, measures) ??
    pointsBelowTitle(tree, measures, title) ??
    NONE
  )
}

function namedPoints(tree: HtmlParent, measures: BlockMeasures): PublisherPoints | null {
  for (const block of findElements(tree, (element) => NAMED.test(namesOf(element)))) {
    if (measureOf(measures, block).letters > MOST_POINTS * MOST_LETTERS) continue
    const points = pointsIn(block, measures)
    if (points) return { points, blocks: [block] }
  }
  return null
}

function headedPoints(tree: HtmlParent, measures: BlockMeasures): PublisherPoints | null {
  const headings = findElements(tree, (element) => {
    const { letters } = measureOf(measures, element)
    return (
      letters >= 3 &&
      letters <= 60 &&
      /^(?:h[1-6]|p|div|strong|b|span|dt|header|summary|legend)$/.test(element.tagName)
    )
  })
  for (const heading of headings) {
    if (!HEADING.test(textOf(heading).replace(/\s{0,9}[:：.]{1,9}\s{0,9}$/, ''))) continue
    const label = outermostAlone(heading, measures)
    const list = nextBlock(label)
    const points = list && pointsIn(list, measures)
    if (points) return { points, blocks: [label, list] }
  }
  return null
}

function outermostAlone(element: HtmlElement, measures: BlockMeasures): HtmlElement {
  let block = element
  for (let parent = block.parentNode; isElement(parent); parent = block.parentNode) {
    if (measureOf(measures, parent).letters > measureOf(measures, element).letters) break
    block = parent
  }
  return block
}

function nextBlock(element: HtmlElement): HtmlElement | null {
  const siblings: readonly HtmlNode[] = element.parentNode?.childNodes ?? []
  for (const node of siblings.slice(siblings.indexOf(element) + 1)) {
    if (isElement(node) && textOf(node) !== '') return node
    if (isText(node) && node.value.trim() !== '') return null
  }
  return null
}

/** A list that follows the headline, with the running text right after it. */
function pointsBelowTitle(
  tree: HtmlParent,
  measures: BlockMeasures,
  title: string | null,
): PublisherPoints | null {
  const blocks = blocksBelow(tree, title)
  const text = blocks.findIndex((block) => isRunningText(block, measures))
  // Without a text below it, a list is the text; but for one that is all there is between headline and pictures.
  const above = blocks.slice(0, text < 0 ? 2 : text)
  for (const [at, list] of above.entries()) {
    if (list.tagName !== 'ul' || insideFrame(list) || leadsInto(above[at - 1])) continue
    const points = pointsIn(list, measures)
    if (points?.every(isTold)) return { points, blocks: [list] }
  }
  const bulleted = above.filter(isBulleted)
  const points = bulleted.map((block) => textOf(block).replace(BULLET, '')).filter((line) => !CALL.test(line))
  if (points.length < LEAST_POINTS || points.length > MOST_POINTS) return null
  return { points, blocks: bulleted }
}

/** "They found three things:" and a label such as "Ingredients:" go on in their list. */
function leadsInto(before: HtmlElement | undefined): boolean {
  return before !== undefined && before.tagName !== 'h1' && /[:：]$/.test(textOf(before))
}

/** A statement; no part of a longer sentence, no "Author: Ann Quay", no menu of players and settings. */
function isTold(point: string): boolean {
  if (/[,;]$/.test(point) || /^\p{Ll}/u.test(point) || /^[^:]{2,24}:\s/.test(point)) return false
  return point.split(/\s+/).length >= 4 || UNSPACED.test(point)
}

const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]/

/** The first few blocks after the headline; from the start where the tree is a body and has no headline. */
function blocksBelow(tree: HtmlParent, title: string | null): HtmlElement[] {
  const blocks = findElements(tree, isBlockOfText)
  if (title === null) return blocks.slice(0, MOST_BLOCKS)
  const wanted = title.toLowerCase()
  const isHeadline = (block: HtmlElement): boolean =>
    /^h[12]$/.test(block.tagName) && textOf(block).toLowerCase() === wanted
  const named = blocks.findIndex(isHeadline)
  const at = named < 0 ? blocks.findIndex((block) => block.tagName === 'h1') : named
  return at < 0 ? [] : blocks.slice(at, at + MOST_BLOCKS)
}

/** Also a `div` that has text of its own beside its children. */
function isBlockOfText(element: HtmlElement): boolean {
  if (/^(?:h1|h2|p|ul)$/.test(element.tagName)) return true
  return (
    element.tagName === 'div' &&
    element.childNodes.some((node) => isText(node) && node.value.trim().length >= LEAST_LETTERS)
  )
}

function isRunningText(block: HtmlElement, measures: BlockMeasures): boolean {
  return /^(?:p|div)$/.test(block.tagName) && measureOf(measures, block).letters >= 80 && !isBulleted(block)
}

function isBulleted(block: HtmlElement): boolean {
  const text = textOf(block)
  return (
    block.tagName === 'p' && BULLET.test(text) && text.length >= LEAST_LETTERS && text.length <= MOST_LETTERS
  )
}

function insideFrame(element: HtmlElement): boolean {
  return closest(element, (outer) => /^(?:nav|footer|aside|form)$/.test(outer.tagName)) !== null
}

/** Items that are sentences or nearly so, few, and not links. */
function pointsIn(block: HtmlElement, measures: BlockMeasures): string[] | null {
  const list = /^(?:ul|ol)$/.test(block.tagName)
    ? block
    : findFirst(block, (element) => element.tagName === 'ul' || element.tagName === 'ol')
  if (!list) return null
  const items = list.childNodes.filter(isElement).filter((element) => element.tagName === 'li')
  if (items.length < LEAST_POINTS || items.length > MOST_POINTS) return null
  if (findFirst(list, (element) => /^(?:img|picture|video|h[1-6])$/.test(element.tagName))) return null
  const { letters, linked } = measureOf(measures, list)
  if (linked > letters * 0.25 || letters / items.length < 30) return null
  const points = items.map((item) => textOf(item).replace(BULLET, '')).filter((point) => !CALL.test(point))
  if (points.length < LEAST_POINTS) return null
  return points.every((point) => point.length >= LEAST_LETTERS && point.length <= MOST_LETTERS)
    ? points
    : null
}
