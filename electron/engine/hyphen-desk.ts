/** Says where the words of an article may be parted, in the languages whose patterns come with the program; found in a worker. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ArticleId } from '../../contract/article-id'
import type { Hyphens, HyphenWish } from '../../contract/hyphens'
import type { LibraryStore } from '../library/library-store'
import type { TaskRunner } from '../workers/tasks'

export type FindHyphens = (articleId: ArticleId, wish: HyphenWish) => Promise<Hyphens | null>

const PATTERNS: Readonly<Record<string, string>> = {
  da: 'da',
  de: 'de-1996',
  en: 'en-us',
  es: 'es',
  fi: 'fi',
  fr: 'fr',
  it: 'it',
  nl: 'nl',
  pl: 'pl',
  pt: 'pt',
}
/** Where English is written and parted as in Britain. */
const BRITISH = /^en-(gb|au|ie|in|nz|za)\b/
/** The style sheet names the same: their words are long enough to leave gaps in ragged lines too. */
const LONG_WORDS = new Set(['de', 'nl', 'sv', 'da', 'nb', 'nn', 'no', 'fi', 'hu', 'et'])
/** It is done in milliseconds. */
const LONGEST_MS = 5_000

/** Null where words are not to be parted, or nobody knows how. */
export function hyphenFinder(
  library: Pick<LibraryStore, 'article' | 'body'>,
  tasks: TaskRunner,
  assets: string,
): FindHyphens {
  return async (articleId, wish) => {
    const record = library.article(articleId)
    // Most articles are asked about in vain: their text need not be read for it.
    if (!record || (record.language !== null && patternsWanted(record.language, wish) === null)) return null
    const body = await library.body(articleId)
    const name = patternsWanted(record.language ?? body?.body.language ?? '', wish)
    if (!body || name === null) return null
    try {
      const patterns = await readFile(join(assets, 'hyphenation', `hyph-${name}.tex`), 'utf8')
      const { text } = body.body
      return await tasks.run('find-hyphens', { text, language: name, patterns }, { timeoutMs: LONGEST_MS })
    } catch {
      // The article reads as well with its words whole: nothing is worth a complaint.
      return null
    }
  }
}

function patternsWanted(tag: string, wish: HyphenWish): string | null {
  const language = tag.toLowerCase()
  return areWanted(wish, language) ? patternsFor(language) : null
}

export function patternsFor(language: string): string | null {
  if (BRITISH.test(language)) return 'en-gb'
  const [primary = ''] = language.split('-')
  return Object.hasOwn(PATTERNS, primary) ? (PATTERNS[primary] ?? null) : null
}

function areWanted({ hyphenation, alignment }: HyphenWish, language: string): boolean {
  if (hyphenation !== 'language') return hyphenation === 'always'
  return alignment === 'justified' || LONG_WORDS.has(language.split('-')[0] ?? '')
}
