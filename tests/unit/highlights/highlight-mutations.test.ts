/** Highlights through what publishers do to articles: on pages of our own, and on real ones where the corpus stands beside the project. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { ArticleId } from '../../../contract/article-id'
import { CONTEXT_LENGTH, type Highlight } from '../../../contract/highlight'
import { extractArticle } from '../../../electron/articles/extract-article'
import { HighlightKeeper, type HighlightShelf } from '../../../electron/engine/highlight-keeper'
import {
  MUTATIONS,
  partsOf,
  seededChance,
  textOf,
  type Chance,
  type Mutation,
  type Parts,
  type Passage,
} from '../../support/mutate-body'
import { articlePage } from '../../support/site/site-page'
import { ALL_ARTICLES, relatedOf } from '../../support/site/news-site'

const ID = 'a'.repeat(32) as ArticleId
const REAL = new URL('../../../../shared/corpus/readability/', import.meta.url)
/** Real pages that are read, the same in every run. */
const PAGES = 14

interface Tally {
  same: number
  sameKept: number
  near: number
  nearKept: number
  gone: number
  lost: number
  readonly failed: string[]
}

describe('highlights on pages of our own', () => {
  it('keep every unchanged passage, nearly every changed one, and lose none', async () => {
    const bodies = ALL_ARTICLES.map((article) => bodyOf(articlePage(article, relatedOf(article))))
    const tally = await tallyOf(bodies.flatMap((html) => html ?? []))
    expect(tally.same + tally.near + tally.gone).toBeGreaterThan(300)
    judge(tally)
  })
})

describe.skipIf(!existsSync(REAL))('highlights on real pages (skipped where the corpus is absent)', () => {
  it('keep every unchanged passage, nearly every changed one, and lose none', async () => {
    const folders = readdirSync(REAL).filter((name) => existsSync(new URL(`${name}/source.html.gz`, REAL)))
    const step = Math.max(1, Math.floor(folders.length / PAGES))
    const chosen = folders.filter((_, at) => at % step === 0)
    const bodies = chosen.map((name) =>
      bodyOf(gunzipSync(readFileSync(new URL(`${name}/source.html.gz`, REAL))).toString()),
    )
    const tally = await tallyOf(bodies.flatMap((html) => html ?? []))
    expect(tally.same + tally.near + tally.gone).toBeGreaterThan(300)
    judge(tally)
  }, 120_000)
})

function judge(tally: Tally): void {
  const { failed, ...counts } = tally
  expect(failed.slice(0, 5), JSON.stringify(counts)).toEqual([])
  expect(tally.lost).toBe(0)
  expect(tally.sameKept).toBe(tally.same)
  expect(tally.nearKept / tally.near).toBeGreaterThanOrEqual(0.95)
}

function bodyOf(page: string): string | null {
  const read = extractArticle(page, { url: 'https://paper.example/a' })
  return read.ok ? read.body.html : null
}

async function tallyOf(bodies: readonly string[]): Promise<Tally> {
  const tally: Tally = { same: 0, sameKept: 0, near: 0, nearKept: 0, gone: 0, lost: 0, failed: [] }
  for (const [seed, html] of bodies.entries()) {
    const parts = partsOf(html)
    const chance = seededChance(seed + 1)
    for (const passage of passagesOf(parts, html, chance))
      for (const mutation of MUTATIONS) await tryOne(tally, { html, parts, passage, mutation, chance })
  }
  return tally
}

interface Case {
  readonly html: string
  readonly parts: Parts
  readonly passage: Passage
  readonly mutation: Mutation
  readonly chance: Chance
}

async function tryOne(tally: Tally, { html, parts, passage, mutation, chance }: Case): Promise<void> {
  const changed = mutation.apply(parts, passage, chance)
  if (!changed) return
  const after = textOf(changed.html)
  const now = await highlightAfter(textOf(html), passage, after)
  count(tally, mutation, { passage, now, kept: now !== undefined && standsAt(after, changed.quote, now) })
  // Lost in silence: no highlight any more, its words gone from it, or hung on other words as if they were the same.
  if (!now || !isHonest(now, passage.quote, after)) tally.lost++
}

/** What has become of a highlight on the passage. */
async function highlightAfter(
  before: string,
  passage: Passage,
  after: string,
): Promise<Highlight | undefined> {
  const highlights = new Map<string, Highlight>()
  const keeper = new HighlightKeeper(shelfOf(highlights), () => new Date(0))
  const start = before.indexOf(passage.quote)
  const end = start + passage.quote.length
  const made = await keeper.add(
    {
      articleId: ID,
      quote: passage.quote,
      prefix: before.slice(Math.max(0, start - CONTEXT_LENGTH), start),
      suffix: before.slice(end, end + CONTEXT_LENGTH),
      color: 'green',
      note: null,
    },
    before,
  )
  await keeper.reanchor(ID, after)
  return highlights.get(made.highlightId)
}

interface Outcome {
  readonly passage: Passage
  readonly now: Highlight | undefined
  readonly kept: boolean
}

function count(tally: Tally, { words, name }: Mutation, { passage, now, kept }: Outcome): void {
  if (words === 'gone') tally.gone++
  else if (words === 'near') {
    tally.near++
    if (kept) tally.nearKept++
  } else {
    tally.same++
    if (kept) tally.sameKept++
    else
      tally.failed.push(`${name}: “${passage.quote}” became “${now?.quote ?? ''}” (${now?.anchor ?? 'lost'})`)
  }
}

/** Most of the passage as it stands now is marked, and little else. */
function standsAt(text: string, quote: string, { start, end, anchor }: Highlight): boolean {
  if (anchor === 'orphan') return false
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    const shared = Math.min(end, at + quote.length) - Math.max(start, at)
    if (shared >= 0.8 * quote.length && shared >= 0.8 * (end - start)) return true
  }
  return false
}

function isHonest(now: Highlight, quote: string, text: string): boolean {
  if (now.anchor === 'orphan') return now.quote === quote
  const words = (words: string) =>
    new Set(
      words
        .normalize('NFC')
        .toLowerCase()
        .match(/\p{L}+/gu) ?? [],
    )
  const old = words(quote)
  const shared = [...words(text.slice(now.start, now.end))].filter((word) => old.has(word)).length
  return now.quote === text.slice(now.start, now.end) && shared >= old.size / 3
}

/** A sentence's part, a whole paragraph, and a passage across two, out of paragraphs that stand once in the text. */
function passagesOf(parts: Parts, html: string, chance: Chance): readonly Passage[] {
  const text = textOf(html)
  const long = [...parts.keys()].filter((at) => {
    const paragraph = (parts[at] ?? '').startsWith('<p') ? textOf(parts[at] ?? '') : ''
    return paragraph.length >= 80 && text.split(paragraph).length === 2
  })
  const pick = (): number => long[Math.floor(chance() * long.length)] ?? 0
  if (long.length < 3) return []
  const [first, second, third] = [pick(), pick(), pick()]
  const across = [first, second, third].flatMap((at) => {
    const end = textOf(parts[at] ?? '')
      .slice(-60)
      .replace(/^\S*\s/, '')
    const start = text.indexOf(end) + end.length
    const quote = text.slice(start - end.length, start + 60).replace(/\s\S*$/, '')
    return quote.length > end.length + 20 && quote.includes('\n\n')
      ? [{ part: at, quote, piece: end.trimStart() }]
      : []
  })
  const whole = textOf(parts[second] ?? '')
  return [
    ...[first, third].map((part) => ({ part, ...slice(textOf(parts[part] ?? ''), chance) })),
    { part: second, quote: whole, piece: whole },
    ...across.slice(0, 1),
  ].filter(({ quote }) => text.split(quote).length === 2)
}

function slice(paragraph: string, chance: Chance): { readonly quote: string; readonly piece: string } {
  const from = Math.floor(chance() * (paragraph.length - 60))
  const start = paragraph.indexOf(' ', from) + 1
  const quote = paragraph.slice(start, start + 40 + Math.floor(chance() * 120)).replace(/\s\S*$/, '')
  return { quote, piece: quote }
}

function shelfOf(kept: Map<string, Highlight>): HighlightShelf {
  return {
    highlights: () => [...kept.values()],
    highlightsOf: () => [...kept.values()],
    saveHighlight: (highlight) => {
      kept.set(highlight.highlightId, highlight)
      return Promise.resolve()
    },
    removeHighlight: (highlightId) => {
      kept.delete(highlightId)
      return Promise.resolve()
    },
  }
}
