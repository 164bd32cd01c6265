/** What leaves the machine: a whole sync in a process whose connections are watched from below, against the list the reader is shown. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { ContactedHost } from '../../contract/contact'
import { LibraryStore } from '../../electron/library/library-store'
import { bundleCommandLine } from '../support/bundled-command-line'
import { startNewsSite, type NewsSite } from '../support/site/news-site'

vi.setConfig({ testTimeout: 60_000 })

const WATCH = join(import.meta.dirname, '../support/watch-connections.cjs')
let folder = ''
let site: NewsSite
let watched: readonly string[]
let hosts: readonly ContactedHost[]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'offprint-contacted-'))
  site = await startNewsSite()
  const { run } = await bundleCommandLine()
  const seen = join(folder, 'seen')
  vi.stubEnv('WATCHED_CONNECTIONS', seen)
  vi.stubEnv('NODE_OPTIONS', `--require ${WATCH}`)
  const offprint = (...args: string[]) => run('--library', join(folder, 'library'), '--json', ...args)
  expect((await offprint('add', ...site.feeds)).code).toBe(0)
  expect((await offprint('sync')).code).toBe(0)
  expect((await offprint('prepare')).code).toBe(0)
  vi.unstubAllEnvs()
  watched = existsSync(seen) ? readFileSync(seen, 'utf8').trim().split('\n') : []
  const library = await LibraryStore.open(join(folder, 'library'), {
    now: () => new Date(),
    onNotice: () => undefined,
  })
  hosts = await library.contacts.hosts([])
  await library.close()
}, 120_000)

afterAll(async () => {
  await site.stop()
  rmSync(folder, { recursive: true, force: true })
})

it('opens connections to the hosts of the feeds and to nothing else', () => {
  expect(new Set(watched)).toEqual(new Set([`connect ${new URL(site.base).host}`]))
})

it('lists exactly those hosts, with what each request was for', () => {
  expect(hosts.map(({ host }) => host)).toEqual([new URL(site.base).host])
  const purposes = hosts.flatMap(({ contacts }) => contacts.map(({ purpose }) => purpose))
  expect(purposes).toEqual(expect.arrayContaining(['feed', 'page', 'picture', 'related', 'icon', 'look']))
})

it('counts every request that the site has seen', () => {
  const counted = hosts.flatMap(({ contacts }) => contacts).reduce((sum, { count }) => sum + count, 0)
  expect(counted).toBe(site.requests.length)
})

it('tells no site more than a name and a version', () => {
  expect(new Set(site.requests.map(({ userAgent }) => userAgent))).toEqual(
    new Set(['Offprint/0.0.0-test (+https://offprint.invalid/)']),
  )
})
