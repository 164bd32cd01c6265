/** Reads a chapter of the guide (Markdown of docs/guide/) into blocks to show: headings, paragraphs, lists, commands. Pure. */

export type Span =
  | { readonly kind: 'text' | 'code' | 'strong'; readonly text: string }
  /** `target` is another chapter's file or an address of the web. */
  | { readonly kind: 'link'; readonly text: string; readonly target: string }

export type Block =
  | { readonly kind: 'title' | 'heading' | 'paragraph'; readonly spans: readonly Span[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Span[])[] }
  | { readonly kind: 'commands'; readonly text: string }

const SPAN = /`([^`]+)`|\*\*([^*]+)\*\*|\[([^\][]+)\]\(([^)\s]+)\)/g
const FENCE = '```'

export function readGuide(markdown: string): readonly Block[] {
  return paragraphs(markdown).flatMap((lines) => {
    const block = readBlock(lines)
    return block ? [block] : []
  })
}

/** Lines that belong together: up to an empty line, or between fences. */
function paragraphs(markdown: string): string[][] {
  const all: string[][] = []
  let current: string[] = []
  let fenced = false
  for (const line of markdown.split('\n')) {
    if (line.startsWith(FENCE)) fenced = !fenced
    if (line.trim() === '' && !fenced) {
      all.push(current)
      current = []
    } else current.push(line)
  }
  all.push(current)
  return all.filter(({ length }) => length > 0)
}

function readBlock(lines: readonly string[]): Block | null {
  const [first = ''] = lines
  if (first.startsWith(FENCE)) return { kind: 'commands', text: lines.slice(1, -1).join('\n') }
  if (first.startsWith('# ')) return { kind: 'title', spans: spansOf(first.slice(2)) }
  if (first.startsWith('#')) return { kind: 'heading', spans: spansOf(first.replace(/^#+ /, '')) }
  // Pictures are for who reads it on the web: the app itself stands beside its guide.
  if (first.startsWith('![')) return null
  if (first.startsWith('- ')) return { kind: 'list', items: itemsOf(lines) }
  return { kind: 'paragraph', spans: spansOf(lines.join(' ')) }
}

function itemsOf(lines: readonly string[]): Span[][] {
  const items: string[] = []
  for (const line of lines) {
    if (line.startsWith('- ')) items.push(line.slice(2))
    else items.push(`${items.pop() ?? ''} ${line.trim()}`)
  }
  return items.map(spansOf)
}

function spansOf(text: string): Span[] {
  const spans: Span[] = []
  let at = 0
  for (const match of text.matchAll(SPAN)) {
    const [whole, code, strong, label, target] = match
    if (match.index > at) spans.push({ kind: 'text', text: text.slice(at, match.index) })
    if (code !== undefined) spans.push({ kind: 'code', text: code })
    else if (strong !== undefined) spans.push({ kind: 'strong', text: strong })
    else spans.push({ kind: 'link', text: label ?? '', target: target ?? '' })
    at = match.index + whole.length
  }
  if (at < text.length) spans.push({ kind: 'text', text: text.slice(at) })
  return spans
}

/** The chapter's own title. */
export function titleOf(markdown: string): string {
  return /^# (.+)$/m.exec(markdown)?.[1] ?? ''
}
