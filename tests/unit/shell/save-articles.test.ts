import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { ArticleDetail } from '../../../contract/article'
import type { SafeHtml } from '../../../contract/safe-html'
import { LongWorks } from '../../../electron/engine/long-works'
import { saveArticles } from '../../../electron/shell/save-articles'
import { endAll, quickWorks } from '../../support/quick-works'
import { makeArticles } from '../renderer/fake-articles'

const folder = mkdtempSync(join(tmpdir(), 'offprint-save-'))
const NAME = `${'c'.repeat(64)}.png`
const [ferry, ...others] = makeArticles()
if (!ferry) throw new Error('There are no articles to save.')
const article: ArticleDetail = {
  ...ferry,
  html: `<p>Words</p><img src="media://library/${NAME}" alt="A boat">` as SafeHtml,
}
const offered: string[] = []

const saving = (chosen: string | null, works = quickWorks()) => ({
  engine: {
    works,
    article: (id: string) =>
      Promise.resolve([article, ...others].find((one) => one.articleId === id) ?? article),
    mediaFile: (name: string) => (name === NAME ? join(folder, name) : null),
  },
  dialogs: {
    chooseTarget: (_title: string, name: string) => {
      offered.push(name)
      return Promise.resolve(chosen)
    },
  },
  now: () => new Date('2026-11-25T10:00:00.000Z'),
})

writeFileSync(join(folder, NAME), 'picture')

it('writes a page with the stored picture inside, under the name of the article', async () => {
  const file = join(folder, 'a.html')
  expect(await saveArticles(saving(file), [article.articleId], 'html')).toEqual({ articles: 1, file })
  expect(readFileSync(file, 'utf8')).toContain(
    `data:image/png;base64,${Buffer.from('picture').toString('base64')}`,
  )
  expect(offered.at(-1)).toMatch(/\.html$/)
  expect(offered.at(-1)).toContain(article.title.split(' ')[0])
})

it('writes a book whose first file is its type, stored as it is', async () => {
  const file = join(folder, 'a.epub')
  const ids = [article.articleId, ...others.slice(0, 1).map(({ articleId }) => articleId)]
  expect(await saveArticles(saving(file), ids, 'epub')).toEqual({ articles: 2, file })
  expect(offered.at(-1)).toBe('Offprint 2026-11-25.epub')
  // EPUB OCF 3.3, section 4.2.2: a program may look at these bytes alone.
  expect(readFileSync(file).subarray(30, 58).toString()).toBe('mimetypeapplication/epub+zip')
})

it('writes Markdown', async () => {
  const file = join(folder, 'a.md')
  await saveArticles(saving(file), [article.articleId], 'md')
  expect(readFileSync(file, 'utf8')).toMatch(/^---\ntitle: /)
})

it('writes nothing when the dialog is closed', async () => {
  expect(await saveArticles(saving(null), [article.articleId], 'html')).toBeNull()
})

it('says which file cannot be written and what to do', async () => {
  const file = join(folder, 'none', 'a.md')
  await expect(saveArticles(saving(file), [article.articleId], 'md')).rejects.toMatchObject({
    code: 'disk',
    message: expect.stringMatching(/none.*choose another place/) as string,
  })
})

const ids = [article, ...others].map(({ articleId }) => articleId)

it.each(['md', 'html', 'epub'] as const)(
  'leaves nothing of a %s file that the reader ends halfway',
  async (format) => {
    const works = quickWorks()
    const given = saving(join(folder, `whole.${format}`), works)
    let read = 0
    const engine = {
      ...given.engine,
      article: (id: string) => {
        // The first is read for its title, before anything is written.
        if (++read === 3) endAll(works)
        return given.engine.article(id)
      },
    }
    writeFileSync(join(folder, `whole.${format}`), 'what was there before')
    const before = readdirSync(folder)
    await expect(saveArticles({ ...given, engine }, ids, format)).rejects.toMatchObject({ code: 'cancelled' })
    expect(read).toBe(3)
    expect(readdirSync(folder)).toEqual(before)
    expect(readFileSync(join(folder, `whole.${format}`), 'utf8')).toBe('what was there before')
  },
)

it('says which article it is at, of how many', async () => {
  const told: unknown[] = []
  const works = new LongWorks({
    now: () => told.length * 1000,
    tell: (name, fact) => {
      if (name === 'work.changed' && 'works' in fact)
        told.push(...fact.works.map(({ done, total, current }) => [done, total, current]))
    },
  })
  await saveArticles(saving(join(folder, 'told.md'), works), ids.slice(0, 2), 'md')
  expect(told).toContainEqual([1, 2, others[0]?.title])
})
