/** An article as Markdown (CommonMark, tables as GitHub writes them) with front matter. Pictures stand as their words and credit. Pure. */
import { parseBodyHtml, type HtmlElement, type HtmlNode } from '../articles/html-tree'
import { attribute, byName, findElements, foldSpace, isElement, isText, textOf } from '../articles/walk-html'
import { ownLead, type SavedArticle } from './saved-article'

/** Several articles may follow one another, an empty line between them. */
export function articleMarkdown(article: SavedArticle): string {
  const { title, byline, feedTitle, url, published, language, html, keyPoints } = article
  const facts = { title, author: byline, feed: feedTitle, url, published, language }
  const front = Object.entries(facts).flatMap(([name, value]) =>
    value ? [`${name}: ${JSON.stringify(value)}`] : [],
  )
  const points = keyPoints.filter(({ from }) => from === 'publisher').map(({ text }) => `- ${escaped(text)}`)
  const lead = ownLead(article)
  const blocks = [
    `# ${escaped(foldSpace(title))}`,
    points.join('\n'),
    lead === null ? '' : `**${escaped(lead)}**`,
    ...blocksOf(parseBodyHtml(html).childNodes),
  ]
  return `---\n${front.join('\n')}\n---\n\n${blocks.filter(Boolean).join('\n\n')}\n`
}

type Writer = (element: HtmlElement) => readonly string[]

const heading =
  (level: number): Writer =>
  (element) => [`${'#'.repeat(Math.min(6, level + 1))} ${inline(element.childNodes)}`]

const BLOCKS: Readonly<Record<string, Writer>> = {
  h1: heading(1),
  h2: heading(2),
  h3: heading(3),
  h4: heading(4),
  h5: heading(5),
  h6: heading(6),
  hr: () => ['---'],
  p: (element) => [inline(element.childNodes)],
  figcaption: (element) => [`*${inline(element.childNodes)}*`],
  blockquote: (element) => [indented(blocksOf(element.childNodes).join('\n\n'), '> ', '> ')],
  pre: (element) => [fenced(textOfPre(element))],
  ul: (element) => [itemsOf(element, () => '- ')],
  ol: (element) => {
    const first = Number(attribute(element, 'start') ?? 1)
    return [itemsOf(element, (at) => `${String(first + at)}. `)]
  },
  table: (element) => [tableOf(element)],
}

const CONTAINERS = new Set(
  'address article aside center dd details div dl dt figure footer header main nav section summary'.split(
    ' ',
  ),
)

/** Loose text between blocks is a paragraph of its own. */
function blocksOf(nodes: readonly HtmlNode[]): readonly string[] {
  const blocks: string[] = []
  let loose: HtmlNode[] = []
  const close = (): void => {
    blocks.push(inline(loose))
    loose = []
  }
  for (const node of nodes) {
    const name = isElement(node) ? node.tagName : ''
    const writer = BLOCKS[name]
    if (!isElement(node) || (!writer && !CONTAINERS.has(name))) {
      loose.push(node)
      continue
    }
    close()
    blocks.push(...(writer ? writer(node) : blocksOf(node.childNodes)))
  }
  close()
  return blocks.filter((block) => block.trim() !== '')
}

function itemsOf(list: HtmlElement, mark: (at: number) => string): string {
  return list.childNodes
    .filter(isElement)
    .map((item, at) => {
      const sign = mark(at)
      return indented(blocksOf(item.childNodes).join('\n\n'), sign, ' '.repeat(sign.length))
    })
    .join('\n')
}

function indented(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((line, at) => ((at === 0 ? first : rest) + line).trimEnd())
    .join('\n')
}

/** The fence is longer than any run of backticks in the code. */
function fenced(code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}\n${withoutLastBreaks(code)}\n${fence}`
}

function withoutLastBreaks(code: string): string {
  let end = code.length
  while (code[end - 1] === '\n') end--
  return code.slice(0, end)
}

function textOfPre(node: HtmlNode): string {
  if (isText(node)) return node.value
  if (!isElement(node)) return ''
  return node.tagName === 'br' ? '\n' : node.childNodes.map(textOfPre).join('')
}

function tableOf(table: HtmlElement): string {
  const rows = findElements(table, byName('tr')).map((row) =>
    row.childNodes.filter(isElement).map((cell) =>
      // A row is one line, so a break that was asked for is a space.
      foldSpace(inline(cell.childNodes).replaceAll('\\\n', ' ')).replaceAll('|', '\\|'),
    ),
  )
  const width = Math.max(0, ...rows.map((row) => row.length))
  const [head = [], ...others] = rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')])
  if (width === 0) return ''
  return [head, Array<string>(width).fill('---'), ...others].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

const MARKS: Readonly<Record<string, string>> = { strong: '**', b: '**', em: '*', i: '*', del: '~~', s: '~~' }

function inline(nodes: readonly HtmlNode[]): string {
  return nodes
    .map(inlineOf)
    .join('')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim()
}

function inlineOf(node: HtmlNode): string {
  if (isText(node)) return escaped(node.value.replace(/\s+/g, ' '))
  if (!isElement(node)) return ''
  const { tagName } = node
  if (tagName === 'br') return '\\\n'
  if (tagName === 'img') return escaped(foldSpace(attribute(node, 'alt') ?? ''))
  if (tagName === 'code' || tagName === 'kbd') return codeOf(foldSpace(textOf(node)))
  const inner = node.childNodes.map(inlineOf).join('')
  const words = inner.trim()
  if (words === '') return inner
  return inner.replace(words, () => marked(node, words))
}

function marked(node: HtmlElement, words: string): string {
  const { tagName } = node
  const href = attribute(node, 'href')
  if (tagName === 'a' && href && !href.startsWith('#'))
    return `[${words}](<${href.replace(/[<>\s]/g, encodeURIComponent)}>)`
  const mark = MARKS[tagName] ?? ''
  return mark + words + mark
}

function codeOf(code: string): string {
  return code.includes('`') ? `\`\` ${code} \`\`` : `\`${code}\``
}

/** Signs that would mean something to Markdown; at the start of a line also those of lists and headings. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<]/g, '\\$&').replace(/^(\s*)([#>+-]|\d+[.)])(?=\s)/, '$1\\$2')
}
