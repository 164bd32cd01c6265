/** Lets go of articles by a plan, leaving tombstones, and collects what nothing needs. Deletes in the order opposite to writing. */
import * as path from 'node:path'
import type { ArticleId } from '../../contract/article-id'
import { planPurge } from './budget'
import type { ArticleFacts, PlannedPurge, RetentionPolicy } from './budget'
import { DELETED, HIGHLIGHTED, READ, RELATED, REMOVED, SAVED, STARRED } from './catalogue'
import type { LibraryParts } from './library-parts'
import { findReferences } from './references'
import type { References } from './references'
import { eachFile, libraryUsage } from './usage'

const MARKED = STARRED | SAVED | HIGHLIGHTED
/** A picture or text that nothing names yet may be part of a sync that is under way. */
const GRACE_MS = 24 * 60 * 60 * 1000

// Files looked at between two breaths of the program.
const AT_ONCE = 200

/** What a policy would let go of now. */
export async function previewPurge(
  parts: LibraryParts,
  policy: RetentionPolicy,
): Promise<readonly PlannedPurge[]> {
  const used = await libraryUsage(parts.files)
  // What was set aside is not ours to delete: articles must not go to make room for it.
  const counted = used.total - used.aside
  if (!isOverSomething(parts, policy, counted)) return []
  const references = await findReferences(parts)
  // The index gives back what it held of an article as well; each is taken to hold an equal share.
  const share = Math.floor(used.index / Math.max(1, parts.catalogue.inOrder().length))
  const facts = await articleFacts(parts, references, share)
  return planPurge(facts, policy, { now: parts.files.now().getTime(), used: counted })
}

/** Removes the articles of a plan and returns those that went; those that were marked meanwhile, or came into the edition, stay. */
export async function purge(
  parts: LibraryParts,
  plan: readonly PlannedPurge[],
): Promise<readonly ArticleId[]> {
  const byFeed = new Map<string, ArticleId[]>()
  const edition = editionIds(parts)
  for (const { articleId, feedId } of plan) {
    const row = parts.catalogue.find(articleId)
    if (row < 0 || isHeld(parts, row, edition)) continue
    byFeed.set(feedId, [...(byFeed.get(feedId) ?? []), articleId])
  }
  await letGo(parts, byFeed)
  await collect(parts)
  return [...byFeed.values()].flat()
}

/** Lets go of what the reader removed a day ago or earlier. What another article shows as related, or holds a highlight, waits. */
export async function purgeDeleted(parts: LibraryParts): Promise<readonly ArticleId[]> {
  const { catalogue, files } = parts
  const until = files.now().getTime() - GRACE_MS
  const rows = [...catalogue.inOrder()].filter(
    (row) =>
      (catalogue.flagsOf(row) & (DELETED | HIGHLIGHTED)) === DELETED && catalogue.changedAt(row) < until,
  )
  if (rows.length === 0) return []
  const { linkedFrom } = await findReferences(parts)
  const byFeed = new Map<string, ArticleId[]>()
  for (const row of rows) {
    const articleId = catalogue.ids.idOf(row)
    if ((linkedFrom.get(articleId) ?? []).some((from) => catalogue.find(from) >= 0)) continue
    const feedId = catalogue.feedIdOf(row)
    byFeed.set(feedId, [...(byFeed.get(feedId) ?? []), articleId])
  }
  await letGo(parts, byFeed)
  return [...byFeed.values()].flat()
}

async function letGo(parts: LibraryParts, byFeed: ReadonlyMap<string, readonly ArticleId[]>): Promise<void> {
  for (const [feedId, articleIds] of byFeed) {
    // The tombstone first: a kill after it leaves an article too many, never one that comes back as new.
    await parts.tombstones.add(feedId, articleIds)
    await parts.articles.remove(feedId, articleIds)
    parts.statuses.forget(feedId, articleIds)
    for (const articleId of articleIds) await parts.bodies.remove(articleId)
  }
}

/** Removes pictures, texts and temporary files that nothing has named for a day. */
export async function collect(parts: LibraryParts): Promise<void> {
  const { files, media, bodies, catalogue } = parts
  const references = await findReferences(parts)
  const until = files.now().getTime() - GRACE_MS
  const isOld = (file: string): boolean => (files.disk.facts(file)?.modified ?? Infinity) < until
  for (const name of await media.list())
    if (!references.media.has(name) && isOld(media.pathOf(name))) await media.remove(name)
  for (const articleId of await bodies.list())
    if (catalogue.find(articleId) < 0 && isOld(bodies.fileOf(articleId))) await bodies.remove(articleId)
  const leftOver: string[] = []
  await eachFile(files.disk, files.folder, (file) => {
    if (path.basename(file).endsWith('.tmp') && isOld(file)) leftOver.push(file)
  })
  for (const file of leftOver) await files.disk.remove(file)
}

/** Whether there is anything to plan at all: a plan reads the head of every text. */
function isOverSomething({ catalogue }: LibraryParts, policy: RetentionPolicy, used: number): boolean {
  if (policy.bytes !== null && used > policy.bytes) return true
  const limits = [policy, ...Object.values(policy.feeds)]
  return (
    catalogue.inOrder().length > 0 &&
    limits.some((each) => each.days !== null || each.articlesPerFeed !== null)
  )
}

/** Newest first. */
async function articleFacts(
  parts: LibraryParts,
  references: References,
  share: number,
): Promise<ArticleFacts[]> {
  const { catalogue, bodies, media, files } = parts
  const bytesOf = (file: string): number => files.disk.facts(file)?.bytes ?? 0
  const edition = editionIds(parts)
  const facts: ArticleFacts[] = []
  for (const row of Uint32Array.from(catalogue.inOrder()).reverse()) {
    if (facts.length % AT_ONCE === AT_ONCE - 1) await new Promise((resolve) => setImmediate(resolve))
    const flags = catalogue.flagsOf(row)
    if ((flags & REMOVED) !== 0) continue
    const articleId = catalogue.ids.idOf(row)
    // Counted for those alone that show it: a picture shared with another article is not freed with this one.
    const own = (references.mediaOf.get(articleId) ?? []).filter((name) => references.media.get(name) === 1)
    const pictures = own.reduce((sum, name) => sum + bytesOf(media.pathOf(name)), 0)
    facts.push({
      articleId,
      feedId: catalogue.feedIdOf(row),
      time: catalogue.timeOf(row),
      read: (flags & READ) !== 0,
      related: (flags & RELATED) !== 0,
      marked: isHeld(parts, row, edition) || isLinked(parts, row, references),
      bytes: bytesOf(bodies.fileOf(articleId)) + catalogue.placeOf(row).length + pictures + share,
    })
  }
  return facts
}

function editionIds({ edition }: LibraryParts): ReadonlySet<ArticleId> {
  return new Set(edition.data.articleIds)
}

/** Marked by the reader, or waiting in the edition to be read. */
function isHeld({ catalogue }: LibraryParts, row: number, edition: ReadonlySet<ArticleId>): boolean {
  const flags = catalogue.flagsOf(row)
  return (flags & MARKED) !== 0 || ((flags & READ) === 0 && edition.has(catalogue.ids.idOf(row)))
}

/** A related article to which something of the library still links. */
function isLinked({ catalogue }: LibraryParts, row: number, references: References): boolean {
  if ((catalogue.flagsOf(row) & RELATED) === 0) return false
  const from = references.linkedFrom.get(catalogue.ids.idOf(row)) ?? []
  return from.some((articleId) => catalogue.find(articleId) >= 0)
}
