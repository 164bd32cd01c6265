/** Words of which Markdown, HTML or a file of ours makes something, or which it loses: for property tests. */
import fc from 'fast-check'

const PIECES = [
  ...['\n', '\n\n', '\r\n', '\r', '\u2028', '\t', ' ', '  \n', '\0', '\ud800', '\ufeff', '\u00ad', '\u200b'],
  ...[
    '\\',
    '\\\\',
    '\\<',
    '<',
    '>',
    '#',
    ' #tag',
    '- ',
    '+ ',
    '* ',
    '1. ',
    '    code',
    '> quoted',
    '|',
    '^id',
  ],
  ...['*', '_', '`', '```', '~~~', '~~', '==', '%%', '$$', '[', '](', '[[a]]', '![x](', '---', '===', '{:'],
  ...[
    '&amp;',
    '&lt;',
    '<b>',
    '<!--',
    '-->',
    '--',
    '<!-- offprint yellow h1 -->',
    '<!-- offprint import-data 1, x',
  ],
  ...['word', 'שלום', 'مرحبا', '漢字', '👩‍🚀', 'é', 'e\u0301', '{"id":"h1"}'],
]

export const strangeWords = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...PIECES)).map((pieces) => pieces.join('')),
)
