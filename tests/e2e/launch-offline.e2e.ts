/**
 * The whole main job in the packaged app: subscribe, sync at launch, lose the network, read everything. The second half runs
 * in a network namespace of its own, with the news site stopped, and tells what a reader saw there.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { askEngine, waitForQuiet } from '../support/ask-engine'
import type { OfflineReading, OfflineReadingInput } from '../support/offline-reading'
import { launchApp, newProfile, runHidden } from '../support/packaged-app'
import { noNamespaceBecause, runWithoutNetwork } from '../support/run-without-network'
import { FEED_ARTICLES, relatedOf, startNewsSite } from '../support/site/news-site'
import { teaserOf } from '../support/site/site-page'

const because = noNamespaceBecause()
if (because) process.stderr.write(`launch-offline.e2e.ts: left out, ${because}\n`)

const LIGHTHOUSE = FEED_ARTICLES[0]!
const PASSAGE = 'Every prism had to be ground by hand'

describe.skipIf(because !== null)('from the first launch to reading without a network', () => {
  let seen: OfflineReading
  let progressAtEnd: { readonly feeds: number; readonly ready: number; readonly all: number }

  beforeAll(async () => {
    const site = await startNewsSite()
    const profile = newProfile('offline')
    const added = await runHidden(profile, ['add', ...site.feeds])
    expect(added, added.stderr).toMatchObject({ code: 0 })

    const online = await launchApp(profile)
    await waitForQuiet(online.window, FEED_ARTICLES.length)
    const counts = await askEngine(online.window, 'app.counts')
    const feeds = await askEngine(online.window, 'feeds.list')
    progressAtEnd = { feeds: feeds.length, ready: counts.ready, all: counts.all }
    await online.close()
    expect(site.requests.filter((request) => request.userAgent.includes('Chrome'))).toEqual([])
    await site.stop()

    seen = await runWithoutNetwork<OfflineReadingInput, OfflineReading>(
      'offline-reading',
      {
        profile,
        titles: FEED_ARTICLES.map((article) => article.title),
        related: FEED_ARTICLES.slice(0, 3).map((article) => ({
          from: article.title,
          to: relatedOf(article)[0]!.title,
        })),
        words: FEED_ARTICLES.map((article) => article.rareWord),
        highlight: { title: LIGHTHOUSE.title, passage: PASSAGE },
        sitePort: Number(new URL(site.base).port),
      },
      400_000,
    )
  }, 600_000)

  it('has every article of the four feeds, each ready', () => {
    expect(progressAtEnd).toEqual({ feeds: 4, all: FEED_ARTICLES.length, ready: FEED_ARTICLES.length })
  })

  it('really had no network', () => {
    expect(seen.interfaces).toEqual(['lo'])
    expect(seen.outside).toBe('ENETUNREACH')
    expect(seen.site).toBe('ECONNREFUSED')
  })

  for (const article of FEED_ARTICLES) {
    describe(article.title, () => {
      it('shows its whole text, without the page around it', () => {
        const { text } = seen.articles[article.title]!
        for (const part of [article.lead, ...article.paragraphs]) expect(text).toContain(part)
        expect(text).toContain(article.author)
        expect(text).not.toContain('Your email address will not be published')
        expect(text).not.toContain('All rights reserved')
      })

      it('paints every picture, from this disk', () => {
        const { pictures } = seen.articles[article.title]!
        expect(pictures.length).toBeGreaterThanOrEqual(article.pictures.length)
        for (const picture of pictures) {
          expect(picture.address).toMatch(/^media:\/\/library\//)
          expect(picture.naturalWidth).toBe(640)
        }
        for (const { caption } of article.pictures) {
          expect(seen.articles[article.title]!.text).toContain(caption)
        }
      })

      it('shows key points', () => {
        expect(seen.articles[article.title]!.keyPoints.length).toBeGreaterThan(0)
      })

      it('is found by a word of its body', () => {
        expect(seen.found[article.rareWord]).toContain(article.title)
      })
    })
  }

  it("shows the publisher's own key points, dateline, section and related teasers where the feed had but a summary", () => {
    const { text, keyPoints, related } = seen.articles[LIGHTHOUSE.title]!
    expect(keyPoints).toEqual(LIGHTHOUSE.keyPoints)
    expect(text).toContain('Thursday, 29 February 2024')
    expect(text.toLowerCase()).toContain('local')
    expect(related).toEqual(expect.arrayContaining(relatedOf(LIGHTHOUSE).map((one) => one.title)))
    for (const one of relatedOf(LIGHTHOUSE)) {
      expect(text).toContain(teaserOf(one).replace(/\.+$/, ''))
    }
  })

  it('opens related articles from inside an article, whole', () => {
    expect(seen.opened).toHaveLength(3)
    FEED_ARTICLES.slice(0, 3).forEach((article, index) => {
      const wanted = relatedOf(article)[0]!
      for (const paragraph of wanted.paragraphs) expect(seen.opened[index]!.text).toContain(paragraph)
    })
  })

  it('keeps a highlight made without a network through a restart', () => {
    expect(seen.highlightsAfterRestart).toEqual([PASSAGE])
    expect(seen.highlightsShown).toContain(PASSAGE)
  })

  it('lets no request leave the window', () => {
    expect(seen.requests.length).toBeGreaterThan(0)
    expect(
      seen.requests.filter((address) => !/^(app:\/\/offprint|media:\/\/library)\//.test(address)),
    ).toEqual([])
  })

  it('makes Chromium complain of nothing', () => {
    // Said of Playwright's own look into the frame, which may not run scripts.
    expect(
      seen.complaints.filter((line) => !line.startsWith("Blocked script execution in 'about:srcdoc'")),
    ).toEqual([])
  })
})
