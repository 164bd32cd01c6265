/**
 * No regular expression of the sources may take longer than in proportion to its text: each is run over long strings made to
 * hurt it. A pattern that is quadratic would need minutes for one of them, one that is linear a millisecond.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const LENGTH = 60_000
// A thousand times what a linear pattern needs, a hundredth of what a quadratic one does.
const LIMIT_MS = 1_000

/** Patterns that only ever see short texts, each with what keeps them short. */
const SHORT_TEXTS: Readonly<Record<string, string>> = {
  'electron/articles/page-links.ts /\\s*[:：…»›>.!]+\\s*$/': 'sixty characters',
  'electron/exports/file-name.ts /^\\.+|[. ]+$/': 'eighty characters of a title',
  'electron/feeds/normalise-article.ts /[\\s,;:–—-]+$/': 'MADE_TITLE_LENGTH',
}

interface Pattern {
  readonly file: string
  readonly source: string
  readonly flags: string
}

function patternsOf(file: string): Pattern[] {
  const text = readFileSync(join(ROOT, file), 'utf8')
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false, kind)
  const found: Pattern[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/')
      found.push({ file, source: node.text.slice(1, end), flags: node.text.slice(end + 1) })
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

const patterns = ['contract', 'electron', 'renderer']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true }).map((name) => `${folder}/${String(name)}`),
  )
  .filter((file) => /\.tsx?$/.test(file))
  .flatMap(patternsOf)

const ALWAYS = [
  ' ',
  '\n',
  'a',
  'A',
  '0',
  '-',
  '.',
  '/',
  ':',
  ',',
  '<',
  '"',
  '=',
  'a ',
  ' a',
  'a.',
  '<a ',
  'a-',
  '0 ',
  '. ',
  'é',
  '漢',
]

/** What a pattern names itself: single signs, and the longest words that stand in it. */
function ownWords(source: string): string[] {
  const plain = source
    .replace(/\\[sdwbBSDWpP](?:\{[^}]*\})?/g, '\ue000')
    .replace(/\\u([0-9a-f]{4})/gi, (_all, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\\n/g, '\n')
    .replace(/\\(.)/g, '$1')
  const signs = [...new Set(plain)].filter((sign) => !/[a-z0-9\ue000^$|?+(){}]/i.test(sign))
  const words = plain.split(/[\ue000^$|?*+()[\]{}\\]+/).filter((word) => word.length > 1)
  const longest = [...new Set(words)].sort((a, b) => b.length - a.length).slice(0, 6)
  return [...signs.slice(0, 12), ...longest]
}

/** Every string ends in a sign that no pattern expects, so that what was matched so far has to be given up. */
function hostileTexts(source: string): string[] {
  const own = ownWords(source)
  const pumps = [...new Set([...ALWAYS, ...own])]
  const heads = own.filter((word) => word.length > 1).slice(0, 3)
  const long = (pump: string): string => pump.repeat(Math.ceil(LENGTH / pump.length))
  return [
    ...pumps.map((pump) => `${long(pump)}\u0001`),
    ...heads.flatMap((head) => [' ', 'a', '0', '-'].map((pump) => `${head}${long(pump)}\u0001`)),
  ]
}

/** The hostile text that a pattern does not get through in time, shortened; null when there is none. */
function slowText({ source, flags }: Pattern): string | null {
  const texts = hostileTexts(source)
  const box = { texts, at: 0, pattern: new RegExp(source, flags) }
  try {
    runInNewContext(
      'for (; at < texts.length; at++) { pattern.lastIndex = 0; texts[at].replace(pattern, "") }',
      box,
      { timeout: LIMIT_MS + texts.length * 10 },
    )
    return null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
    return (texts[box.at] ?? '').slice(0, 30)
  }
}

describe('regular expressions', () => {
  it('are found in the sources, so that silence means something', () => {
    expect(patterns.length).toBeGreaterThan(300)
  })

  it('would be caught if one were quadratic or worse', () => {
    for (const source of ['\\s+$', '^(a+)+$', '\\s*[:.]+\\s*$']) {
      expect(slowText({ file: 'x', source, flags: '' }), source).not.toBeNull()
    }
  })

  it('take no longer than in proportion to their text', () => {
    const slow = [...new Map(patterns.map((one) => [`${one.source}/${one.flags}`, one])).values()]
      .filter(({ file, source }) => !(`${file} /${source}/` in SHORT_TEXTS))
      .flatMap((one) => {
        const text = slowText(one)
        return text === null ? [] : [`${one.file} /${one.source}/ on ${JSON.stringify(text)}`]
      })
    expect(slow).toEqual([])
  }, 600_000)
})
