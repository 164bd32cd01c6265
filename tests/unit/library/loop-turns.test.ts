/** Storing many texts must not keep the loop, and so the window, from its turn. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  sampleArticle,
  sampleBody,
  openLibrary,
  temporaryFolder,
  removeFolder,
  hastyDisk,
  sampleFeed,
} from './sample-library'
import { LoopTurns } from '../../../electron/library/loop-turns'

let folder: string
beforeEach(async () => {
  folder = await temporaryFolder()
})
afterEach(() => removeFolder(folder))

describe('LoopTurns', () => {
  it('gives the loop its turn between works that would fill seconds', async () => {
    const turns = new LoopTurns()
    let ticks = 0
    const timer = setInterval(() => ticks++, 1)
    const work = async (): Promise<void> => {
      while (turns.isOver) await turns.next()
      for (const end = performance.now() + 2; performance.now() < end;);
    }
    await Promise.all(Array.from({ length: 100 }, work))
    clearInterval(timer)
    // 200 ms of work in strokes of 8 ms; a busy machine makes them fewer.
    expect(ticks).toBeGreaterThanOrEqual(10)
  })
})

describe('the texts of a feed', () => {
  it('are stored while the loop has its turns', async () => {
    const library = await openLibrary(folder, { disk: hastyDisk })
    await library.addFeed(sampleFeed('a'))
    const store = (): Promise<unknown> =>
      Promise.all(
        Array.from({ length: 600 }, (_, n) => library.saveBody(sampleBody(sampleArticle('a', n).articleId))),
      )
    // Their folders are made, for which the loop has turns in any case.
    await store()
    let ticks = 0
    const timer = setInterval(() => ticks++, 1)
    await store()
    clearInterval(timer)
    expect(ticks).toBeGreaterThanOrEqual(3)
    await library.close()
  })
})
