/** When words are parted: by the reader's wish, the language, and what is known of it. */
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { HyphenWish } from '../../../contract/hyphens'
import { hyphenFinder } from '../../../electron/engine/hyphen-desk'
import type { LibraryStore } from '../../../electron/library/library-store'
import { TASKS } from '../../../electron/workers/run-task'
import type { TaskRunner } from '../../../electron/workers/tasks'
import {
  articleIdOf,
  openLibrary,
  removeFolder,
  sampleArticle,
  sampleBody,
  sampleFeed,
  temporaryFolder,
} from '../library/sample-library'

const ASSETS = join(import.meta.dirname, '../../../assets')
const TEXT = 'Die Silbentrennung hyphenation'
const tasks = { run: (name: keyof typeof TASKS, input: never) => TASKS[name](input) } as unknown as TaskRunner
const BY_LANGUAGE: HyphenWish = { hyphenation: 'language', alignment: 'language' }

let folder: string
let library: LibraryStore

beforeEach(async () => {
  folder = await temporaryFolder()
  library = await openLibrary(folder)
  await library.addFeed(sampleFeed('a'))
})
afterEach(async () => {
  await library.close()
  await removeFolder(folder)
})

async function placesIn(language: string | null, wish: HyphenWish, assets = ASSETS) {
  const article = sampleArticle('a', 1, { language })
  const body = sampleBody(article.articleId)
  await library.saveBody({ ...body, body: { ...body.body, text: TEXT } })
  await library.saveArticles('a', [article])
  return hyphenFinder(library, tasks, assets)(article.articleId, wish)
}

it('parts German by its language, and English where lines are justified or the reader wants it', async () => {
  expect(await placesIn('de-AT', BY_LANGUAGE)).toMatchObject({ length: TEXT.length, places: [10, 14, 26] })
  expect(await placesIn('en', BY_LANGUAGE)).toBeNull()
  expect(await placesIn('en', { ...BY_LANGUAGE, alignment: 'justified' })).not.toBeNull()
  expect(await placesIn('en', { ...BY_LANGUAGE, hyphenation: 'always' })).not.toBeNull()
  expect(await placesIn('de', { hyphenation: 'never', alignment: 'justified' })).toBeNull()
})

it('leaves words whole where the language or the article is not known, or its patterns are not there', async () => {
  expect(await placesIn(null, { ...BY_LANGUAGE, hyphenation: 'always' })).toBeNull()
  expect(await placesIn('tlh', { ...BY_LANGUAGE, hyphenation: 'always' })).toBeNull()
  expect(await placesIn('de', BY_LANGUAGE, folder)).toBeNull()
  expect(await hyphenFinder(library, tasks, ASSETS)(articleIdOf('none'), BY_LANGUAGE)).toBeNull()
})
