import { spawn } from 'node:child_process'
import { copyFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SearchClient } from '../../../electron/search/search-client'
import { parseQuery } from '../../../electron/search/parse-query'
import { SearchIndex } from '../../../electron/search/search-index'
import { workerPort } from '../../../electron/search/worker-port'
import { articleOf, idOf, makeFolder } from './index-of'

const place = makeFolder()
const bundle = join(place.folder, 'search-worker.cjs')
const options = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node18',
  logLevel: 'error',
} as const

/** Puts articles in, ten at a time, until it is killed; says how many are in. */
const PUTTER = `
  import { SearchIndex } from './electron/search/search-index'
  import { articleOf } from './tests/unit/search/index-of'
  void SearchIndex.open(process.argv[2]!).then((index) => {
    for (let batch = 0; ; batch++) {
      index.put(Array.from({ length: 10 }, (_, n) => articleOf('a' + batch + '-' + n, { text: 'ferry tide '.repeat(200) })))
      process.stdout.write(String((batch + 1) * 10) + '\\n')
    }
  })
`

beforeAll(async () => {
  await build({ ...options, entryPoints: ['electron/workers/search-worker.ts'], outfile: bundle })
  await build({
    ...options,
    stdin: { contents: PUTTER, resolveDir: process.cwd(), loader: 'ts' },
    outfile: join(place.folder, 'putter.cjs'),
  })
  const library = dirname(createRequire(import.meta.url).resolve('node-sqlite3-wasm'))
  copyFileSync(join(library, 'node-sqlite3-wasm.wasm'), join(place.folder, 'node-sqlite3-wasm.wasm'))
})
afterAll(() => place.remove())

describe('the bundled search worker', () => {
  it('finds its WebAssembly beside itself, and answers', async () => {
    const client = await SearchClient.open({
      file: join(place.folder, 'worker.db'),
      start: () => workerPort(bundle),
      now: () => new Date(),
      onEmpty: () => undefined,
    })
    await client.put([articleOf('harbour', { text: 'the old ferry' })])
    const hits = await client.query(parseQuery('ferry'), 5, () => true)
    expect(hits.map(({ articleId }) => articleId)).toEqual([idOf('harbour')])
    await client.close()
  })
  it('rejects when the bundle cannot be started', async () => {
    const file = join(place.folder, 'broken.cjs')
    writeFileSync(file, 'throw new Error("no such thing")')
    const opening = SearchClient.open({
      file: join(place.folder, 'never.db'),
      start: () => workerPort(file),
      now: () => new Date(),
      onEmpty: () => undefined,
    })
    await expect(opening).rejects.toMatchObject({
      code: 'ended',
      message: expect.stringContaining('no such thing') as string,
    })
  })
})

describe('an index whose process is killed', () => {
  it('opens with everything that was put in before, every time', async () => {
    const file = join(place.folder, 'killed.db')
    for (const lines of [3, 9, 1]) {
      const said = await putUntilKilled(file, lines)
      const index = await SearchIndex.open(file)
      expect(['kept', 'made']).toContain(index.state)
      expect(index.count()).toBeGreaterThanOrEqual(said)
      index.check()
      index.close()
    }
  }, 60_000)
})

function putUntilKilled(file: string, lines: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(place.folder, 'putter.cjs'), file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let text = ''
    child.stdout.on('data', (part: Buffer) => {
      text += part.toString()
      if (text.split('\n').length > lines) child.kill('SIGKILL')
    })
    child.on('error', reject)
    child.on('close', () => {
      resolve(Number(text.split('\n').at(-2) ?? 0))
    })
  })
}
