/** Tells the instalments of a series ("Weather for Tuesday", "Quiz 12") from reports of one event: their titles are one pattern with other numbers and dates. Pure. */
import { foldWord } from './fold-word'
import { hashTerm } from './term-counts'
import type { Token } from './tokenise'

export interface TitlePattern {
  /** Of the title's words as they stand. */
  readonly title: number
  /** Of the words without numbers and names of days and months; 0 where nothing is left. */
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

export function titlePattern(tokens: readonly Token[]): TitlePattern {
  const words = tokens.map(({ term }) => term)
  const isDate = (word: string): boolean => CALENDAR_WORDS.has(word)
  const left = words.filter((word) => !NUMBER.test(word) && !isDate(word))
  return {
    title: hashTerm(words.join(' ')),
    pattern: left.length === 0 ? 0 : hashTerm(left.join(' ')),
    dated: words.some(isDate),
  }
}

/** True for two articles that must not be one story, however alike their words are. */
export function isSeries(a: TitledArticle, b: TitledArticle): boolean {
  if (a.pattern === 0 || a.pattern !== b.pattern) return false
  const sameFeed = a.feed === b.feed
  if (a.title !== b.title) return sameFeed || a.dated || b.dated
  return sameFeed && Math.abs(a.time - b.time) > NEXT_INSTALMENT_S
}
