/** What the desktop may ask us to open. */
import { describe, expect, it } from 'vitest'
import { readOpenWish } from '../../../electron/shell/open-address'

const ID = 'c'.repeat(32)

describe('readOpenWish', () => {
  it('reads both spellings of a feed address', () => {
    const wish = { kind: 'feed', address: 'https://example.org/f' }
    expect(readOpenWish('feed:https://example.org/f', '/')).toEqual(wish)
    expect(readOpenWish('FEED:HTTPS://example.org/f', '/')).toEqual(wish)
    expect(readOpenWish('feed://example.org/f', '/')).toEqual({ ...wish, address: 'http://example.org/f' })
    expect(readOpenWish('https://example.org/f', '/')).toEqual(wish)
  })

  it('reads links to articles and to feeds of our own scheme', () => {
    const article = { kind: 'article', articleId: ID }
    expect(readOpenWish(`offprint:article/${ID}`, '/')).toEqual(article)
    expect(readOpenWish(`offprint://article/${ID}`, '/')).toEqual(article)
    expect(readOpenWish('offprint:add?url=https%3A%2F%2Fexample.org%2Ff', '/')).toEqual({
      kind: 'feed',
      address: 'https://example.org/f',
    })
  })

  it('lets no link do what only the program’s own arguments may', () => {
    for (const text of [
      'offprint:sync',
      'offprint://sync',
      'offprint:--sync',
      'offprint://window',
      'offprint:new-window',
      'offprint:import?file=/etc/passwd',
      'offprint:restore',
      'offprint:add?url=file:///etc/passwd',
      'offprint:add?url=javascript:alert(1)',
      `offprint:article/${ID}/..`,
      'offprint:article/__proto__',
      'feed:file:///etc/passwd',
      'feed:--sync',
    ])
      expect(readOpenWish(text, '/'), text).toBeNull()
  })

  it('reads lists of feeds, relative to where the reader stood', () => {
    expect(readOpenWish('my feeds.opml', '/home/ann')).toEqual({
      kind: 'opml',
      file: '/home/ann/my feeds.opml',
    })
  })

  it('ignores everything else', () => {
    for (const text of [
      'feed:javascript:alert(1)',
      'feed:file:///etc/passwd',
      'file:///home/ann/x.opml',
      'javascript:alert(1)//.opml',
      'offprint:article/../../x',
      `offprint:article/${ID}/more`,
      'offprint:add?url=javascript:alert(1)',
      'offprint:run?cmd=x',
      '/etc/passwd',
      '--gpu-launcher=evil',
      '',
    ]) {
      expect(readOpenWish(text, '/'), text).toBeNull()
    }
  })
})
