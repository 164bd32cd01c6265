import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { readStarterFile, STARTER_BASE, STARTER_FEED_URL } from '../../../electron/engine/starter-feed'

let assets = ''

beforeAll(async () => {
  assets = await mkdtemp(join(tmpdir(), 'offprint-assets-'))
  await mkdir(join(assets, 'starter'))
  await writeFile(join(assets, 'starter', 'feed.xml'), '<rss/>')
  await writeFile(join(assets, 'secret.xml'), 'outside')
  await symlink(join(assets, 'secret.xml'), join(assets, 'starter', 'link.xml'))
})

describe('readStarterFile', () => {
  it('answers the feed’s address from the folder', async () => {
    const file = await readStarterFile(assets, STARTER_FEED_URL)
    expect(Buffer.from(file?.bytes ?? []).toString()).toBe('<rss/>')
    expect(file?.contentType).toContain('rss')
  })

  it('knows nothing of other hosts', async () => {
    expect(await readStarterFile(assets, 'https://example.com/feed.xml')).toBeNull()
  })

  it.each(['nowhere.xml', '..%2fsecret.xml', '%2e%2e/secret.xml', 'link.xml', 'feed', ''])(
    'gives nothing for %j',
    async (name) => {
      expect(await readStarterFile(assets, STARTER_BASE + name)).toBeNull()
    },
  )
})
