/** A library of some dozen articles, when nothing is known yet of what is rare: real news of other subjects must not be taken for one story. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SearchIndex } from '../../../electron/search/search-index'
import { articleOf, idOf, makeFolder } from './index-of'

const NEWS = join(process.cwd(), '../shared/corpus/cnndm-summeval/docs.jsonl')
const FEEDS = 4
const HOUR_MS = 60 * 60 * 1000
/** Some of them do report the same event. */
const MOST_GROUPED = 0.05

describe.skipIf(!existsSync(NEWS))(
  'a small library of real news (skipped where the corpus is absent)',
  () => {
    it.each([12, 20, 40])(
      'of %i articles groups hardly any, before and after their pages came',
      async (size) => {
        const texts = readFileSync(NEWS, 'utf8')
          .trim()
          .split('\n')
          .map((line) => (JSON.parse(line) as { article: string }).article)
        const different = [...new Set(texts)].slice(0, size)
        const place = makeFolder()
        const index = await SearchIndex.open(place.file)
        const stories = new Map<string, number | null>()
        const put = (text: string, at: number, sentences: number): void => {
          const told = text.split(/(?<=[.!?])\s+/).slice(0, sentences)
          const article = articleOf(String(at), {
            feedId: `feed${String(at % FEEDS)}`,
            title: (told[0] ?? '').slice(0, 80),
            text: told.join(' '),
            published: new Date(Date.UTC(2024, 1, 28) + at * HOUR_MS).toISOString(),
          })
          index.put([article])
          for (const { articleId, story } of index.place(1).places) stories.set(articleId, story)
        }
        different.forEach((text, at) => {
          put(text, at, 2)
        })
        different.forEach((text, at) => {
          put(text, at, Infinity)
        })
        index.close()
        place.remove()
        const grouped = different.filter((_, at) => (stories.get(idOf(String(at))) ?? null) !== null)
        expect(different).toHaveLength(size)
        expect(grouped.length / size).toBeLessThanOrEqual(MOST_GROUPED)
      },
    )
  },
)
