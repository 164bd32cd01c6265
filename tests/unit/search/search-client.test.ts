import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ArticleId } from '../../../contract/article-id'
import { parseQuery } from '../../../electron/search/parse-query'
import { SearchClient, SearchFailed, type SearchPort } from '../../../electron/search/search-client'
import type { SearchAnswer, SearchMessage } from '../../../electron/search/search-message'
import { SearchService } from '../../../electron/search/search-service'
import { articleOf, idOf, makeFolder } from './index-of'

let place: ReturnType<typeof makeFolder>
let emptied = 0
let threads: FakeThread[] = []
beforeEach(() => {
  place = makeFolder()
  emptied = 0
  threads = []
})
afterEach(() => place.remove())

/** The service in place of a thread, that can be made to die before it answers. */
class FakeThread implements SearchPort {
  readonly heard: string[] = []
  private readonly service = new SearchService()
  private answer: (answer: SearchAnswer) => void = () => undefined
  private end: (reason: string) => void = () => undefined
  constructor(private readonly diesAt: string | null) {}
  post(message: SearchMessage): void {
    this.heard.push(message.name)
    if (message.name === this.diesAt) void this.die()
    else void this.service.handle(message).then((answer) => this.answer(answer))
  }
  async die(): Promise<void> {
    await this.close()
    this.end('killed')
  }
  onAnswer(listener: (answer: SearchAnswer) => void): void {
    this.answer = listener
  }
  onEnd(listener: (reason: string) => void): void {
    this.end = listener
  }
  async close(): Promise<void> {
    await this.service.handle({ id: 0, name: 'close', args: [] })
  }
}

/** Opens with threads that die at the given requests, the first thread at the first, and so on. */
const openClient = (...deaths: (string | null)[]) =>
  SearchClient.open({
    file: place.file,
    start: () => {
      const thread = new FakeThread(deaths[threads.length] ?? null)
      threads.push(thread)
      return thread
    },
    now: () => new Date('2024-03-01T00:00:00Z'),
    onEmpty: () => {
      emptied++
    },
  })
const everything = () => true

describe('SearchClient', () => {
  it('says that a new index is empty, and nothing of a kept one', async () => {
    const first = await openClient()
    expect(emptied).toBe(1)
    await first.put([articleOf('harbour')])
    await first.close()
    const second = await openClient()
    expect(emptied).toBe(1)
    expect(await second.count()).toBe(1)
    await second.close()
  })
  it('asks for more until enough hits are accepted', async () => {
    const client = await openClient()
    const names = Array.from({ length: 1200 }, (_, n) => `n${n}`)
    await client.put(names.map((name) => articleOf(name, { text: 'ferry' })))
    const wanted = new Set<ArticleId>([idOf('n3'), idOf('n700'), idOf('n1199')])
    const hits = await client.query(parseQuery('ferry '), 10, (articleId) => wanted.has(articleId))
    expect(new Set(hits.map(({ articleId }) => articleId))).toEqual(wanted)
    expect(await client.query(parseQuery('ferry '), 5, everything)).toHaveLength(5)
    await client.close()
  })
  it('finds the passages of texts in the thread, one for each in their order', async () => {
    const client = await openClient()
    const passages = await client.snippets(parseQuery('ferry'), ['The ferry sailed.', 'Nothing of it.'])
    expect(passages).toEqual(['The \uE000ferry\uE001 sailed.', 'Nothing of it.'])
    expect(threads[0]?.heard).toEqual(['open', 'snippets'])
    await client.close()
  })

  it('starts a new thread when one dies, opens the index again and repeats what was asked', async () => {
    const client = await openClient('count')
    await client.put([articleOf('harbour')])
    expect(await client.count()).toBe(1)
    expect(threads).toHaveLength(2)
    expect(threads[1]?.heard).toEqual(['open', 'count'])
    expect(emptied).toBe(1)
    await client.close()
  })
  it('gives up on a question that kills two threads, and answers the next', async () => {
    const client = await openClient('query', 'query')
    await expect(client.query(parseQuery('x '), 5, everything)).rejects.toMatchObject({ code: 'ended' })
    expect(await client.count()).toBe(0)
    await client.close()
  })
  it('gives up when threads die at opening', async () => {
    await expect(openClient('open', 'open')).rejects.toBeInstanceOf(SearchFailed)
  })
  it('starts no thread after those that died unasked and unanswered, until somebody asks', async () => {
    const client = await openClient(null, 'open', 'open', 'open')
    await client.put([articleOf('harbour')])
    await threads[0]?.die()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(threads).toHaveLength(2)
    await expect(client.count()).rejects.toBeInstanceOf(SearchFailed)
    const tried = threads.length
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(threads).toHaveLength(tried)
    expect(await client.count()).toBe(1)
    await client.close()
  })
  it('starts again after a thread that died while nothing was asked', async () => {
    const client = await openClient()
    await client.put([articleOf('harbour')])
    await threads[0]?.die()
    expect(await client.count()).toBe(1)
    expect(threads).toHaveLength(2)
    await client.close()
  })
  it('refuses after closing, and closes twice without harm', async () => {
    const client = await openClient()
    await client.close()
    await client.close()
    await expect(client.count()).rejects.toMatchObject({ code: 'closed' })
  })
  it('tells what failed on the other side', async () => {
    await expect(
      SearchClient.open({
        file: `${place.folder}\0/x`,
        start: () => new FakeThread(null),
        now: () => new Date(),
        onEmpty: () => undefined,
      }),
    ).rejects.toMatchObject({ name: 'SearchFailed', code: 'failed' })
  })
})

describe('SearchService', () => {
  it('answers not_open before anything was opened, and keeps the order of what is asked', async () => {
    const service = new SearchService()
    expect(await service.handle({ id: 1, name: 'count', args: [] })).toMatchObject({
      id: 1,
      ok: false,
      code: 'not_open',
    })
    const answers = await Promise.all([
      service.handle({ id: 2, name: 'open', args: [place.file] }),
      service.handle({ id: 3, name: 'put', args: [[articleOf('harbour')]] }),
      service.handle({ id: 4, name: 'count', args: [] }),
      service.handle({ id: 5, name: 'close', args: [] }),
    ])
    expect(answers).toMatchObject([{ value: 'made' }, { ok: true }, { value: 1 }, { ok: true }])
  })
})
