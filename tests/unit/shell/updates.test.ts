/** Updates with electron-updater's own code, from a loopback server that serves good, older, forged, spoilt and broken releases. */
import { generateKeyPairSync } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { UpdateState } from '../../../contract/updates'
import { Updates } from '../../../electron/shell/updates'
import type { UpdateChannel } from '../../../electron/shell/updates-library'
import { bundleUpdater } from '../../support/bundled-updater'
import { startLoopbackServer } from '../../support/loopback-server'
import { startReleaseServer, type ReleaseServer } from '../../support/release-server'
import { memoryLog } from './memory-log'

let library: Awaited<ReturnType<typeof bundleUpdater>>
let releases: ReleaseServer
let folder: string
let installed: string
let channel: UpdateChannel
let syncing: boolean
let states: UpdateState[]
let ended: string[]
let log: ReturnType<typeof memoryLog>

// A file that a shell runs, so that starting it after the update leaves a mark.
const program = (words: string): string =>
  `#!/bin/sh\necho ${words} >> "$(dirname "$0")/started"\n${'# \n'.repeat(5_000)}`

beforeAll(async () => {
  library = await bundleUpdater()
})

beforeEach(async () => {
  releases = await startReleaseServer()
  folder = mkdtempSync(join(tmpdir(), 'offprint-updates-'))
  installed = join(folder, 'Offprint.AppImage')
  writeFileSync(installed, program('old'), { mode: 0o755 })
  writeFileSync(join(folder, 'app-update.yml'), 'updaterCacheDirName: fetched\n')
  process.env['APPIMAGE'] = installed
  channel = 'stable'
  syncing = false
  states = []
  ended = []
  log = memoryLog()
})

afterEach(async () => {
  delete process.env['APPIMAGE']
  await releases.stop()
})

async function fetchSmall(address: string): Promise<Uint8Array> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address} answered with ${String(answer.status)}`)
  return new Uint8Array(await answer.arrayBuffer())
}

function updates(now = new Date('2026-11-25T12:00:00Z')): Updates {
  const updater = library.createUpdater({
    kind: 'appimage',
    app: {
      version: '1.2.0',
      name: 'offprint',
      configFile: join(folder, 'app-update.yml'),
      dataFolder: folder,
      quit: () => ended.push('quit'),
    },
    address: releases.address,
    publicKey: releases.publicKey,
    fetchSmall,
    channel: () => channel,
  })
  return new Updates({
    updater: () => Promise.resolve(updater),
    wanted: () => true,
    syncing: () => syncing,
    tell: (state) => states.push(state),
    close: () => {
      ended.push('closed')
      return Promise.resolve()
    },
    leave: (done) => ended.push(done ? 'left' : 'restarted'),
    log,
    now: () => now,
  })
}

const settled = (): Promise<void> =>
  expect
    .poll(() => states.at(-1)?.kind, { timeout: 20_000 })
    .not.toBe('downloading') as unknown as Promise<void>

/** Looks, fetches and waits for what came of it. */
async function checkAndFetch(): Promise<Updates> {
  const all = updates()
  expect((await all.check()).kind).toBe('offered')
  all.fetch()
  await settled()
  return all
}

describe('a newer release', () => {
  it('is offered with its notes and size, fetched with progress, and takes the program’s place when the reader says so', async () => {
    releases.publish({ version: '1.3.0', program: program('new'), notes: '- A better list.' })
    const all = updates()
    expect(await all.check()).toEqual({
      kind: 'offered',
      update: { version: '1.3.0', notes: '- A better list.', bytes: program('new').length },
    })
    expect(readFileSync(installed, 'utf8')).toBe(program('old'))
    all.fetch()
    await settled()
    expect(all.state).toMatchObject({ kind: 'ready' })
    expect(states.some((state) => state.kind === 'downloading' && state.percent === 100)).toBe(true)
    expect(readFileSync(installed, 'utf8')).toBe(program('old'))
    await all.install()
    expect(readFileSync(installed, 'utf8')).toBe(program('new'))
    expect(ended).toEqual(['closed', 'left'])
    await expect.poll(() => existsSync(join(folder, 'started'))).toBe(true)
    expect(readFileSync(join(folder, 'started'), 'utf8')).toBe('new\n')
  })

  it('is asked for without a number that tells one reader from another', async () => {
    releases.publish({ version: '1.3.0', program: program('new') })
    await checkAndFetch()
    const sent = releases.server.log.flatMap(({ headers }) => Object.keys(headers))
    expect(sent).toContain('host')
    expect(sent.filter((name) => /staging|id$/.test(name))).toEqual([])
    expect(readdirSync(folder)).not.toContain('.updaterId')
  })

  it('comes from the channel the reader chose', async () => {
    releases.publish({ version: '1.2.0', program: program('same') })
    releases.publish({ version: '1.4.0-beta.1', program: program('beta') }, 'beta')
    const all = updates()
    expect((await all.check()).kind).toBe('newest')
    channel = 'beta'
    expect(await all.check()).toMatchObject({ kind: 'offered', update: { version: '1.4.0-beta.1' } })
  })
})

describe('a release that is not what it seems', () => {
  it('is left alone when it is older', async () => {
    releases.publish({ version: '1.1.9', program: program('older') })
    expect((await updates().check()).kind).toBe('newest')
  })

  it('is left alone when another key signed it', async () => {
    releases.publish({
      version: '1.3.0',
      program: program('stranger'),
      signedBy: generateKeyPairSync('ed25519').privateKey,
    })
    expect((await updates().check()).kind).toBe('failed')
    expect(JSON.stringify(log.lines)).toContain('not signed by the release key')
  })

  it('is left alone when its description was changed after it was signed', async () => {
    releases.publish({
      version: '1.3.0',
      program: program('new'),
      forge: (text) => text.replace('1.3.0', '9.9.9'),
    })
    expect((await updates().check()).kind).toBe('failed')
  })

  it('is left alone when its file would be fetched from elsewhere', async () => {
    const elsewhere = await startLoopbackServer({ '/x.AppImage': { body: program('new') } })
    for (const fileName of [`${elsewhere.origin}/x.AppImage`, '../x.AppImage']) {
      releases.publish({ version: '1.3.0', program: program('new'), fileName })
      releases.server.on('/x.AppImage', { body: program('new') })
      const all = await checkAndFetch()
      expect(all.state.kind).toBe('failed')
    }
    expect(elsewhere.log).toEqual([])
    expect(releases.server.asked('/x.AppImage')).toEqual([])
    await elsewhere.stop()
  })

  it('is not installed when the program was changed on the way', async () => {
    releases.publish({
      version: '1.3.0',
      program: program('new'),
      served: program('bad'),
    })
    const all = await checkAndFetch()
    expect(all.state.kind).toBe('failed')
    expect(JSON.stringify(log.lines)).toContain('checksum mismatch')
    await expect(all.install()).rejects.toMatchObject({ code: 'no_update' })
    expect(readFileSync(installed, 'utf8')).toBe(program('old'))
  })

  it('is not installed when the connection broke halfway, and comes whole the next time', async () => {
    releases.publish({ version: '1.3.0', program: program('new'), cutAfter: 4_000 })
    const all = await checkAndFetch()
    expect(all.state.kind).toBe('failed')
    releases.publish({ version: '1.3.0', program: program('new') })
    await all.check()
    all.fetch()
    await settled()
    expect(all.state.kind).toBe('ready')
  })

  it('ends with a word where there is no server at all', async () => {
    await releases.stop()
    const state = await updates().check()
    expect(state).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('newer version') as string,
    })
  })
})

describe('the reader’s word', () => {
  it('comes before everything: an offered release is not fetched, a fetched one not installed by itself', async () => {
    releases.publish({ version: '1.3.0', program: program('new') })
    await updates().check()
    expect(releases.server.log.map(({ path }) => path).filter((path) => path.includes('AppImage'))).toEqual(
      [],
    )
    expect(readFileSync(installed, 'utf8')).toBe(program('old'))
  })

  it('waits for a sync that runs', async () => {
    releases.publish({ version: '1.3.0', program: program('new') })
    const all = await checkAndFetch()
    syncing = true
    await expect(all.install()).rejects.toMatchObject({ code: 'syncing' })
    expect(ended).toEqual([])
    await expect(updates().check()).rejects.toMatchObject({ code: 'syncing' })
  })

  it('stops a download', async () => {
    releases.publish({ version: '1.3.0', program: program('new') })
    const all = updates()
    await all.check()
    all.fetch()
    all.cancel()
    await settled()
    expect(all.state.kind).toBe('offered')
  })
})

describe('looking by itself', () => {
  it('happens once a day, never during a sync, and only when it is wanted', async () => {
    releases.publish({ version: '1.2.0', program: program('same') })
    const all = updates()
    syncing = true
    all.tick()
    expect(states).toEqual([])
    syncing = false
    all.tick()
    await expect.poll(() => all.state.kind).toBe('newest')
    all.tick()
    expect(states.filter(({ kind }) => kind === 'checking')).toHaveLength(1)
  })
})
