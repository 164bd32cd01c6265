/** Every kind of file of a library, with everything that may happen to it: a test a cell. */
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import * as path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Rule } from '../../../contract/rule'
import type { LibraryStore } from '../../../electron/library/library-store'
import { DAMAGES, DAMAGE_NAMES, type DamageName } from './damages'
import {
  NOON,
  hastyDisk,
  openLibrary,
  removeFolder,
  sampleArticle,
  sampleArticles,
  sampleBody,
  sampleFeed,
  sampleHighlight,
  sampleSyncState,
  temporaryFolder,
} from './sample-library'

const idOf = (feed: string, number: number) => sampleArticle(feed, number).articleId
const STAR = idOf('a', 1)
const PAINTED = idOf('a', 2)
const NEWEST = idOf('a', 5)
const PURGED = idOf('b', 0)
const IN_JOURNAL = idOf('b', 1)
const RULE: Rule = {
  ruleId: 'r',
  enabled: true,
  conditions: [{ field: 'title', value: 'football', not: false }],
  actions: ['mute'],
}
const decision = (reason: string) => ({
  feedId: 'a',
  at: NOON.toISOString(),
  code: 'ok' as const,
  status: 200,
  reason,
  nextDue: null,
})

let template: string
let folder: string
let picture: string
let whole: Record<string, unknown>

/** As a killed process leaves it: the last marks are in the journal alone. */
beforeAll(async () => {
  const work = await temporaryFolder()
  template = await temporaryFolder()
  const library = await openLibrary(work, { disk: hastyDisk })
  await library.addFeed(sampleFeed('a'))
  await library.addFeed(sampleFeed('b', { folder: ['Town'] }))
  picture = await library.saveMedia(Buffer.from('a picture of some length'), 'png')
  for (const { articleId } of [...sampleArticles('a', 6), ...sampleArticles('b', 3)])
    await library.saveBody(sampleBody(articleId))
  await library.saveBody(
    sampleBody(PAINTED, { media: [{ url: 'https://a.example/p.png', media: picture, why: null }] }),
  )
  const readiness = { text: 'page', images: [1, 1], related: [0, 0], comments: 'none' } as const
  await library.saveArticles('a', [...sampleArticles('a', 5), sampleArticle('a', 2, { readiness })])
  await library.saveArticles('a', [sampleArticle('a', 5)])
  await library.saveArticles('b', sampleArticles('b', 3))
  for (const feed of ['b', 'a']) {
    await library.saveSyncState(sampleSyncState(feed))
    await library.flush()
  }
  await library.syncLedger.add([decision('first')], () => true)
  await library.syncLedger.add([decision('second')], () => true)
  await library.setStatus([STAR], { starred: true, read: true })
  await library.saveHighlight(sampleHighlight('h', STAR, { note: 'mine' }))
  await library.changeSettings({ theme: 'dark' })
  await library.saveRules([RULE])
  const { stories, edition } = library.desk
  stories.data = { apart: [NEWEST], members: [] }
  await stories.save()
  edition.data = { made: '2026-11-25T08:00:00.000Z', articleIds: [NEWEST, STAR] }
  await edition.save()
  await library.upkeep.purge([{ articleId: PURGED, feedId: 'b', why: 'age', bytes: 0 }])
  await library.setStatus([IN_JOURNAL], { saved: true })
  await library.saveHighlight(sampleHighlight('j', IN_JOURNAL))
  await cp(work, template, { recursive: true })
  // Its process is gone: another one has its number.
  const lock = await readFile(path.join(work, 'lock'), 'utf8')
  await writeFile(path.join(template, 'lock'), lock.replace(/"began":"[^"]*"/, '"began":"0"'))
  await library.close()
  await removeFolder(work)
  const place = await temporaryFolder()
  await cp(template, place, { recursive: true })
  const undamaged = await openLibrary(place, { disk: hastyDisk })
  whole = await holdings(undamaged, [])
  expect(undamaged.notices()).toEqual([])
  await undamaged.close()
  await removeFolder(place)
})

beforeEach(async () => {
  folder = await temporaryFolder()
  await cp(template, folder, { recursive: true, preserveTimestamps: true })
})

afterEach(() => removeFolder(folder))
afterAll(() => removeFolder(template))

const open = (): Promise<LibraryStore> => openLibrary(folder, { disk: hastyDisk })

/** Everything the library holds, by what a reader would miss; a damage may take some of it and must leave the rest. */
const HOLDINGS: Readonly<Record<string, (library: LibraryStore) => unknown>> = {
  feeds: (library) => library.feeds(),
  'articles of a': (library) =>
    library.articlesOf('a').filter(({ articleId }) => articleId !== NEWEST).length,
  'newest of a': (library) => library.article(NEWEST)?.title,
  'articles of b': (library) => library.articlesOf('b').length,
  marks: (library) => library.status(STAR),
  highlights: (library) => library.highlights().filter(({ highlightId }) => highlightId === 'h'),
  'marks in the journal': (library) => library.status(IN_JOURNAL),
  'highlights in the journal': (library) =>
    library.highlights().filter(({ highlightId }) => highlightId === 'j'),
  settings: (library) => library.settings().theme,
  rules: (library) => library.rules(),
  stories: (library) => library.desk.stories.data.apart,
  edition: (library) => library.desk.edition.data,
  purged: (library) => library.isPurged('b', PURGED),
  'sync states': (library) => ['a', 'b'].map((feed) => library.syncState(feed)?.etag),
  ledger: async (library) => (await library.syncLedger.of('a')).map(({ reason }) => reason),
  text: async (library) => (await library.body(STAR))?.body.text.length,
  picture: (library) => library.hasMedia(picture) && library.article(PAINTED)?.readiness.images,
}

async function holdings(library: LibraryStore, without: readonly string[]): Promise<Record<string, unknown>> {
  const held: Record<string, unknown> = {}
  for (const [name, read] of Object.entries(HOLDINGS))
    if (!without.includes(name)) held[name] = await read(library)
  return held
}

/** What the undamaged library holds. */
function wholeHoldings(without: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(whole).filter(([name]) => !without.includes(name)))
}

/** The doctor mends to silence, and the next start has nothing to say. */
async function expectMended(library: LibraryStore): Promise<void> {
  await library.upkeep.doctor({ repair: true })
  await library.close()
  const again = await open()
  await again.syncLedger.of('a')
  expect(again.notices()).toEqual([])
  expect((await again.upkeep.doctor({ repair: false })).problems).toEqual([])
  await again.close()
}

async function setAsideFiles(): Promise<readonly string[]> {
  const names = existsSync(path.join(folder, 'damaged')) ? await readdir(path.join(folder, 'damaged')) : []
  return names.sort()
}

interface Kind {
  readonly file: string
  /** What may be older or gone after the file alone was damaged: its copy is from before the last change. */
  readonly older?: readonly string[]
  /** What is gone when the copy is lost as well. */
  readonly lost: readonly string[]
  /** Words that the one sentence must have when both are lost. */
  readonly says: string
}

const KINDS: readonly Kind[] = [
  { file: 'library.json', lost: [], says: 'nothing of yours was in it' },
  { file: 'feeds.json', lost: [], says: '2 feeds were restored from feeds-spare.json' },
  { file: 'settings.json', lost: ['settings'], says: 'all settings have their first values' },
  { file: 'rules.json', lost: ['rules'], says: 'there are no rules any more' },
  { file: 'stories.json', lost: ['stories'], says: 'are in them again' },
  { file: 'edition.json', lost: ['edition'], says: 'there is no edition until' },
  { file: 'highlights.json', lost: ['highlights'], says: 'but for the last ones' },
  { file: 'statuses/a.json', lost: ['marks'], says: 'but for the last changes' },
  { file: 'tombstones/b.json', lost: ['purged'], says: 'may come back as new' },
  {
    file: 'sync-states.json',
    older: ['sync states'],
    lost: ['sync states'],
    says: 'every feed is fetched anew',
  },
  { file: 'sync-ledger.json', older: ['ledger'], lost: ['ledger'], says: 'only the explanations' },
  {
    file: 'articles/a.json',
    older: ['newest of a', 'sync states', 'text', 'picture', 'articles of a'],
    lost: ['articles of a', 'newest of a', 'sync states', 'marks', 'text', 'picture'],
    says: 'come back with the next sync',
  },
]

// A file of zeros is read as one that is cut short; once a kind is enough.
const OF_TWO = DAMAGE_NAMES.filter((name) => name !== 'zeroed')

describe.each(KINDS)('$file', ({ file, older = [], lost, says }) => {
  // Of a file that hands may edit, a damage that makes sense passes for an edit.
  const isEdit = (name: DamageName): boolean => file === 'rules.json' && name === 'flipped'
  const noticed = async (library: LibraryStore) => {
    // The ledger is read when it is first asked for.
    await library.syncLedger.of('a')
    return library.notices()
  }

  it.each(DAMAGE_NAMES)(
    '%s: told in one sentence, kept aside, its copy used, nothing else touched',
    async (name) => {
      await DAMAGES[name](path.join(folder, file))
      const library = await open()
      const notices = await noticed(library)
      expect(notices.map((notice) => notice.file)).toEqual([file])
      const says = isEdit(name) ? /was changed outside.*is kept as/ : /was damaged and.*is kept as/
      expect(notices[0]?.message).toMatch(name === 'missing' ? /was missing and/ : says)
      const changed = isEdit(name) ? ['rules'] : older
      expect(await holdings(library, changed)).toEqual(wholeHoldings(changed))
      expect(await setAsideFiles()).toHaveLength(name === 'missing' ? 0 : 1)
      await expectMended(library)
    },
  )

  it.each(OF_TWO)('its copy %s: nothing is lost, and the doctor makes a copy again', async (name) => {
    await DAMAGES[name](path.join(folder, `${file}.bak`))
    const library = await open()
    expect(await holdings(library, [])).toEqual(wholeHoldings([]))
    await expectMended(library)
    // Where it is not a mirror, the next change makes a copy.
    if (name === 'missing' && older.length > 0) return
    // The copy is worth something again.
    await rm(path.join(folder, file))
    const again = await open()
    expect(await holdings(again, older)).toEqual(wholeHoldings(older))
    await again.close()
  })

  it.each(OF_TWO)(
    '%s, and its copy with it: told in one sentence, nothing else is taken down',
    async (name) => {
      await DAMAGES[name](path.join(folder, file))
      await DAMAGES[name](path.join(folder, `${file}.bak`))
      const library = await open()
      const notices = await noticed(library)
      expect(await holdings(library, lost)).toEqual(wholeHoldings(lost))
      if (name === 'missing' && !/feeds|articles/.test(file)) {
        // As in a new library: there is nothing that could say that it had been there.
        expect(notices).toEqual([])
      } else {
        expect(notices.map((notice) => notice.file)).toEqual([file])
        expect(notices[0]?.message).toContain(isEdit(name) ? 'was changed outside' : says)
      }
      expect(await setAsideFiles()).toHaveLength(name === 'missing' ? 0 : isEdit(name) ? 1 : 2)
      await expectMended(library)
    },
  )
})

describe('a folder that lies where a copy belongs', () => {
  it('keeps no change from being stored, and is told once', async () => {
    const library = await open()
    for (const name of ['articles/a.json.bak', 'settings.json.bak', 'sync-states.json.bak'])
      await DAMAGES.unreadable(path.join(folder, name))
    await library.saveArticles('a', [sampleArticle('a', 9)])
    await library.changeSettings({ theme: 'light' })
    await library.saveSyncState(sampleSyncState('a', { etag: '"2"' }))
    await library.flush()
    expect(library.notices().map(({ file }) => file)).toEqual([
      'articles/a.json',
      'settings.json',
      'sync-states.json',
    ])
    expect(await setAsideFiles()).toHaveLength(3)
    await expectMended(library)
    const again = await open()
    expect(again.article(idOf('a', 9))).not.toBeNull()
    expect(again.settings().theme).toBe('light')
    await again.close()
  })
})

describe('articles that were lost', () => {
  it('are asked for anew: the server must not answer that nothing has changed', async () => {
    await DAMAGES.truncated(path.join(folder, 'articles/a.json'))
    let library = await open()
    expect(library.syncState('a')).toMatchObject({ etag: null, lastModified: null, bodyHash: null })
    expect(library.syncState('b')?.etag).toBe('"1"')
    await library.close()
    library = await open()
    expect(library.syncState('a')?.etag).toBeNull()
    await library.close()
  })

  it('find their marks and highlights when they come again', async () => {
    for (const end of ['', '.bak']) await DAMAGES.missing(path.join(folder, `articles/a.json${end}`))
    const library = await open()
    expect(library.article(STAR)).toBeNull()
    await library.saveArticles('a', sampleArticles('a', 6))
    expect(library.status(STAR)).toMatchObject({ starred: true, read: true })
    expect(library.counts(NOON).highlighted).toBe(2)
    await library.close()
  })
})

describe('a feed whose list entry was lost', () => {
  it('keeps the marks of its articles when it is added again, before and after another start', async () => {
    for (const name of ['feeds.json', 'feeds-spare.json'])
      for (const end of ['', '.bak']) await rm(path.join(folder, name + end))
    let library = await open()
    expect(library.feeds()).toEqual([])
    await library.addFeed(sampleFeed('a'))
    expect(library.articlesOf('a')).toHaveLength(6)
    expect(library.status(STAR)).toMatchObject({ starred: true, read: true })
    await library.setStatus([NEWEST], { read: true })
    await library.close()
    library = await open()
    expect(library.status(STAR)).toMatchObject({ starred: true, read: true })
    expect(library.status(NEWEST).read).toBe(true)
    await library.close()
  })
})

describe('a segment of the journal', () => {
  const journal = ['marks in the journal', 'highlights in the journal']
  const segment = async (): Promise<string> => {
    const [name = ''] = await readdir(path.join(folder, 'journal'))
    return path.join(folder, 'journal', name)
  }
  const SILENT: readonly DamageName[] = ['truncated', 'empty', 'missing']

  it.each(DAMAGE_NAMES)(
    '%s: what can be read of it is replayed, and no other change is touched',
    async (name) => {
      await DAMAGES[name](await segment())
      const library = await open()
      expect(await holdings(library, journal)).toEqual(wholeHoldings(journal))
      // A cut end is what any kill may leave: it cannot be told from a change that was never acknowledged.
      if (SILENT.includes(name)) expect(library.notices()).toEqual([])
      else {
        expect(library.notices()).toHaveLength(1)
        expect(library.notices()[0]?.message).toMatch(/^A part of the journal.*is kept as/)
        expect(await setAsideFiles()).toHaveLength(1)
      }
      await expectMended(library)
    },
  )

  it('flipped in one line: all the others are replayed', async () => {
    await DAMAGES.flipped(await segment())
    const library = await open()
    expect(library.status(IN_JOURNAL).saved).toBe(true)
    expect(library.notices()[0]?.message).toContain('all others were')
    await library.close()
  })

  it('missing between two others: told', async () => {
    const first = await segment()
    await cp(first, path.join(path.dirname(first), '00000099.log'))
    const library = await open()
    expect(library.notices().map(({ message }) => message)).toEqual([expect.stringContaining('was missing')])
    await expectMended(library)
  })

  it('is gone after an ordinary end: everything is in files that have a copy', async () => {
    const library = await open()
    await library.close()
    expect(await readdir(path.join(folder, 'journal'))).toEqual([])
  })
})

describe('a text', () => {
  const file = (): string => path.join(folder, 'bodies', STAR.slice(0, 2), `${STAR}.body`)

  it.each(DAMAGE_NAMES)(
    '%s: noticed when it is opened, kept aside, and stored anew by the next sync',
    async (name) => {
      await DAMAGES[name](file())
      const library = await open()
      expect(await library.body(STAR)).toBeNull()
      expect(library.notices()).toMatchObject([
        { message: expect.stringContaining('fetched again') as string },
      ])
      expect(library.article(STAR)).toMatchObject({ pending: true, readiness: { text: 'none' } })
      expect(library.syncState('a')?.etag).toBeNull()
      const gone = ['text', 'sync states']
      expect(await holdings(library, gone)).toEqual(wholeHoldings(gone))
      expect(await setAsideFiles()).toHaveLength(name === 'missing' ? 0 : 1)
      await library.saveBody(sampleBody(STAR))
      await library.saveArticles('a', [sampleArticle('a', 1)])
      expect((await library.body(STAR))?.articleId).toBe(STAR)
      await expectMended(library)
    },
  )

  it.each(DAMAGE_NAMES)('%s: found by the doctor, who changes nothing unless asked', async (name) => {
    await DAMAGES[name](file())
    const library = await open()
    const { ok, problems } = await library.upkeep.doctor({ repair: false })
    expect(ok).toBe(false)
    expect(problems.map((problem) => problem.file)).toEqual([expect.stringContaining(STAR)])
    expect(existsSync(file())).toBe(name !== 'missing')
    await expectMended(library)
  })
})

describe('a picture', () => {
  const file = (): string => path.join(folder, 'media', picture.slice(0, 2), picture)

  it.each(DAMAGE_NAMES)('%s: found by the doctor, kept aside, and fetched again', async (name) => {
    await DAMAGES[name](file())
    const library = await open()
    const { problems } = await library.upkeep.doctor({ repair: true })
    expect(problems.map((problem) => problem.file)).toEqual([expect.stringContaining(picture)])
    expect(library.article(PAINTED)).toMatchObject({ pending: true, readiness: { images: [0, 1] } })
    const gone = ['picture', 'sync states']
    expect(await holdings(library, gone)).toEqual(wholeHoldings(gone))
    expect(await setAsideFiles()).toHaveLength(name === 'missing' ? 0 : 1)
    await library.saveMedia(Buffer.from('a picture of some length'), 'png')
    expect(library.hasMedia(picture)).toBe(true)
    await expectMended(library)
  })

  it.each(DAMAGE_NAMES)(
    '%s: stored whole when it comes again, though something has its name',
    async (name) => {
      await DAMAGES[name](file())
      const library = await open()
      await library.saveMedia(Buffer.from('a picture of some length'), 'png')
      expect((await library.upkeep.doctor({ repair: false })).problems).toEqual([])
      await library.close()
    },
  )
})

describe('the lock of a process that is gone', () => {
  it.each(DAMAGE_NAMES)('%s: the library opens, with everything in it', async (name) => {
    await DAMAGES[name](path.join(folder, 'lock'))
    const library = await open()
    expect(await holdings(library, [])).toEqual(wholeHoldings([]))
    expect(library.notices()).toEqual([])
    await expectMended(library)
  })
})

describe('the mark of the last collecting', () => {
  it('that is a folder counts all the same', async () => {
    await mkdir(path.join(folder, 'collected'))
    const library = await open()
    await library.upkeep.noteCollected(new Date(NOON.getTime() + 5000))
    expect(library.upkeep.lastCollected()).toBe(NOON.getTime() + 5000)
    await library.close()
  })
})
