/** The guide as the window reads it, from the very chapters of docs/guide/. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readGuide, titleOf, type Span } from '../../../renderer/guide/read-guide'

const FOLDER = join(import.meta.dirname, '../../../docs/guide')
const chapters = readdirSync(FOLDER)
const textOf = (file: string): string => readFileSync(join(FOLDER, file), 'utf8')
const sources = readFileSync(join(import.meta.dirname, '../../../renderer/guide/guide-chapters.ts'), 'utf8')

const spansOf = (file: string): readonly Span[] =>
  readGuide(textOf(file)).flatMap((block) => {
    if (block.kind === 'commands') return []
    return block.kind === 'list' ? block.items.flat() : block.spans
  })

describe('reading a chapter', () => {
  it('tells titles, paragraphs over several lines, lists, commands and spans apart', () => {
    const text =
      '# One `two`\n\nA **strong**\nword.\n\n- first\n  goes on\n- [second](rules.md)\n\n```\noffprint sync\n\nagain\n```\n\n![x](y.png)\n'
    expect(readGuide(text)).toEqual([
      {
        kind: 'title',
        spans: [
          { kind: 'text', text: 'One ' },
          { kind: 'code', text: 'two' },
        ],
      },
      {
        kind: 'paragraph',
        spans: [
          { kind: 'text', text: 'A ' },
          { kind: 'strong', text: 'strong' },
          { kind: 'text', text: ' word.' },
        ],
      },
      {
        kind: 'list',
        items: [
          [{ kind: 'text', text: 'first goes on' }],
          [{ kind: 'link', text: 'second', target: 'rules.md' }],
        ],
      },
      { kind: 'commands', text: 'offprint sync\n\nagain' },
    ])
  })
})

describe.each(chapters)('docs/guide/%s', (file) => {
  it('is in the app, under its title', () => {
    expect(sources).toContain(`docs/guide/${file}'`)
    expect(sources).toContain(`['${file}'`)
    expect(titleOf(textOf(file))).not.toBe('')
  })

  it('is read without a mark of Markdown left over, and links to chapters that are here', () => {
    const spans = spansOf(file)
    for (const span of spans) if (span.kind === 'text') expect(span.text).not.toMatch(/\*\*|`|\]\(|^#/)
    const targets = spans.flatMap((span) => (span.kind === 'link' ? [span.target] : []))
    for (const target of targets) expect(chapters).toContain(target)
  })
})
