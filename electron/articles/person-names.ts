/** Telling people's names from the words around them in a byline: "by", jobs, dates, addresses. */
import { decodeReferences } from '../feeds/references'
import { foldSpace } from './walk-html'

const BY =
  /^(?:(?:written|posted|published|reported|story|text|words|article|edited|review(?:ed)?)\s+by|by|von|par|por|di|door|av|af|da|de|autor(?:in)?|author|auteur|autore|text|texte|от|автор|przez|yazan)(?:\s*:\s*|\s+)/i
const PIECE_BY =
  /^(?:ein(?:e)?\s+|un(?:e|a)?\s+)?(?:(?:gast|blog)?[\s-]?(?:artikel|beitrag|kommentar)|kolumne|essay|interview|bericht|pressemitteilung|article|artículo|articolo)\s+(?:von|by|par|de|di)\s+/i
const NOT_NAME =
  /https?:|www\.|@|\b(?:staff writer|read more|follow|subscribe|updated|published|posted|minutes?|comments?|share|view all|all posts|about the author|more from|contact|email|click|photo|photograph|full bio|uncategorized|kommentare?|hinterlasse)\b|^(?:undefined|null|none|text|datum|date|fecha|data)$/i
const HANDLE = /^[\p{Ll}\d]+(?:[._-][\p{Ll}\d]+)*$/u
const LONGEST_LINE = 360

/** Splits a line of names and cleans each. */
export function cleanNames(line: string): string[] {
  const text = foldSpace(line.includes('&') ? decodeReferences(line) : line)
  if (text.length > LONGEST_LINE || /^(?:https?:|www\.)/.test(text)) return []
  return text
    .replace(PIECE_BY, '')
    .split(/(?<!\s)\s*(?:[;|•·\n/]|,|\s(?:and|und|et|y|och|og|&)\s)\s*/)
    .map((part) => part.replace(BY, '').replace(BY, ''))
    .map((part) =>
      part
        .replace(/(?<!\s)\s*[([][^()[\]]*[)\]]\s*/g, ' ')
        .replace(/(?<![\s,:–—-])[\s,:–—-]+$/, '')
        .trim(),
    )
    .map((part) => (/^[\p{Lu}\s.'’-]+$/u.test(part) && part.length > 4 ? titleCase(part) : part))
    .filter((part) => part !== '')
}

/** Whether a cleaned part of a byline can be somebody's name. */
export function isName(name: string): boolean {
  if (name.length < 2 || name.length > 60 || NOT_NAME.test(name)) return false
  if (/\d{2}|[<>{}=]/.test(name) || name.split(' ').length > 6) return false
  return /\p{L}/u.test(name)
}

/** The name under which somebody signs in ("ann.smith"), which a page may state where it means the person. */
export function isHandle(name: string): boolean {
  return HANDLE.test(name)
}

/** What a short line near the headline says of the author: "By Ann Smith", "3 May 2020 by Ann Smith", "3.5.2020 | Ann Smith". */
export function namesInLine(line: string): string[] {
  if (line.length > 100 || /[.!?]$/.test(line)) return []
  const start = PIECE_BY.exec(line) ?? BY.exec(line)
  if (start) {
    // "By author and psychologist Ann Smith" speaks of somebody in the text; a name begins with a capital, or in a script that has none.
    if (/^\p{Ll}/u.test(line.slice(start[0].length))) return []
    return [line.split(/\s[|•·–—]\s|,\s*\d|\d/, 1)[0] ?? line]
  }
  const end = /\d{4}.{0,20}?\s(?:by|von|par|por|di)\s+(\p{Lu}[\p{L}.'’ -]{2,50})$/u.exec(line)
  return end?.[1] ? [end[1]] : nameAfterDate(line)
}

/** "25.10.2022 - Ann Smith": a date, perhaps an hour, then two or three capitalised words and nothing more. */
function nameAfterDate(line: string): string[] {
  const [date, ...others] = line.split(/(?<!\s)\s+[|•·–—-]\s+/)
  if (!date || !/^\d{1,2}\.\s?\d{1,2}\.\s?\d{4}$|^\d{4}-\d\d-\d\d$|^\d{1,2}\/\d{1,2}\/\d{4}$/.test(date))
    return []
  const words = others.filter((part) => !/\d/.test(part))
  const name = words.length === 1 ? words[0] : undefined
  return name && /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3}$/u.test(name) ? [name] : []
}

function titleCase(name: string): string {
  return name.toLowerCase().replace(/(?<![\p{L}])\p{L}/gu, (letter) => letter.toUpperCase())
}
