/** Lists of feeds in and out (OPML 1.0 and 2.0), as other readers really write them. Never throws. */
import { decodeReferences, dropForbidden } from './references'
import { oneLine, plainText } from './html-text'
import { walkMarkup, type OpenTag } from './markup-tokens'

export interface OpmlFeed {
  readonly title: string
  /** As written in the list; `feed:` and the like are for `normaliseTypedAddress`. */
  readonly url: string
  readonly siteUrl: string | null
  /** Names of the folders around it, outermost first. */
  readonly folder: readonly string[]
}

export type OpmlResult =
  | {
      readonly ok: true
      readonly title: string | null
      readonly feeds: readonly OpmlFeed[]
      readonly warnings: readonly string[]
    }
  | { readonly ok: false; readonly error: { readonly code: 'not_opml'; readonly message: string } }

/** Folders deeper than this are read as this deep: nobody nests so, and an attack does. */
const MAX_DEPTH = 40
const MAX_FEEDS = 100_000

/** Reads a list; outlines with an address are feeds (and may hold others), those without are folders. The same feed in the same folder counts once. */
export function parseOpml(text: string): OpmlResult {
  const reader = new OpmlReader()
  walkMarkup(text, { xml: true }, reader)
  return reader.result()
}

class OpmlReader {
  private title: string | null = null
  private titleText: string | null = null
  private sawOpml = false
  private inHead = false
  private tooDeep = 0
  private repeated = 0
  /** Name of the outline opened last, while it may still turn out to be a feed. */
  private unfinished: string | null = null
  /** Open outlines; null for one that is no folder. */
  private readonly open: (string | null)[] = []
  private readonly feeds = new Map<string, OpmlFeed>()

  readonly onOpen = ({ name, attributes, selfClosing }: OpenTag): void => {
    const tag = localName(name)
    if (tag === 'opml' || tag === 'body') this.sawOpml = true
    if (tag === 'head') this.inHead = !selfClosing
    if (tag === 'body') this.inHead = false
    if (tag === 'title' && this.inHead && this.title === null && !selfClosing) this.titleText = ''
    if (tag === 'outline') {
      this.unfinished = null
      this.openOutline(attributes, selfClosing)
    }
  }

  readonly onClose = (name: string): void => {
    const tag = localName(name)
    if (tag === 'head') this.inHead = false
    if (tag === 'title' && this.titleText !== null) {
      const title = plainText(this.titleText, 'text')
      this.title = title === '' ? null : title
      this.titleText = null
    }
    if (tag !== 'outline') return
    this.unfinished = null
    if (this.tooDeep > 0) this.tooDeep--
    else this.open.pop()
  }

  readonly onText = (text: string): void => {
    this.repairOutline(text)
    if (this.titleText !== null && this.titleText.length < 1000) this.titleText += decodeReferences(text)
  }

  readonly onCdata = (text: string): void => {
    if (this.titleText !== null) this.titleText += text
  }

  result(): OpmlResult {
    if (!this.sawOpml && this.feeds.size === 0) {
      return { ok: false, error: { code: 'not_opml', message: 'The file is no list of feeds (OPML).' } }
    }
    const warnings =
      this.repeated > 0
        ? [`${String(this.repeated)} feeds stood more than once in the same folder and were taken once.`]
        : []
    return { ok: true, title: this.title, feeds: [...this.feeds.values()], warnings }
  }

  private openOutline(raw: ReadonlyMap<string, string>, selfClosing: boolean): void {
    this.sawOpml = true
    const value = (name: string): string => oneLine(decodeReferences(raw.get(name) ?? ''))
    const url = value('xmlurl') || (/^(?:rss|atom|feed)$/i.test(value('type')) ? value('url') : '')
    const name = value('title') || value('text')
    if (url !== '') {
      this.addFeed({ title: name || url, url, siteUrl: value('htmlurl') || null, folder: this.folder() })
    }
    if (!selfClosing) this.push(url === '' ? name : null)
  }

  /** `name` is null for a feed that holds outlines. */
  private push(name: string | null): void {
    const full = this.open.length >= MAX_DEPTH
    this.unfinished = full ? null : name
    if (full) this.tooDeep++
    else this.open.push(name === '' ? null : name)
  }

  /** Quotes and tags left unescaped in a description end the outline's tag early: its address then stands in the text after it. */
  private repairOutline(text: string): void {
    const url = this.unfinished === null ? undefined : /\sxmlUrl\s*=\s*(["'])([^"'<>]+)\1/i.exec(text)?.[2]
    if (url === undefined) return
    const name = this.unfinished ?? ''
    const site = /\shtmlUrl\s*=\s*(["'])([^"'<>]+)\1/i.exec(text)?.[2]
    this.unfinished = null
    this.open.pop()
    this.addFeed({
      title: name || url,
      url: oneLine(decodeReferences(url)),
      siteUrl: site === undefined ? null : oneLine(decodeReferences(site)),
      folder: this.folder(),
    })
    if (!/\/>\s*$/.test(text)) this.open.push(null)
  }

  private addFeed(feed: OpmlFeed): void {
    const key = [feed.url, ...feed.folder].join('\n')
    if (this.feeds.has(key)) this.repeated++
    else if (this.feeds.size < MAX_FEEDS) this.feeds.set(key, feed)
  }

  private folder(): readonly string[] {
    return this.open.filter((name) => name !== null)
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase()
}

interface FolderTree {
  readonly folders: Map<string, FolderTree>
  readonly feeds: OpmlFeed[]
}

/** A list that any reader can import: OPML 2.0, folders nested, UTF-8, feeds in the order given. */
export function writeOpml(title: string, feeds: readonly OpmlFeed[]): string {
  const root: FolderTree = { folders: new Map(), feeds: [] }
  for (const feed of feeds) {
    let at = root
    for (const name of feed.folder) {
      const known = at.folders.get(name) ?? { folders: new Map<string, FolderTree>(), feeds: [] }
      at.folders.set(name, known)
      at = known
    }
    at.feeds.push(feed)
  }
  const body = writeFolder(root, '    ')
  return `<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n  <head>\n    <title>${escapeXml(title)}</title>\n  </head>\n  <body>\n${body}  </body>\n</opml>\n`
}

function writeFolder(tree: FolderTree, indent: string): string {
  let out = ''
  for (const feed of tree.feeds) {
    const site = feed.siteUrl === null ? '' : ` htmlUrl="${escapeXml(feed.siteUrl)}"`
    const name = escapeXml(feed.title)
    out += `${indent}<outline type="rss" text="${name}" title="${name}" xmlUrl="${escapeXml(feed.url)}"${site}/>\n`
  }
  for (const [name, inner] of tree.folders) {
    const escaped = escapeXml(name)
    out += `${indent}<outline text="${escaped}" title="${escaped}">\n${writeFolder(inner, `${indent}  `)}${indent}</outline>\n`
  }
  return out
}

function escapeXml(text: string): string {
  return dropForbidden(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
