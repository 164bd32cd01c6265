/** Captions and credits of pictures: found, told apart, and taken out of the running text. */
import type { HtmlElement, HtmlParent } from './html-tree'
import {
  attribute,
  closest,
  findElements,
  findFirst,
  foldSpace,
  isElement,
  namesOf,
  removeNode,
  textOf,
} from './walk-html'

const HOLDER =
  /(?:^|[\s_-])(?:wp-caption|caption-?(?:box|wrapper|container)|image-?(?:with-)?caption|photo-?(?:wrapper|box|container)|image-?(?:wrapper|container|block|box)|figure|media-?(?:object|image|block)|article-?image|photo|(?:image|photo|picture|img)-(?:ct|holder|frame|inline|outer|inner|left|right|full|center))(?=$|[\s_-])/
const CAPTION =
  /(?:^|[\s_-])(?:caption|captions|caption-?text|wp-caption-text|image-?(?:caption|description)|photo-?(?:caption|text)|media-?caption|figcaption|cutline|legend|bildunterschrift|legende|didascalia)(?=$|[\s_-])/
const CREDIT =
  /(?:^|[\s_-])(?:credits?|image-?(?:credit|source|copyright|author)|photo-?(?:credit|source|by|grapher)|photographer|copyright|source|attribution|media-?credit|image_source|bildnachweis|bildquelle|quelle|fotograf)(?=$|[\s_-])/
const CREDIT_LABEL =
  /^(?:(?:photo(?:graph)?|image|picture|video|illustration|graphic|foto|bild|fotograf|fotografie|grafik|imagen|imagem|immagine|kuva|zdjęcie|фото)s?(?:\s*(?:credit|courtesy|source|copyright|by|via|from|of|par|von|di))?\s*[:/|–-]\s*|(?:photo(?:graph)?s?|image|picture|illustration)\s+(?:by|courtesy of|via|from)\s+|(?:credits?|courtesy(?: of)?|source|copyright|quelle|bildquelle|crédits?|crédit photo|fuente|créditos?|fonte|bron)\s*[:/]\s*|©\s*)/i
/** A credit at a caption's end: in brackets, or after a label. */
const TAIL_IN_BRACKETS =
  /\s{0,5}[([]((?:[^()[\]]{0,20}\b)?(?:photo|image|picture|illustration|credit|courtesy|getty|reuters|afp|ap|epa|shutterstock|alamy|foto|bild|dpa|news|press|times|file|via|by|©|agency|agence|xinhua|tass|anp|ntb|tt|ritzau|efe|ansa|lusa|pap|archive?)\b[^()[\]]{0,80})[)\]]\.?\s{0,5}$/i
const TAIL_AFTER_LABEL =
  /\s{0,5}(?:[|–—-]\s{0,5})?((?:photo(?:graph)?(?:\s{1,5}(?:by|credit|courtesy))?|image(?:\s{1,5}(?:credit|source|by))?|picture|credit|foto|bild|quelle|crédit(?: photo)?)\s{0,5}:\s{0,5}[^.:]{2,80}|©\s{0,5}[^.:]{2,80}|(?:photo|image|photograph)s?\s{1,5}(?:by|courtesy of)\s{1,5}[^.:]{2,60})\.?\s{0,5}$/i

export interface CaptionParts {
  readonly caption: string | null
  readonly credit: string | null
}

/** Parts the text below a picture. Words without a credit are all caption. */
export function splitCaption(text: string): CaptionParts {
  const folded = foldSpace(text).replace(
    /^(?:image (?:caption|source)|caption|hide caption|toggle caption),?:?\s+/i,
    '',
  )
  if (folded === '') return { caption: null, credit: null }
  if (CREDIT_LABEL.test(folded) && folded.length < 100 && !/[.!?]\s+\p{Lu}/u.test(folded))
    return { caption: null, credit: cleanCredit(folded) }
  const tail = folded.length < 2000 ? (TAIL_IN_BRACKETS.exec(folded) ?? TAIL_AFTER_LABEL.exec(folded)) : null
  if (!tail || tail.index < 3) return { caption: folded, credit: null }
  return { caption: folded.slice(0, tail.index).trim(), credit: cleanCredit(tail[1] ?? '') }
}

function cleanCredit(text: string): string | null {
  const bare = text
    .replace(/^\s*[([](.*)[)\]]\.?\s*$/s, '$1')
    .replace(CREDIT_LABEL, '')
    .replace(/^[\s:|/–—-]+|(?<![\s|/–—-])[\s|/–—-]+$/g, '')
    .trim()
  return bare === '' ? null : bare
}

/** Captions by the picture they belong to: the address exactly as it stands in its `src`. */
export type Captions = ReadonlyMap<string, CaptionParts>

/**
 * Takes captions and credits out of the tree, for they are no running text, and gives them back by picture. Blocks that only
 * look like a figure become one.
 */
export function takeCaptions(tree: HtmlParent): Captions {
  const captions = new Map<string, CaptionParts>()
  const holders = findElements(
    tree,
    (element) => element.tagName === 'figure' || HOLDER.test(namesOf(element)),
  )
  const inner = new Set(holders)
  for (const holder of holders) {
    const pictures = findElements(holder, (element) => element.tagName === 'img')
    const [picture] = pictures
    const nested = pictures.length > 1 && findFirst(holder, (element) => inner.has(element)) !== null
    if (!picture) dropBareCaption(holder)
    if (
      !picture ||
      nested ||
      (holder.tagName !== 'figure' && (pictures.length > 1 || textOf(holder).length > 800))
    )
      continue
    const parts = takeCaption(holder)
    const src = attribute(picture, 'src')
    if (src !== null && (parts.caption !== null || parts.credit !== null)) captions.set(src, parts)
  }
  return captions
}

/** The words below a picture that never came, or below a player that could not become a card. */
function dropBareCaption(holder: HtmlElement): void {
  if (holder.tagName !== 'figure') return
  const captions = findElements(holder, (element) => element.tagName === 'figcaption')
  const length = captions.reduce((sum, caption) => sum + textOf(caption).length, 0)
  if (length > 0 && textOf(holder).length <= length + 40) removeNode(holder)
}

function takeCaption(holder: HtmlElement): CaptionParts {
  const credits = outermost(
    findElements(holder, (element) => CREDIT.test(namesOf(element)) || element.tagName === 'cite'),
  )
  const creditTexts = credits.map(textOf).filter((text) => text !== '' && text.length < 200)
  const labelled = findElements(
    holder,
    (element) => element.tagName === 'figcaption' || CAPTION.test(namesOf(element)),
  )
  const captions = outermost(labelled.filter((element) => findFirst(element, isPicture) === null))
  for (const credit of credits) if (findFirst(credit, isPicture) === null) removeNode(credit)
  const captionText = [...new Set(captions.map(textOf))].join(' ')
  for (const caption of captions) removeNode(caption)
  if (
    captions.length + credits.length > 0 &&
    holder.tagName !== 'figure' &&
    findFirst(holder, (element) => element.tagName === 'figure') === null
  )
    holder.tagName = holder.nodeName = 'figure'
  const parts = splitCaption(captionText)
  const stated = [...new Set(creditTexts.map(cleanCredit).filter((text) => text !== null))].join(', ')
  return { caption: parts.caption, credit: stated || parts.credit }
}

function isPicture(element: HtmlElement): boolean {
  return element.tagName === 'img'
}

function outermost(elements: readonly HtmlElement[]): HtmlElement[] {
  const set = new Set(elements)
  return elements.filter((element) => {
    const parent = element.parentNode
    return !isElement(parent) || closest(parent, (outer) => set.has(outer)) === null
  })
}
