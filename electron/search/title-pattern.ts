/** Tells the instalments of a series ("Weather for Tuesday", "Quiz 12") from reports of one event: their titles are one pattern with other numbers and dates. Pure. */
import { foldWord } from './fold-word'
import { hashTerm } from './term-counts'
import type { Token } from './tokenise'

export interface TitlePattern {
  /** Of the title's words as they stand. */
  readonly title: number
  /** Of the words with a gap for each number and name of a day or month, or several in a row; 0 where nothing else is left. */
  readonly pattern: number
  /** The title names a day, a month or a date. */
  readonly dated: boolean
}

export interface TitledArticle extends TitlePattern {
  readonly feed: number
  /** Seconds since 1970. */
  readonly time: number
}

/** The same feed under the same title so much later is the next instalment, not a second report. */
const NEXT_INSTALMENT_S = 12 * 3600
// Written out, not asked of Intl: an index outlives the Node that made it. "May" is a verb far more often than a month.
const CALENDAR_WORDS = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun ' +
    'january february march april june july august september october november december ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec today tomorrow tonight ' +
    'montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar marz mai juni juli ' +
    'oktober dezember heute morgen ' +
    'lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril juin juillet aout septembre ' +
    'octobre novembre decembre ' +
    'lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto ' +
    'septiembre octubre noviembre diciembre ' +
    'lunedi martedi mercoledi giovedi venerdi sabato domenica gennaio febbraio aprile maggio giugno luglio ' +
    'settembre ottobre dicembre ' +
    'segunda terca quarta quinta sexta janeiro fevereiro abril maio junho julho setembro outubro novembro dezembro ' +
    'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart mei augustus'
  )
    .split(' ')
    .map(foldWord),
)
const NUMBER = /^\p{N}/u
const DIGITS = /^\d{1,12}$/
const THOUSANDS = /^\d{3}$/
/** No word of a title. */
const GAP = '#'

export function titlePattern(tokens: readonly Token[]): TitlePattern {
  const words = joinThousands(tokens.map(({ term }) => term))
  const isDate = (word: string): boolean => CALENDAR_WORDS.has(word)
  const marked = words.map((word) => (NUMBER.test(word) || isDate(word) ? GAP : word))
  const places = marked.filter((word, at) => word !== GAP || marked[at - 1] !== GAP)
  return {
    title: hashTerm(words.join(' ')),
    pattern: places.every((word) => word === GAP) ? 0 : hashTerm(places.join(' ')),
    dated: words.some(isDate),
  }
}

/** "1,000" and "1 000" are one number, as "1000" is. */
function joinThousands(words: readonly string[]): readonly string[] {
  const joined: string[] = []
  for (const word of words) {
    const last = joined.at(-1) ?? ''
    if (THOUSANDS.test(word) && DIGITS.test(last)) joined.splice(-1, 1, last + word)
    else joined.push(word)
  }
  return joined
}

/** True for two articles that must not be one story, however alike their words are. */
export function isSeries(a: TitledArticle, b: TitledArticle): boolean {
  if (a.pattern === 0 || a.pattern !== b.pattern) return false
  const sameFeed = a.feed === b.feed
  // Only numbers and dates at the same places differ: two reports of one event are never worded that much alike.
  if (a.title !== b.title) return true
  return sameFeed && Math.abs(a.time - b.time) > NEXT_INSTALMENT_S
}
