import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

/** The laws of docs/architecture.md, read off the sources themselves: lint can be switched off in a line, this cannot. */

const ROOT = join(import.meta.dirname, '../../..')

interface Import {
  readonly file: string
  /** Module as written, or path from the project's root when relative. */
  readonly module: string
  readonly typeOnly: boolean
}

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((each) => each.isFile() && /\.tsx?$/.test(each.name))
    .map((each) => relative(ROOT, join(each.parentPath, each.name)))
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8')
  const pattern =
    /^\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?from\s+)?'([^']+)'|import\(\s*'([^']+)'\s*\)/gm
  return [...text.matchAll(pattern)].map(([, type, named, dynamic]) => {
    const name = named ?? dynamic ?? ''
    const module = name.startsWith('.') ? join(dirname(file), name) : name
    return { file, module, typeOnly: type !== undefined }
  })
}

const all = ['contract', 'electron', 'renderer'].flatMap(sources).flatMap(importsOf)
const within = (folder: string): Import[] => all.filter(({ file }) => file.startsWith(folder))
const shown = (imports: Import[]): string[] => imports.map(({ file, module }) => `${file} imports ${module}`)

describe('the import laws', () => {
  it('read more than a handful of imports, so that a silent pass means something', () => {
    expect(all.length).toBeGreaterThan(100)
  })

  it('keep contract/ free of everything outside it', () => {
    expect(shown(within('contract/').filter(({ module }) => !module.startsWith('contract/')))).toEqual([])
  })

  it('let only main, preload and shell/ import electron', () => {
    const allowed = (file: string): boolean =>
      file === 'electron/main.ts' || file === 'electron/preload.ts' || file.startsWith('electron/shell/')
    expect(shown(all.filter(({ file, module }) => module === 'electron' && !allowed(file)))).toEqual([])
  })

  it('keep feeds/, articles/, highlights/ and rules/ pure: no disk, no network, no other layer', () => {
    const banned =
      /^(node:)?(fs|net|http|https|dns|tls|dgram|child_process|worker_threads|os|timers)(\/|$)|^electron\/(sync|library|search|shell|workers|commands|engine)/
    const pure = [
      'electron/feeds/',
      'electron/articles/',
      'electron/highlights/',
      'electron/hyphenation/',
      'electron/rules/',
      'electron/exports/',
    ].flatMap(within)
    expect(shown(pure.filter(({ module }) => banned.test(module)))).toEqual([])
  })

  it('keep clocks and randomness out of the pure folders', () => {
    const impure = [
      'electron/feeds',
      'electron/articles',
      'electron/highlights',
      'electron/hyphenation',
      'electron/rules',
      'electron/exports',
    ]
      .flatMap(sources)
      .filter((file) =>
        /Date\.now\(\)|new Date\(\)|Math\.random\(|randomUUID|performance\.now/.test(
          readFileSync(join(ROOT, file), 'utf8'),
        ),
      )
    expect(impure).toEqual([])
  })

  it('never let network and library import each other', () => {
    const sync = within('electron/sync/').filter(
      ({ module }) => /^electron\/(shell|search|commands|engine)/.test(module) || isLibrary(module),
    )
    const library = within('electron/library/').filter(({ module }) =>
      /^electron\/(sync|shell|search|workers|commands|engine)/.test(module),
    )
    expect(shown([...sync, ...library])).toEqual([])
  })

  it('keep the window away from everything of electron/ and from Node', () => {
    const banned = within('renderer/').filter(
      ({ module }) => /^(electron|node:)/.test(module) || module === 'electron',
    )
    expect(shown(banned)).toEqual([])
  })

  it.each([
    ['rss-parser', 'electron/feeds/parse-xml-feed.ts'],
    ['lowdb', 'electron/library/json-file.ts'],
    ['@mozilla/readability', 'electron/articles/extract-article.ts'],
    ['linkedom', 'electron/articles/parse-html-document.ts'],
    ['parse5', 'electron/articles/html-tree.ts'],
    ['htmlparser2', 'electron/feeds/markup-tokens.ts'],
    ['socks', 'electron/sync/proxy-tunnel.ts'],
    ['electron-updater', 'electron/shell/updates-library.ts'],
    ['builder-util-runtime', 'electron/shell/updates-library.ts'],
    ['node-sqlite3-wasm', 'electron/search/full-text-database.ts'],
    ['iconv-lite', 'electron/feeds/decode-bytes.ts'],
  ])('give %s one door, %s', (library, door) => {
    const users = all.filter(({ module }) => module === library || module.startsWith(library + '/'))
    expect([...new Set(users.map(({ file }) => file))]).toEqual([door])
  })

  it('name no file utils, helpers, manager, common, misc, index or types', () => {
    const banned = /(^|\/)(utils?|helpers?|managers?|common|misc|index|types)\.tsx?$/
    expect(
      ['contract', 'electron', 'renderer', 'tests'].flatMap(sources).filter((file) => banned.test(file)),
    ).toEqual([])
  })
})

/** The record shapes are shared; nothing else of the library is. */
function isLibrary(module: string): boolean {
  return module.startsWith('electron/library/') && module !== 'electron/library/records'
}
