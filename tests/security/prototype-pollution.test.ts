/** Names such as `__proto__` in whatever strangers or damaged files say change no object but their own. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { parseFeed } from '../../electron/feeds/parse-feed'
import { parseOpml } from '../../electron/feeds/opml'
import { parsePage } from '../../electron/articles/html-tree'
import { readPageFacts } from '../../electron/articles/page-facts'
import { openLibrary, removeFolder, temporaryFolder } from '../unit/library/sample-library'

const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']
const POISON = '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'

afterEach(() => {
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(typeof {}.toString).toBe('function')
})

describe('poisoned names', () => {
  it('in a JSON Feed change nothing', async () => {
    const text = `{"version":"https://jsonfeed.org/version/1.1","title":"x","__proto__":{"polluted":true},"items":[{"id":"1","title":"t","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}]}`
    expect((await parseFeed(text, { url: null, contentType: null })).ok).toBe(true)
  })

  it('as elements, attributes and namespaces of XML change nothing', async () => {
    const elements = NAMES.map((name) => `<${name} ${name}="polluted">polluted</${name}>`).join('')
    const text = `<?xml version="1.0"?><rss version="2.0" xmlns:__proto__="polluted"><channel><title>x</title>${elements}<item><title>t</title><guid>1</guid>${elements}<__proto__:polluted>x</__proto__:polluted></item></channel></rss>`
    await parseFeed(text, { url: null, contentType: null })
    const outline = NAMES.map(
      (name) =>
        `<outline text="${name}"><outline type="rss" text="x" ${name}="y" xmlUrl="https://a.example/${name}"/></outline>`,
    )
    const list = parseOpml(`<opml><body>${outline.join('')}</body></opml>`)
    expect(list.ok && list.feeds.map(({ folder }) => folder)).toEqual(NAMES.map((name) => [name]))
  })

  it('in a page’s own data change nothing', () => {
    const html = `<html><head><script type="application/ld+json">${POISON}</script><meta property="__proto__" content="x"><meta name="constructor" content="x"></head><body><p>x</p></body></html>`
    readPageFacts(parsePage(html), 'https://a.example/')
  })

  it('in the library’s own files change nothing', async () => {
    const folder = await temporaryFolder()
    const first = await openLibrary(folder)
    await first.changeSettings({ theme: 'dark' })
    await first.close()
    for (const [name, data] of [
      ['settings', POISON],
      ['rules', `[${POISON}]`],
    ] as const) {
      const text = `{"formatVersion":1,"kind":"${name}","check":"0000000000000000","data":\n${data}\n}\n`
      await writeFile(join(folder, `${name}.json`), text)
      await writeFile(join(folder, `${name}.json.bak`), text)
    }
    const library = await openLibrary(folder)
    expect(library.rules()).toEqual([])
    expect(library.settings().theme).toBe('system')
    await library.close()
    await removeFolder(folder)
  })
})
