import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countWords } from '../../electron/articles/text-language'

const SIGN = /[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]/u

/** The same by patterns, a hundred times slower. */
function wordsByPattern(text: string): number {
  const runs = text.match(/[\p{L}\p{N}](?:[\p{L}\p{N}'’_-]*[\p{L}\p{N}])?/gu) ?? []
  const signs = text.match(/[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f\uac00-\ud7af]/gu)?.length ?? 0
  return runs.filter((run) => !SIGN.test(run)).length + Math.round(signs / 2)
}

const part = fc.constantFrom(
  ...[
    'sea',
    "don't",
    'well-known',
    '’tis',
    '42',
    '3.5',
    ' ',
    '\n',
    '—',
    '京',
    '都',
    'ราคา',
    '서울',
    '𝒜𝒷',
    '𠮷',
    '😀',
    'é',
    'a_b',
    '-',
  ],
)

test('words are counted as the patterns count them, pairs of units and scripts without spaces included', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(part, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 30 }),
      (parts) => {
        const text = parts.join('')
        expect(countWords(text)).toBe(wordsByPattern(text))
      },
    ),
    { numRuns: 500 },
  )
})
