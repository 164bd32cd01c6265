import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseArticleId } from '../../../contract/article-id'
import type { KeptView } from '../../../contract/kept-view'
import {
  copyKeptView,
  forgetKeptView,
  readKeptView,
  viewFile,
  writeKeptView,
} from '../../../electron/shell/kept-view-file'

const file = () => join(mkdtempSync(join(tmpdir(), 'offprint-view-')), 'deep', 'view.json')
const articleId = parseArticleId('0123456789abcdef0123456789abcdef')!
const VIEW: KeptView = {
  query: { view: 'all', feedId: 'feed-1', folder: null, order: 'oldest' },
  middle: 'articles',
  pane: 'reader',
  selectedId: articleId,
  openId: articleId,
  listPlace: { articleIds: [articleId], offset: 31 },
  closedFolders: ['folder-News'],
  positions: [[articleId, 1200]],
}

describe('the kept view', () => {
  it('is read back as it was written', () => {
    const path = file()
    writeKeptView(path, VIEW)
    expect(readKeptView(path)).toEqual(VIEW)
  })

  it('is one for each window, and a new window begins with that of the one it was opened from', () => {
    const folder = mkdtempSync(join(tmpdir(), 'offprint-views-'))
    const [first, second] = [viewFile(folder, 1), viewFile(folder, 2)]
    writeKeptView(second, VIEW)
    copyKeptView(first, second)
    expect(readKeptView(second), 'nothing was kept to begin with').toBeNull()
    writeKeptView(first, VIEW)
    copyKeptView(first, second)
    writeKeptView(first, { ...VIEW, pane: 'list' })
    expect(readKeptView(second)).toEqual(VIEW)
    forgetKeptView(second)
    forgetKeptView(second)
    expect([readKeptView(first)?.pane, readKeptView(second)]).toEqual(['list', null])
  })

  it('is nothing before the first time', () => {
    expect(readKeptView(file())).toBeNull()
  })

  it('is nothing when the file was cut or holds what the window would not send', () => {
    const path = file()
    writeKeptView(path, VIEW)
    const whole = readFileSync(path, 'utf8')
    writeFileSync(path, whole.slice(0, -20))
    expect(readKeptView(path)).toBeNull()
    writeFileSync(path, whole.replace('"all"', '"everything"'))
    expect(readKeptView(path)).toBeNull()
  })
})
