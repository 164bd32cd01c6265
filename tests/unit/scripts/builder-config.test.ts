/** electron-builder.yml against electron-builder's own schema, and what the packages promise against what is really there. */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const require = createRequire(import.meta.url)
// electron-builder's own reader of YAML and its schema: another one would check something else.
const builder = createRequire(require.resolve('electron-builder/package.json'))
const library = dirname(builder.resolve('app-builder-lib/package.json'))
const own = createRequire(join(library, 'package.json'))

const { load } = own('js-yaml') as { load: (text: string) => unknown }
const Ajv = own('ajv') as new (options: object) => {
  compile: (schema: object) => ((value: unknown) => boolean) & { errors?: unknown }
}
const schema = JSON.parse(readFileSync(join(library, 'scheme.json'), 'utf8')) as object

interface Config {
  readonly electronFuses: Readonly<Record<string, boolean>>
  readonly files: readonly string[]
  readonly protocols: readonly { readonly schemes: readonly string[] }[]
  readonly fileAssociations: readonly { readonly ext: string }[]
  readonly linux: {
    readonly target: readonly unknown[]
    readonly mimeTypes: readonly string[]
    readonly icon: string
  }
  readonly win: { readonly target: readonly unknown[]; readonly icon: string }
  readonly mac: Readonly<Record<string, unknown>> & {
    readonly target: readonly unknown[]
    readonly icon: string
  }
  readonly deb: { readonly afterInstall: string; readonly afterRemove: string }
}

const config = load(readFileSync('electron-builder.yml', 'utf8')) as Config
const names = (targets: readonly unknown[]): unknown[] =>
  targets.map((one) => (typeof one === 'string' ? one : (one as { target: string }).target))

function problems(value: unknown): unknown {
  const validate = new Ajv({ allErrors: true, strict: false, validateFormats: false }).compile(schema)
  return validate(value) ? [] : validate.errors
}

describe('electron-builder.yml', () => {
  it('says only what electron-builder understands', () => {
    expect(problems(config)).toEqual([])
  })

  it('would be refused with a word that electron-builder does not know', () => {
    expect(problems({ ...config, linux: { ...config.linux, synopsys: 'x' } })).not.toEqual([])
  })

  it('makes every package that is promised', () => {
    expect(names(config.linux.target)).toEqual(expect.arrayContaining(['zip', 'deb', 'AppImage', 'rpm']))
    expect(names(config.win.target)).toContain('nsis')
    expect(names(config.mac.target)).toEqual(expect.arrayContaining(['dmg', 'zip']))
  })

  it('locks the program: no Node, no inspector, nothing but the archive', () => {
    expect(config.electronFuses).toMatchObject({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableCookieEncryption: true,
      onlyLoadAppFromAsar: true,
      enableEmbeddedAsarIntegrityValidation: true,
    })
  })

  it('ships no source map and no package of node_modules', () => {
    expect(config.files).toEqual(expect.arrayContaining(['!**/*.map', '!node_modules/**/*']))
  })

  it('opens feed: and offprint: addresses, feeds and OPML', () => {
    expect(config.protocols.flatMap(({ schemes }) => schemes)).toEqual(['feed', 'offprint'])
    expect(config.fileAssociations.map(({ ext }) => ext)).toEqual(['opml'])
    expect(config.linux.mimeTypes).toEqual(
      expect.arrayContaining([
        'application/rss+xml',
        'application/atom+xml',
        'application/feed+json',
        'text/x-opml',
      ]),
    )
  })

  it('names only files that are here', () => {
    const { linux, win, mac, deb } = config
    const named = [linux.icon, win.icon, mac.icon, deb.afterInstall, deb.afterRemove, mac['entitlements']]
    for (const file of named) expect(existsSync(String(file)), String(file)).toBe(true)
  })
})
