/** `highlight` and `highlights`: passages the reader marked. */
import { HIGHLIGHT_COLORS, type HighlightColor } from '../../contract/highlight'
import { articleIdOf } from './article-commands'
import { WrongUse, type Command } from './command'
import { writeNamedFile } from './named-file'

const highlight: Command = {
  usage: 'ID --quote TEXT [--prefix T] [--suffix T] [--color C] [--note N]',
  summary: 'mark a passage of an article',
  options: {
    quote: { type: 'string' },
    prefix: { type: 'string' },
    suffix: { type: 'string' },
    color: { type: 'string' },
    note: { type: 'string' },
  },
  operands: [1, 1],
  run: async ({ operands: [id = ''], option, engine, print }) => {
    const quote = option('quote')
    if (!quote) throw new WrongUse('highlight wants --quote TEXT')
    const made = await (
      await engine()
    ).addHighlight({
      articleId: articleIdOf(id),
      quote,
      prefix: option('prefix') ?? '',
      suffix: option('suffix') ?? '',
      color: colorOf(option('color')),
      note: option('note') ?? null,
    })
    const { highlightId, start, end } = made
    print({ highlightId, start, end }, `${highlightId}  ${String(start)}-${String(end)}`)
    return 0
  },
}

function colorOf(text: string | undefined): HighlightColor {
  const color = HIGHLIGHT_COLORS.find((name) => name === (text ?? 'yellow'))
  if (!color) throw new WrongUse(`--color takes ${HIGHLIGHT_COLORS.join(', ')}, not "${text ?? ''}"`)
  return color
}

const highlights: Command = {
  usage: '[--export md|html|json] [FILE]',
  summary: 'list all highlights, or write them to FILE or standard output',
  readsOnly: true,
  options: { export: { type: 'string' } },
  operands: [0, 1],
  run: async ({ operands: [file], option, flag, engine, print, write }) => {
    const format = option('export')
    const library = await engine()
    const rows = library.highlights()
    if (format === undefined) {
      for (const row of rows)
        print(row, `${row.highlightId}  ${row.articleTitle}: ${row.quote.replace(/\s+/g, ' ')}`)
      return 0
    }
    if (format !== 'md' && format !== 'html' && format !== 'json')
      throw new WrongUse(`--export takes md, html or json, not "${format}"`)
    const text = library.exchange.text(format)
    if (file !== undefined) await writeNamedFile(file, text)
    if (file === undefined && !flag('json')) write(text)
    else
      print(
        { highlights: rows.length, ...(file === undefined ? { text } : { file }) },
        `${String(rows.length)} highlights written`,
      )
    return 0
  },
}

export const HIGHLIGHT_COMMANDS = { highlight, highlights }
