/** Pictures with words below them become `figure` with one `figcaption`, the credit apart from the caption. */
import { makeElement, makeText, type HtmlElement, type HtmlParent } from './html-tree'
import {
  attribute,
  findElements,
  findFirst,
  foldSpace,
  isElement,
  namesOf,
  removeNode,
  textOf,
} from './walk-html'

const HOLDER =
  /(?:^|[\s_-])(?:wp-caption|caption-?(?:box|wrapper|container)|image-?(?:with-)?caption|photo-?(?:wrapper|box|container)|image-?(?:wrapper|container|block|box)|figure|media-?(?:object|image|block)|article-?image)(?=$|[\s_-])/
const CAPTION =
  /(?:^|[\s_-])(?:caption|captions|caption-?text|wp-caption-text|image-?(?:caption|description)|photo-?(?:caption|text)|media-?caption|figcaption|cutline|legend|bildunterschrift|legende|didascalia)(?=$|[\s_-])/
const CREDIT =
  /(?:^|[\s_-])(?:credits?|image-?(?:credit|source|copyright|author)|photo-?(?:credit|source|by|grapher)|photographer|copyright|source|attribution|media-?credit|image_source|bildnachweis|bildquelle|quelle|fotograf)(?=$|[\s_-])/
const CREDIT_LABEL =
  /^(?:(?:photo(?:graph)?|image|picture|video|illustration|graphic|foto|bild|fotograf|fotografie|grafik|imagen|imagem|immagine|kuva|zdjęcie|фото)s?(?:\s*(?:credit|courtesy|source|copyright|by|via|from|of|par|von|di))?\s*[:/|–-]\s*|(?:photo(?:graph)?s?|image|picture|illustration)\s+(?:by|courtesy of|via|from)\s+|(?:credits?|courtesy(?: of)?|source|copyright|quelle|bildquelle|crédits?|crédit photo|fuente|créditos?|fonte|bron)\s*[:/]\s*|©\s*)/i
/** A credit at a caption's end: in brackets, or after a label. */
const TAIL_IN_BRACKETS =
  /\s*[([]((?:[^()[\]]{0,20}\b)?(?:photo|image|picture|credit|courtesy|getty|reuters|afp|ap|epa|shutterstock|alamy|foto|bild|dpa|news|press|times|file|via|by|©|agency|agence|xinhua|tass|anp|ntb|tt|ritzau|efe|ansa|lusa|pap|archive?)\b[^()[\]]{0,80})[)\]]\.?\s*$/i
const TAIL_AFTER_LABEL =
  /\s*(?:[.|–—-]\s*)?((?:photo(?:graph)?(?:\s+(?:by|credit|courtesy))?|image(?:\s+(?:credit|source|by))?|picture|credit|foto|bild|quelle|crédit(?: photo)?)\s*:\s*[^.:]{2,80}|©\s*[^.:]{2,80}|(?:photo|image|photograph)s?\s+(?:by|courtesy of)\s+[^.:]{2,60})\.?\s*$/i

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
    .replace(CREDIT_LABEL, '')
    .replace(/^[\s:|/–—-]+|[\s|/–—-]+$/g, '')
    .trim()
  return bare === '' ? null : bare
}

/** Changes the tree in place. */
export function normaliseFigures(tree: HtmlParent): void {
  const holders = findElements(
    tree,
    (element) => element.tagName === 'figure' || HOLDER.test(namesOf(element)),
  )
  for (const holder of holders) {
    const pictures = findElements(holder, (element) => element.tagName === 'img')
    const nested = findElements(holder, (element) => holders.includes(element))
    if (pictures.length !== 1 || nested.length > 0 || textOf(holder).length > 1500) continue
    normalise(holder)
  }
}

function normalise(holder: HtmlElement): void {
  const credits = outermost(
    findElements(holder, (element) => CREDIT.test(namesOf(element)) || element.tagName === 'cite'),
  )
  const creditText = credits.map(textOf).filter((text) => text !== '' && text.length < 200)
  for (const credit of credits) removeNode(credit)
  const captions = outermost(
    findElements(holder, (element) => element.tagName === 'figcaption' || CAPTION.test(namesOf(element))),
  )
  const captionText = [...new Set(captions.map(textOf))].join(' ')
  if (captions.length === 0 && creditText.length === 0 && holder.tagName !== 'figure') return
  const parts = splitCaption(captionText)
  const credit =
    [...new Set(creditText.map((text) => cleanCredit(text)).filter((text) => text !== null))].join(', ') ||
    parts.credit
  const caption =
    captions[0] && parts.credit === null
      ? captions[0].childNodes
      : parts.caption === null
        ? []
        : [makeText(parts.caption)]
  const children = [...caption]
  for (const element of captions) removeNode(element)
  if (credit)
    children.push(
      ...(children.length > 0 ? [makeText(' ')] : []),
      makeElement('small', { class: 'credit' }, [makeText(credit)]),
    )
  if (holder.tagName !== 'figure') holder.tagName = holder.nodeName = 'figure'
  if (children.length === 0) return
  const figcaption = makeElement('figcaption', {}, children)
  figcaption.parentNode = holder
  holder.childNodes.push(figcaption)
}

function outermost(elements: readonly HtmlElement[]): HtmlElement[] {
  const set = new Set(elements)
  return elements.filter((element) => {
    for (let parent = element.parentNode; isElement(parent); parent = parent.parentNode)
      if (set.has(parent)) return false
    return true
  })
}

/** What a caption of a finished body says, the credit apart. */
export function readCaption(figure: HtmlElement): CaptionParts {
  const figcaption = findFirst(figure, (element) => element.tagName === 'figcaption')
  if (!figcaption) return { caption: null, credit: null }
  const small = findFirst(
    figcaption,
    (element) => element.tagName === 'small' && attribute(element, 'class') === 'credit',
  )
  const credit = small ? textOf(small) : ''
  const whole = textOf(figcaption)
  const caption =
    credit !== '' && whole.endsWith(credit) ? whole.slice(0, whole.length - credit.length).trim() : whole
  return { caption: caption || null, credit: credit || null }
}
