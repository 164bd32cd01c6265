import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ArticleId } from '../../../contract/article-id'
import type { SafeHtml } from '../../../contract/safe-html'
import { Book } from '../../../electron/exports/article-epub'
import { articleSection, pageAround } from '../../../electron/exports/article-html'
import { articleMarkdown } from '../../../electron/exports/article-markdown'
import { fileNameOf } from '../../../electron/exports/file-name'
import { pictureNames, type SavedArticle } from '../../../electron/exports/saved-article'
import { ZipWriter } from '../../../electron/library/zip-write'
import { pngPicture } from '../../support/site/png-picture'

/** Where Debian puts it: a jar. */
const CHECKER = '/usr/share/java/epubcheck.jar'

const HERE = `${'a'.repeat(64)}.png`
const HTML =
  `<p id="top">The <strong>ferry</strong> &amp; the <a href="https://a.example/b?x=1&amp;y=2">bridge</a>.<br>Second line</p>
<figure><img src="media://library/${HERE}" alt="A boat" width="4" height="3"><figcaption>At its pier <span class="credit">Ann</span></figcaption></figure>
<img src="https://tracker.example/p.png" alt="Gone"><p><tt>old</tt> <a href="#nowhere">nowhere</a> <a href="#top">up</a></p>
<blockquote><p>Quoted</p><p>twice</p></blockquote><ul><li>One</li><li>Two<ol start="3"><li>Deep</li></ol></li></ul>
<pre>a\n  b = \`c\`</pre><table><tr><th>Year</th><th>Boats</th></tr><tr><td>1999</td><td>2 | 3<br>4</td></tr></table><p># not a heading, *not* bold</p>
<math><mi>x</mi></math>` as SafeHtml

const article: SavedArticle = {
  articleId: 'b'.repeat(32) as ArticleId,
  title: 'Ferries: "all" <of> them?',
  byline: 'By Ann & Bo',
  feedTitle: 'The Vell Courier',
  url: 'https://a.example/ferries?a=1&b=2',
  published: '2026-11-25T08:00:00.000Z',
  arrived: '2026-11-25T09:00:00.000Z',
  language: 'en',
  direction: 'ltr',
  lead: 'A lead that the body has not.',
  text: 'The ferry & the bridge.',
  html: HTML,
  keyPoints: [
    { text: 'Ferries end.', from: 'publisher', start: null, end: null },
    { text: 'The ferry', from: 'extracted', start: 0, end: 9 },
  ],
}
const picture = { name: HERE, type: 'image/png', bytes: pngPicture(1, { width: 4, height: 3 }) }
const pictures = new Map([[HERE, picture]])

describe('an article as HTML', () => {
  const page = pageAround(article, 1).join(articleSection(article, pictures))

  it('carries its pictures inside and asks nothing of a network', () => {
    expect(page).toContain(
      `<img src="data:image/png;base64,${picture.bytes.toString('base64')}" alt="A boat"`,
    )
    expect(page).not.toMatch(/src="(?!data:)/)
    expect(page).toContain('[Gone]')
    expect(page).toContain("default-src 'none'")
  })

  it('writes titles and names as text', () => {
    expect(page).toContain('<h1>Ferries: &#34;all&#34; &#60;of&#62; them?</h1>')
    expect(page).toContain('By Ann &#38; Bo · The Vell Courier · 2026-11-25')
    expect(page).toContain('<li>Ferries end.</li>')
  })
})

describe('an article as Markdown', () => {
  const text = articleMarkdown(article)

  it('begins with what is known of it', () => {
    expect(text).toMatch(/^---\ntitle: "Ferries: \\"all\\" <of> them\?"\nauthor: "By Ann & Bo"\nfeed: /)
    expect(text).toContain('published: "2026-11-25T08:00:00.000Z"\nlanguage: "en"\n---\n\n# Ferries')
  })

  it('keeps structure: links, lists in lists, quotations, code and tables', () => {
    expect(text).toContain('The **ferry** & the [bridge](<https://a.example/b?x=1&y=2>).\\\nSecond line')
    expect(text).toContain('> Quoted\n>\n> twice')
    expect(text).toContain('- One\n- Two\n\n  3. Deep')
    expect(text).toContain('```\na\n  b = `c`\n```')
    expect(text).toContain('| Year | Boats |\n| --- | --- |\n| 1999 | 2 \\| 3 4 |')
    expect(text).toContain('A boat\n\n*At its pier Ann*')
  })

  it('lets no word turn into a sign', () => {
    expect(text).toContain('\\# not a heading, \\*not\\* bold')
    expect(text).toContain('\\<of>')
  })
})

describe('an article as a book', () => {
  const book = new Book()
  const files = [
    ...book.begin(),
    ...book.add(article, pictures),
    ...book.add({ ...article, title: '' }, pictures),
    ...book.end(new Date('2026-11-25T10:00:00.000Z')),
  ]
  const textIn = (name: string) => files.find((file) => file.name === name)?.bytes.toString() ?? ''

  it('begins with its type, stored as it is', () => {
    expect(files[0]).toMatchObject({ name: 'mimetype', compress: false })
    expect(files[0]?.bytes.toString()).toBe('application/epub+zip')
  })

  it('holds a picture once that two chapters show', () => {
    expect(files.filter(({ name }) => name === `book/${HERE}`)).toHaveLength(1)
  })

  it('names every chapter and picture, and what a chapter needs of its reader', () => {
    const opf = textIn('book/package.opf')
    expect(opf.match(/<itemref /g)).toHaveLength(2)
    expect(opf).toContain(`href="${HERE}" media-type="image/png"`)
    expect(opf).toContain('href="article-1.xhtml" media-type="application/xhtml+xml" properties="mathml"')
    expect(opf).toContain('<meta property="dcterms:modified">2026-11-25T10:00:00Z</meta>')
    expect(textIn('book/contents.xhtml')).toContain('<a href="article-2.xhtml">Untitled article</a>')
  })

  it('leaves out links to places that are not there, and names HTML has given up', () => {
    const chapter = textIn('book/article-1.xhtml')
    expect(chapter).toContain('<code>old</code> <a>nowhere</a> <a href="#top">up</a>')
    expect(chapter).toContain('Second line')
    expect(chapter).toContain('<br/>')
  })

  it.skipIf(!existsSync(CHECKER))(
    'passes epubcheck (skipped where it is not installed)',
    () => {
      const zip = new ZipWriter(new Date('2026-11-25T10:00:00.000Z'))
      const pieces = files.map(({ name, bytes, compress }) => zip.file(name, bytes, compress))
      const file = join(mkdtempSync(join(tmpdir(), 'offprint-book-')), 'book.epub')
      writeFileSync(file, Buffer.concat([...pieces, zip.end()]))
      const said = execFileSync('java', ['-jar', CHECKER, file], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      expect(said).toContain('No errors or warnings')
    },
    60_000,
  )
})

describe('what goes along', () => {
  it('is each stored picture once', () => {
    expect(pictureNames(HTML + HTML)).toEqual([HERE])
  })

  it('gets a file name that every system takes', () => {
    expect(fileNameOf('Who: "he"? a/b\\c\u202e <x>|*', 'md')).toBe('Who he a b c x.md')
    expect(fileNameOf('Aux', 'md')).toBe('Aux_.md')
    expect(fileNameOf('..', 'html')).toBe('Article.html')
    expect([...fileNameOf('長'.repeat(200), 'epub')]).toHaveLength(85)
  })
})
