/** Namespaces by the short names that the readers use, whatever prefix a feed gave them. */

/** Addresses without scheme, `www.` and what follows a version that nobody writes the same way. */
const NAMESPACES: readonly (readonly [start: string, name: string])[] = [
  ['w3.org/2005/atom', 'atom'],
  ['purl.org/atom/ns', 'atom'],
  ['example.com/newformat', 'atom'],
  ['example.com/necho', 'atom'],
  ['purl.org/echo', 'atom'],
  ['uri/of/echo', 'atom'],
  ['purl.org/pie', 'atom'],
  ['purl.org/rss/1.0/modules/content', 'content'],
  ['purl.org/rss/1.0/modules/slash', 'slash'],
  ['purl.org/rss/1.0/modules/syndication', 'sy'],
  ['purl.org/rss/1.0/modules/dcterms', 'dcterms'],
  ['purl.org/rss/1.0/modules/', 'module'],
  ['purl.org/rss/1.0', ''],
  ['purl.org/net/rss1.1', ''],
  ['my.netscape.com/rdf', ''],
  ['my.netscape.com/publish/formats', ''],
  ['channel.netscape.com/rdf', ''],
  ['backend.userland.com', ''],
  ['blogs.law.harvard.edu', ''],
  ['cyber.law.harvard.edu', ''],
  ['purl.org/dc/terms', 'dcterms'],
  ['purl.org/dc/elements', 'dc'],
  ['purl.org/dc/', 'dc'],
  ['search.yahoo.com/mrss', 'media'],
  ['itunes.com/dtds/podcast', 'itunes'],
  ['google.com/schemas/play-podcasts', 'googleplay'],
  ['wellformedweb.org/commentapi', 'wfw'],
  ['purl.org/syndication/thread', 'thr'],
  ['w3.org/1999/xhtml', 'xhtml'],
  ['w3.org/1999/02/22-rdf-syntax-ns', 'rdf'],
  ['rssnamespace.org/feedburner', 'feedburner'],
  ['webns.net/mvcb', 'admin'],
]

/** Prefixes that mean the same wherever they are left undeclared, and the spellings of others. */
const PREFIXES: Readonly<Record<string, string>> = {
  a: 'atom',
  atom10: 'atom',
  dcterm: 'dcterms',
  html: 'xhtml',
  rss: '',
  body: 'xhtml',
}

/** Our name of the namespace with this address, or null for one that no reader needs to tell apart. */
export function knownNamespace(uri: string): string | null {
  const bare = uri
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\/(?:www\.)?/, '')
  return NAMESPACES.find(([start]) => bare.startsWith(start))?.[1] ?? null
}

/** Our name of the namespace of a qualified name (lower case); `prefixes` holds our names of the declared ones. */
export function namespaceName(name: string, prefixes: ReadonlyMap<string, string>): string {
  const colon = name.indexOf(':')
  const prefix = colon < 0 ? '' : name.slice(0, colon)
  return prefixes.get(prefix) ?? PREFIXES[prefix] ?? prefix
}
