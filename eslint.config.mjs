/** Lint rules: strict TypeScript, the import laws of docs/architecture.md, size limits, no unsanitised HTML in the window. */
import js from '@eslint/js'
import globals from 'globals'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import noUnsanitized from 'eslint-plugin-no-unsanitized'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const FOREIGN = [
  ['rss-parser', 'electron/feeds/parse-xml-feed.ts'],
  ['lowdb', 'electron/library/json-file.ts'],
  ['@mozilla/readability', 'electron/articles/extract-article.ts'],
  ['linkedom', 'electron/articles/parse-html-document.ts'],
  ['parse5', 'electron/articles/html-tree.ts'],
  ['node-sqlite3-wasm', 'electron/search/full-text-database.ts'],
  ['iconv-lite', 'electron/feeds/decode-bytes.ts'],
  ['chardet', 'electron/feeds/guess-charset.ts'],
  ['htmlparser2', 'electron/feeds/markup-tokens.ts'],
  ['socks', 'electron/sync/proxy-tunnel.ts'],
  ['electron-updater', 'electron/shell/updates-library.ts'],
  ['builder-util-runtime', 'electron/shell/updates-library.ts'],
]

const NODE_IO = [
  'node:fs',
  'node:fs/promises',
  'node:net',
  'node:http',
  'node:https',
  'node:dns',
  'node:child_process',
  'node:worker_threads',
  'fs',
  'http',
  'https',
  'net',
]

/** Import bans of one folder: foreign libraries that have another door, and `extra` patterns. */
const imports = (files, extra = [], open = []) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        paths: FOREIGN.filter(([name]) => !open.includes(name)).map(([name, door]) => ({
          name,
          message: `Only ${door} imports it.`,
        })),
        patterns: [
          ...FOREIGN.filter(([name]) => !open.includes(name)).map(([name, door]) => ({
            group: [`${name}/*`],
            message: `Only ${door} imports it.`,
          })),
          ...extra,
        ],
      },
    ],
  },
})
const ELECTRON = {
  group: ['electron', 'electron/*', '!electron/feeds'],
  message: 'Only main.ts, preload.ts and shell/ import electron.',
}
const noElectron = { regex: '^electron(/|$)', message: ELECTRON.message }

export default tseslint.config(
  {
    ignores: ['dist/**', 'release/**', 'node_modules/**', 'tests/fixtures/**', 'coverage/**'],
  },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strict, ...tseslint.configs.stylistic],
    languageOptions: { globals: { ...globals.node } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' },
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
      ],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 12],
      'max-params': ['error', 4],
      'no-empty': ['error', { allowEmptyCatch: false }],
      eqeqeq: ['error', 'always'],
    },
  },
  imports(
    ['contract/**/*.ts'],
    [{ regex: '^(?!\\./)', message: 'contract/ imports nothing from outside itself.' }],
  ),
  imports(
    [
      'electron/feeds/**/*.ts',
      'electron/articles/**/*.ts',
      'electron/highlights/**/*.ts',
      'electron/hyphenation/**/*.ts',
      'electron/rules/**/*.ts',
      'electron/exports/**/*.ts',
    ],
    [
      noElectron,
      {
        regex: '^(' + NODE_IO.join('|').replaceAll('/', '\\/') + ')$',
        message: 'feeds/, articles/, highlights/ and rules/ are pure: no disk, no network.',
      },
      {
        regex: '/(sync|library|search|shell|workers|commands)/',
        message: 'feeds/ and articles/ import only contract/ and each other.',
      },
    ],
  ),
  imports(
    ['electron/sync/**/*.ts'],
    [
      noElectron,
      { regex: '/(shell|search|commands)/', message: 'sync/ hands values on.' },
      {
        regex: '/library/(?!records)',
        message: 'Network and library never import each other; only the record shapes are shared.',
      },
    ],
  ),
  imports(
    ['electron/library/**/*.ts'],
    [
      noElectron,
      {
        regex: '/(sync|shell|search|workers|commands)/',
        message: 'Network and library never import each other.',
      },
    ],
  ),
  imports(
    ['electron/search/**/*.ts'],
    [
      noElectron,
      {
        regex: '/(sync|shell|library/(?!records)|commands)',
        message: 'search/ is derived from values it is given.',
      },
    ],
  ),
  imports(
    ['electron/workers/**/*.ts', 'electron/commands/**/*.ts', 'electron/engine/**/*.ts', 'electron/*.ts'],
    [noElectron],
  ),
  imports(['electron/main.ts', 'electron/preload.ts', 'electron/shell/**/*.ts']),
  ...[...new Set(FOREIGN.map(([, door]) => door))].map((door) => {
    const own = FOREIGN.filter(([, other]) => other === door).map(([name]) => name)
    // The updater stands in shell/, which may import electron; it is handed what it needs of it all the same.
    return imports([door], [noElectron], own)
  }),
  {
    files: ['renderer/**/*.{ts,tsx}'],
    extends: [noUnsanitized.configs.recommended, jsxA11y.flatConfigs.strict],
    plugins: { 'react-hooks': reactHooks },
    languageOptions: { globals: { ...globals.browser } },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            noElectron,
            { regex: '/electron/', message: 'renderer/ imports contract/ and UI libraries only.' },
            { regex: '^node:', message: 'The window has no Node.' },
          ],
        },
      ],
    },
  },
  { files: ['**/*.config.ts', 'vitest*.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['tests/**/*.{ts,tsx}', 'benchmarks/**/*.{ts,mjs}'],
    rules: {
      'max-lines': ['error', { max: 500 }],
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'max-params': 'off',
    },
  },
  { files: ['**/*.{mjs,cjs}'], languageOptions: { globals: { ...globals.node } } },
)
