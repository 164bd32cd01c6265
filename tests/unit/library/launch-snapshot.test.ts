import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { FIRST_QUERY } from '../../../contract/article-query'
import type { LaunchSnapshot } from '../../../contract/launch-snapshot'
import { DEFAULT_SETTINGS, type Settings } from '../../../contract/settings'
import { launchPage } from '../../../electron/shell/launch-page'
import { realDisk, type Disk } from '../../../electron/library/disk'
import { readLaunchSnapshot } from '../../../electron/library/launch-snapshot'
import { makeArticles, rowOf } from '../renderer/fake-articles'
import { openLibrary } from './sample-library'

const VERSION = '1.2.3'
const NO_COUNTS = {
  all: 2,
  today: 0,
  unread: 2,
  starred: 0,
  saved: 0,
  highlighted: 0,
  ready: 0,
  edition: null,
}
const rows = makeArticles(2).map(rowOf)
const SNAPSHOT: LaunchSnapshot = {
  settings: DEFAULT_SETTINGS,
  counts: NO_COUNTS,
  query: FIRST_QUERY,
  page: { rows, next: 'more', total: 2 },
}

let folder: string
const file = (): string => join(folder, 'index', 'launch.json')

async function keep(snapshot: LaunchSnapshot | null, disk: Disk = realDisk): Promise<void> {
  const library = await openLibrary(folder, { disk })
  await library.keepLaunchSnapshot(VERSION, snapshot)
  await library.close()
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-launch-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

it('gives back what was kept, and nothing once it was taken away', async () => {
  await keep(SNAPSHOT)
  expect(readLaunchSnapshot(folder, VERSION)).toEqual(SNAPSHOT)
  await keep(null)
  expect(readLaunchSnapshot(folder, VERSION)).toBeNull()
})

it('is nothing to another version of the program, whose window may draw other rows', async () => {
  await keep(SNAPSHOT)
  expect(readLaunchSnapshot(folder, '1.2.4')).toBeNull()
})

it('is nothing where the file is cut anywhere, or a bit of it is another', async () => {
  await keep(SNAPSHOT)
  const whole = await readFile(file())
  for (let at = 0; at < whole.length; at += 97) {
    await writeFile(file(), whole.subarray(0, at))
    expect(readLaunchSnapshot(folder, VERSION)).toBeNull()
    const flipped = Buffer.from(whole)
    flipped[at]! ^= 4
    await writeFile(file(), flipped)
    const read = readLaunchSnapshot(folder, VERSION)
    // The head's own spaces and quotes may bend without changing what it says.
    if (read !== null) expect(read).toEqual(SNAPSHOT)
  }
})

it('is not read through a link, nor from a folder', async () => {
  await keep(SNAPSHOT)
  const elsewhere = join(folder, 'elsewhere.json')
  await writeFile(elsewhere, await readFile(file()))
  await rm(file())
  await symlink(elsewhere, file())
  expect(readLaunchSnapshot(folder, VERSION)).toBeNull()
  await rm(file())
  await mkdir(file())
  expect(readLaunchSnapshot(folder, VERSION)).toBeNull()
})

it('costs nothing but itself on a full disk', async () => {
  const full: Disk = {
    ...realDisk,
    write: (path, bytes, durable) =>
      path.endsWith('launch.json.tmp')
        ? Promise.reject(Object.assign(new Error('no space left'), { code: 'ENOSPC' }))
        : realDisk.write(path, bytes, durable),
  }
  await keep(SNAPSHOT, full)
  expect(readLaunchSnapshot(folder, VERSION)).toBeNull()
  expect(await readdir(join(folder, 'index'))).not.toContain('launch.json')
})

it('lets no title leave the element that it stands in', () => {
  const title = '</script><script>alert(1)</script><!-- & \u2028'
  const page = { rows: [{ ...rows[0]!, title }], next: null, total: 1 }
  const html = launchPage(Buffer.from('<body><div id="root"></div></body>'), { ...SNAPSHOT, page }).toString()
  expect(html.match(/<\/?script/g)).toEqual(['<script', '</script'])
  const json = /<script type="application\/json" id="launch-snapshot">(.*)<\/script><\/body>$/s.exec(
    html,
  )?.[1]
  expect((JSON.parse(json!) as LaunchSnapshot).page.rows[0]?.title).toBe(title)
})

it.each([
  ['de', '<html data-language="de" lang="en">'],
  ['system', '<html lang="en">'],
  ['"><script>', '<html lang="en">'],
])('names the language %j only where it is one', (language, begin) => {
  const settings = { ...DEFAULT_SETTINGS, language } as Settings
  const html = launchPage(Buffer.from('<html lang="en"><body></body>'), { ...SNAPSHOT, settings }).toString()
  expect(html.slice(0, html.indexOf('>') + 1)).toBe(begin)
})

it('leaves the page as it is where nothing was kept', () => {
  expect(launchPage(Buffer.from('<body></body>'), null).toString()).toBe('<body></body>')
})
