/**
 * The main job in the packaged app with the network really cut: a library with articles of every kind is synced, the app ended and started again in a
 * network namespace with nothing on it, the site stopped. Related articles, key points, stories, comments, "Prepare for offline" and the
 * readiness of every article are tried there as a reader would.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { askEngine, waitForQuiet } from '../support/ask-engine'
import { readinessOnDisk, type FoundOnDisk } from '../support/disk-readiness'
import { startLoopbackServer } from '../support/loopback-server'
import { prepareListed, type MainJobInput, type MainJobSeen } from '../support/main-job-offline'
import { launchApp, newProfile, runHidden } from '../support/packaged-app'
import { showList } from '../support/reading-window'
import { noNamespaceBecause, runWithoutNetwork } from '../support/run-without-network'
import { ALMANAC, LOST_LEAVES, serveAlmanac } from '../support/site/almanac'
import { LINKING, OWN_REPORT, ownProse, RELATED, serveEveryKind, STORY } from '../support/site/every-kind'

const because = noNamespaceBecause()
if (because) process.stderr.write(`main-job-offline.e2e.ts: left out, ${because}\n`)

const ARTICLES = 65
const ALL = { view: 'all', feedId: null, folder: null, order: 'newest' } as const

describe.skipIf(because !== null)('with the network cut and the app started again', () => {
  let online: readonly { readonly title: string; readonly why: string }[]
  let seen: MainJobSeen
  let disk: ReadonlyMap<string, FoundOnDisk>

  beforeAll(async () => {
    const server = await startLoopbackServer()
    const profile = newProfile('main-job')
    const added = await runHidden(profile, ['add', ...serveEveryKind(server), serveAlmanac(server)])
    expect(added, added.stderr).toMatchObject({ code: 0 })
    const first = await launchApp(profile)
    const { window } = first
    await askEngine(window, 'settings.change', { firstRunDone: true, syncOnLaunch: false })
    const talk = (await askEngine(window, 'feeds.list')).find(({ title }) => title === 'Talk')!
    await askEngine(window, 'feeds.change', talk.feedId, { fetchComments: true })
    await askEngine(window, 'sync.start', [])
    await waitForQuiet(window, ARTICLES)
    // Comments are fetched with an article that is completed; the launch's own pass may have been quicker than the wish for them.
    const { rows } = await askEngine(window, 'articles.list', { ...ALL, feedId: talk.feedId }, null, 10)
    await askEngine(
      window,
      'articles.prepare',
      rows.map(({ articleId }) => articleId),
    )
    await window.reload()
    await showList(window, ALMANAC)
    online = await prepareListed(window)
    await first.close()
    await server.stop()
    const input: MainJobInput = {
      profile,
      sitePort: server.port,
      related: { from: LINKING, to: RELATED },
      points: 'Swans counted on the mill pond',
      story: { title: STORY, own: OWN_REPORT },
      talk: 'Readers argue about the fog horn',
      lost: 'Picture that was lost in the post',
      almanac: ALMANAC,
    }
    seen = await runWithoutNetwork<MainJobInput, MainJobSeen>('main-job-offline', input, 300_000)
    disk = readinessOnDisk(profile.library)
  }, 600_000)

  it('really had no network', () => {
    expect(seen.interfaces).toEqual(['lo'])
    expect(seen.outside).toBe('ENETUNREACH')
    expect(seen.site).toBe('ECONNREFUSED')
  })

  it("opens its publisher's related article inside, complete", () => {
    for (const sentence of ownProse('hawser', 20)) expect(seen.related).toContain(sentence)
  })

  it('leads from each extracted key point to its sentence', () => {
    expect(seen.points.length).toBeGreaterThan(1)
    for (const { after, viewHeight, text } of seen.points) {
      expect(text).not.toBe('')
      expect(after).toBeGreaterThanOrEqual(0)
      expect(after).toBeLessThan(viewHeight)
    }
    // At least one of them was out of sight before.
    expect(seen.points.some(({ before, viewHeight }) => before > viewHeight)).toBe(true)
  })

  it('opens the other versions of a story: the same text in another feed, and another report', () => {
    expect(seen.versions).toHaveLength(2)
    const [same, own] = ['The same text', 'Another report'].map((kind) =>
      seen.versions.find(({ name }) => name.includes(kind)),
    )
    expect(same?.text).toContain('Eleven wagons left the rails after a bridge bearing failed')
    expect(own?.text).toContain('Commuters stood in the rain at Velmar station')
  })

  it('shows the comments that were fetched', () => {
    expect(seen.comments).toContain('It keeps me awake')
    expect(seen.comments).toContain('It kept my father alive')
  })

  it('says in the panel of an article why something is not there', () => {
    expect(seen.whyNot).toMatch(/Picture 2 of 2 .*404/)
  })

  it('had reported of fifty articles exactly the six with something out of reach, each with its cause', () => {
    expect(online.map(({ title }) => title).sort()).toEqual([...LOST_LEAVES.keys()].sort())
    for (const { title, why } of online) {
      expect(why).toMatch(/^picture 1 of 1: /)
      expect([title, why]).toEqual([title, expect.stringMatching(LOST_LEAVES.get(title)!)])
    }
  })

  it('reports the same six without a network, and loses none of the others', () => {
    expect(seen.prepared.map(({ title }) => title).sort()).toEqual([...LOST_LEAVES.keys()].sort())
    for (const { why } of seen.prepared) expect(why).toMatch(/^picture 1 of 1: .{10,}/)
  })

  it('says of every article exactly what an independent look finds on the disk', () => {
    // Of the story, one article stands for three.
    expect(seen.rows).toHaveLength(ARTICLES - 2)
    seen.rows.forEach((row, at) => {
      const { kind, title, ...there } = disk.get(row.articleId)!
      const { pictures, related, comments, source, ready } = seen.checks[at]!
      const panel = {
        text: source,
        images: [pictures.here, pictures.all],
        related: [related.here, related.all],
        comments: comments.here,
        ready,
      }
      const { text, images } = row.readiness
      const list = {
        text,
        images,
        related: row.readiness.related,
        comments: there.comments,
        ready: row.ready,
      }
      expect({ kind, title, list, panel }).toEqual({ kind: 'feed', title, list: there, panel: there })
    })
    expect(seen.rows.filter(({ ready }) => ready).length).toBeGreaterThan(44)
  })

  it('lets no request leave the window', () => {
    expect(seen.requests.length).toBeGreaterThan(0)
    expect(
      seen.requests.filter((address) => !/^(app:\/\/offprint|media:\/\/library)\//.test(address)),
    ).toEqual([])
  })
})
