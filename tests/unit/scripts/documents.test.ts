/** Every command in every document: those of `offprint` are run as they stand there, in order, on a news site; those of npm must exist. */
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { bundleCommandLine } from '../../support/bundled-command-line'
import { startNewsSite, type NewsSite } from '../../support/site/news-site'

// Each command is a process of its own.
vi.setConfig({ testTimeout: 90_000 })

const DOCUMENTS = [
  ...['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md', 'renderer/README.md'],
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
]
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

const BLOCK = /^```[a-z]*\n([^]*?)^```/gm
const linesOf = (text: string): string[] =>
  [...text.matchAll(BLOCK)].flatMap(([, block = '']) => block.split('\n')).map((line) => line.trim())
const spansOf = (text: string): string[] =>
  [...text.replace(BLOCK, '').matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span)

interface Told {
  readonly file: string
  readonly command: string
}
const told = (pick: (text: string) => string[], start: RegExp): Told[] =>
  DOCUMENTS.flatMap((file) =>
    pick(readFileSync(file, 'utf8'))
      .filter((command) => start.test(command))
      .map((command) => ({ file, command })),
  )

const commands = told(linesOf, /^offprint /)

let folder = ''
let site: NewsSite
let program = ''

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'offprint-documents-'))
  program = (await bundleCommandLine()).file
  site = await startNewsSite()
}, 60_000)

afterAll(async () => {
  await site.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** As a reader types it, in a shell. */
function typed(command: string): Promise<{ readonly code: number; readonly said: string }> {
  const here = command.replaceAll('https://example.org/', site.feeds[0] ?? '')
  const script = `offprint() { '${process.execPath}' '${program}' --library library "$@"; }\n${here}`
  return new Promise((resolve) => {
    execFile('sh', ['-c', script], { cwd: folder }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, said: stdout + stderr })
    })
  })
}

describe('commands of offprint', () => {
  it('are found in more than one document', () => {
    expect(new Set(commands.map(({ file }) => file)).size).toBeGreaterThan(4)
  })

  it.each(commands)('$command ($file)', async ({ command }) => {
    const { code, said } = await typed(command)
    expect(code, said).toBe(0)
  })

  it('fail here when a document names one that does not exist', async () => {
    expect((await typed('offprint no-such-command')).code).toBe(2)
  })

  it('are known where a document names one in a sentence', async () => {
    const { said } = await typed('offprint help')
    const named = told(spansOf, /^offprint [a-z]/).map(({ command }) => command.split(' ')[1] ?? '')
    expect(named.length).toBeGreaterThan(0)
    for (const name of named) if (name !== 'help') expect(said).toContain(name)
  })
})

describe('commands of npm and node', () => {
  const all = [...told(linesOf, /^(npm|node) /), ...told(spansOf, /^(npm|node) [a-z]/)]

  it.each(all)('$command ($file) names what is there', ({ command }) => {
    const [tool = '', first = '', second = ''] = command.split(/\s+/)
    if (tool === 'npm' && first === 'run') expect(Object.keys(scripts)).toContain(second)
    else if (tool === 'npm' && ['start', 'test'].includes(first))
      expect(Object.keys(scripts)).toContain(first)
    else if (tool === 'npm') expect(['audit', 'ci', 'install', 'outdated', 'ping', 'sbom']).toContain(first)
    // What a build makes is not here before one.
    else expect(existsSync(first) || first.startsWith('dist/'), first).toBe(true)
  })
})
