/** Who wrote an article: names only, without "by", jobs, dates and addresses. */
import type { LinkedArticle } from './json-ld'
import type { HtmlParent } from './html-tree'
import type { PageMeta } from './page-meta'
import { classAuthors, linkedAuthor, markedAuthors, onlyAuthor } from './author-marks'
import { besideArticle, headlineLines } from './headline-lines'
import { cleanNames, isHandle, isName, namesInLine } from './person-names'

const META_NAMES =
  'author article:author article:author_name dc.creator dcterms.creator parsely-author sailthru.author byl citation_author'.split(
    ' ',
  )

interface Page {
  readonly tree: HtmlParent
  readonly meta: PageMeta
  readonly linked: LinkedArticle | null
  readonly title: string | null
}

/** Names joined with ", "; null when the page names nobody. Never throws. */
export function pageByline({ tree, meta, linked, title }: Page): string | null {
  const site = (meta.first('og:site_name') ?? linked?.publisher ?? '').toLowerCase()
  const beside = besideArticle(tree)
  const stated: readonly (() => readonly string[])[] = [
    () => linked?.authors ?? [],
    () => markedAuthors(tree, beside),
    ...META_NAMES.map((name) => () => meta.all(name)),
    () => sharedCardAuthor(meta),
    () => classAuthors(tree, beside),
    () => linkedAuthor(tree, beside),
  ]
  const guessed: readonly (() => readonly string[])[] = [
    () => headlineLines(tree, title).flatMap(namesInLine),
    () => onlyAuthor(tree),
  ]
  const firstNames = (ways: readonly (() => readonly string[])[], handles: boolean): string | null => {
    for (const way of ways) {
      const names = way()
        .flatMap(cleanNames)
        .filter((name) => isName(name) && name.toLowerCase() !== site)
      if (names.some((name) => handles || !isHandle(name))) return joined(names)
    }
    return null
  }
  // The name to sign in with stands only where nothing states the person's own.
  return firstNames(stated, false) ?? firstNames(stated, true) ?? firstNames(guessed, true)
}

/** Link cards carry labelled lines; the one that is no reading time names the author. */
function sharedCardAuthor(meta: PageMeta): readonly string[] {
  const label = meta.first('twitter:label1') ?? ''
  return /written|author|by\b|verfasst|geschrieben|autor|écrit|escrito|scritto|skriven|napisane/i.test(label)
    ? meta.all('twitter:data1')
    : []
}

function joined(names: readonly string[]): string {
  const seen = new Map<string, string>()
  for (const name of names) if (!seen.has(name.toLowerCase())) seen.set(name.toLowerCase(), name)
  return [...seen.values()].slice(0, 12).join(', ')
}
