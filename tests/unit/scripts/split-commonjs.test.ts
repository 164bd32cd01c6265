import { createRequire } from 'node:module'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as esbuild from 'esbuild'
import type { Plugin } from 'esbuild'
import { expect, it } from 'vitest'
import { importScript } from './import-script'

const { splitCommonJs } = await importScript<{ splitCommonJs: () => Plugin }>('steps/split-commonjs.mjs')

const SOURCES = {
  'main.ts': `import { Fault } from './fault'
    export const place = __dirname
    export const late = async (): Promise<boolean> => (await import('./late')).raise() instanceof Fault`,
  'late.ts': `import { sep } from 'node:path'
    import { Fault } from './fault'
    export const raise = (): Fault => new Fault('only said when it is asked for' + sep)`,
  'fault.ts': 'export class Fault extends Error {}',
}

async function built(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-split-'))
  for (const [name, text] of Object.entries(SOURCES)) writeFileSync(join(folder, name), text)
  const out = join(folder, 'out')
  await esbuild.build({
    entryPoints: { main: join(folder, 'main.ts') },
    outdir: out,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node18',
    format: 'esm',
    splitting: true,
    plugins: [splitCommonJs()],
  })
  return out
}

it('makes CommonJS of which a start reads only the first piece', async () => {
  const out = await built()
  expect(readdirSync(out).length).toBeGreaterThan(1)
  expect(readFileSync(join(out, 'main.cjs'), 'utf8')).not.toContain('only said when it is asked for')
})

it('leaves no import for ES modules, whose loader does not look into an archive of Electron', async () => {
  const out = await built()
  for (const name of readdirSync(out)) expect(readFileSync(join(out, name), 'utf8')).not.toMatch(/\bimport\(/)
})

it('keeps one copy of what two pieces share, and each piece in its folder', async () => {
  const out = await built()
  const main = createRequire(import.meta.url)(join(out, 'main.cjs')) as {
    place: string
    late: () => Promise<boolean>
  }
  expect(main.place).toBe(out)
  expect(await main.late(), 'a class of one piece is another class in the other').toBe(true)
})
