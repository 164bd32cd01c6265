/** The workflows run what was looked at, with no more rights and secrets than each step needs. They have not run yet. */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const require = createRequire(import.meta.url)
// electron-builder's own reader of YAML is at hand.
const builder = createRequire(require.resolve('electron-builder/package.json'))
const own = createRequire(join(dirname(builder.resolve('app-builder-lib/package.json')), 'package.json'))
const { load } = own('js-yaml') as { load: (text: string) => unknown }

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
}
interface Job {
  readonly uses?: string
  readonly needs?: string
  readonly env?: object
  readonly permissions?: Readonly<Record<string, string>>
  readonly strategy?: { readonly matrix: { readonly include: readonly { readonly system: string }[] } }
  readonly steps?: readonly Step[]
}
interface Workflow {
  readonly permissions: Readonly<Record<string, string>>
  readonly jobs: Readonly<Record<string, Job>>
}

const FOLDER = '.github/workflows'
const texts = Object.fromEntries(
  readdirSync(FOLDER).map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')]),
)
const flow = (name: string): Workflow => load(texts[name] ?? '') as Workflow

describe.each(Object.keys(texts))('%s', (name) => {
  const steps = Object.values(flow(name).jobs).flatMap((job) => job.steps ?? [])

  it('uses actions by their commit, and says which version that is', () => {
    const used = (texts[name] ?? '').split('\n').filter((line) => /uses: (?!\.\/)/.test(line))
    for (const line of used) expect(line).toMatch(/uses: actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
    expect(used).toHaveLength(steps.filter(({ uses }) => uses).length)
  })

  it('may only read, and leaves no token in the folder it works in', () => {
    expect(flow(name).permissions).toEqual({ contents: 'read' })
    for (const { uses, with: options } of steps)
      if (uses?.startsWith('actions/checkout@')) expect(options).toEqual({ 'persist-credentials': false })
  })

  it('gives secrets to single steps', () => {
    for (const job of Object.values(flow(name).jobs)) expect(job.env).toBeUndefined()
  })
})

describe('a release', () => {
  const { jobs } = flow('release.yml')
  const publish = jobs['publish']?.steps ?? []
  const at = (pattern: RegExp): number =>
    publish.findIndex(({ uses, run }) => pattern.test(`${uses ?? ''} ${run ?? ''}`))

  it('is packaged for three systems, when all checks have passed', () => {
    expect(jobs['test']?.uses).toBe('./.github/workflows/check.yml')
    expect(jobs['package']?.needs).toBe('test')
    expect(jobs['package']?.strategy?.matrix.include.map(({ system }) => system)).toEqual([
      'linux',
      'win',
      'mac',
    ])
    const uploaded = jobs['package']?.steps?.find(({ uses }) => uses?.includes('upload-artifact'))
    expect(uploaded?.with).toMatchObject({ 'if-no-files-found': 'error' })
  })

  it('has bill of materials, signatures, checksums and provenance before it is drafted, in this order', () => {
    const order = [
      /cyclonedx/,
      /sign-releases/,
      /SHA256SUMS/,
      /attest-build-provenance/,
      /gh release create .*--draft/,
    ]
    const places = order.map(at)
    expect(places.every((place) => place >= 0)).toBe(true)
    expect(places).toEqual([...places].sort((one, other) => one - other))
  })

  it('runs nothing of its packages where it may write', () => {
    expect(jobs['publish']?.permissions).toEqual({
      contents: 'write',
      'id-token': 'write',
      attestations: 'write',
    })
    expect(publish.filter(({ run }) => run?.startsWith('npm ci')).map(({ run }) => run)).toEqual([
      'npm ci --ignore-scripts',
    ])
  })
})
