/** What an article is about, as weighted terms: the raw counts from which relatedness and stories are worked out. Pure. */
import { lightStem } from './light-stem'
import { stopWordsFor } from './stop-words'
import { tokenise, type Token } from './tokenise'

export interface ArticleText {
  readonly title: string
  readonly text: string
}

export interface ProfileTerm {
  /** How often it stands there, places near the top counting more. */
  readonly count: number
  /** It stands as a name: with a capital inside a sentence. */
  readonly name: boolean
  /** The word as the article writes it, for the reason shown to the reader. */
  readonly shown: string
}

export interface ArticleProfile {
  readonly terms: ReadonlyMap<string, ProfileTerm>
  /** Sum of the counts. */
  readonly length: number
}

const TITLE_WEIGHT = 1.5
const LEAD_WEIGHT = 1.2
/** About the first three sentences. */
const LEAD_TOKENS = 75
/** What stands further down adds length, not subject; and it bounds the work on a book put into a feed. */
const MOST_TOKENS = 5000

export function profileOf(article: ArticleText): ArticleProfile {
  // Characters, before tokens are counted: a bound on the work for any text.
  return profileFrom(article, tokenise(article.title), tokenise(article.text.slice(0, MOST_TOKENS * 8)))
}

/** For a caller that needs the tokens itself: `title` and `text` must be those of the article's title and text. */
export function profileFrom(
  article: ArticleText,
  title: readonly Token[],
  text: readonly Token[],
): ArticleProfile {
  const body = text.slice(0, MOST_TOKENS)
  const stops = stopWordsFor(termsOf(title, body))
  const terms = new Map<string, { count: number; name: boolean; shown: string }>()
  let length = 0
  const add = (token: Token, shown: string, weight: number): void => {
    if (isEmptyTerm(token, stops)) return
    length += weight
    const term = lightStem(token.term)
    const known = terms.get(term)
    if (!known) terms.set(term, { count: weight, name: token.name, shown })
    else {
      known.count += weight
      if (token.name && !known.name) {
        known.name = true
        known.shown = shown
      }
    }
  }
  for (const token of title) add(token, article.title.slice(token.start, token.end), TITLE_WEIGHT)
  body.forEach((token, place) => {
    add(token, article.text.slice(token.start, token.end), place < LEAD_TOKENS ? LEAD_WEIGHT : 1)
  })
  return { terms, length }
}

/** Stop words and lone letters; a lone character of a run without spaces says no more than its pairs do. */
function isEmptyTerm(token: Token, stops: ReadonlySet<string>): boolean {
  return isOneCharacter(token.term) || stops.has(token.term)
}

/** Also one that takes two UTF-16 units. */
function isOneCharacter(term: string): boolean {
  return term.length < 2 || (term.length === 2 && (term.codePointAt(0) ?? 0) > 0xffff)
}

function* termsOf(...lists: readonly (readonly Token[])[]): Iterable<string> {
  for (const list of lists) for (const token of list) yield token.term
}
