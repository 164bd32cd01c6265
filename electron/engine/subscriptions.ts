/** The list of feeds: adding by address, the starter edition, folders, OPML in and out. */
import { createHash } from 'node:crypto'
import type { AddedFeed, FeedChange, FoundFeed, ImportReport, OfferedFeed } from '../../contract/feed'
import { AppFailure } from '../app-failure'
import { normaliseTypedAddress } from '../feeds/guess-feed-addresses'
import { writeOpml, type OpmlFeed } from '../feeds/opml'
import type { LibraryStore } from '../library/library-store'
import type { FeedRecord } from '../library/records'
import { findFeed, readOffered, type ReadFeed } from '../sync/find-feed'
import type { SyncPorts } from '../sync/sync-ports'
import { takeLoginApart, type FeedCredentials } from './feed-credentials'
import { feedTitle } from './feed-row'
import type { Steps } from './long-works'
import { STARTER_BASE, STARTER_FEED_URL } from './starter-feed'

/** A list of a hundred thousand feeds is read in seconds, on a busy machine too. */
const READ_MS = 60_000
/** Feeds taken in by one write: the list is written whole each time, and after each the reader may end the import. */
const AT_ONCE = 500

export class Subscriptions {
  constructor(
    private readonly library: LibraryStore,
    private readonly ports: SyncPorts,
    private readonly now: () => Date,
    private readonly credentials: FeedCredentials,
  ) {}

  /** Subscribes to a feed by its address or its site's. An address the library already has answers with that feed. */
  async add(typed: string, folder: readonly string[]): Promise<AddedFeed> {
    const address = await this.keepLogin(typed)
    const known = this.known(normaliseTypedAddress(address))
    if (known) return added(address, known)
    const found = await findFeed(this.ports, address)
    if (found.kind === 'failed') throw new AppFailure(found.code, found.message)
    if (found.kind === 'choice') return this.addFirst(address, found.feeds, folder)
    const feed =
      this.known(found.url) ??
      (await this.store({
        ...newFeed(found.url),
        typedUrl: found.typedUrl,
        siteUrl: found.feed.link,
        title: found.feed.title ?? '',
        folder,
        language: found.feed.language,
      }))
    return added(address, feed)
  }

  /** What an address offers, known or not. Several are not fetched for it: the reader may want none of them. */
  async discover(typed: string): Promise<readonly OfferedFeed[]> {
    const found = await findFeed(this.ports, await this.keepLogin(typed))
    if (found.kind === 'failed') throw new AppFailure(found.code, found.message)
    if (found.kind === 'feed') return [this.offered(found)]
    return found.feeds.map((feed) => ({ ...feed, known: this.knownAs(feed.url), preview: null }))
  }

  /** One of the feeds that `discover` named for the same address. */
  async preview(typed: string, url: string): Promise<OfferedFeed> {
    const { address } = takeLoginApart(typed)
    const found = await readOffered(this.ports, { typed: address, url })
    if (found.kind === 'failed') throw new AppFailure(found.code, found.message)
    return this.offered(found)
  }

  async addStarter(): Promise<AddedFeed> {
    const feed =
      this.known(STARTER_FEED_URL) ??
      (await this.store({
        ...newFeed(STARTER_FEED_URL),
        siteUrl: STARTER_BASE,
        title: 'Offprint Starter Edition',
        language: 'en',
      }))
    return added(STARTER_FEED_URL, feed)
  }

  async change(feedId: string, { title, ...change }: FeedChange): Promise<void> {
    const feed = this.require(feedId)
    const own = title?.trim()
    // The feed's own title typed again is none of the reader's: it follows the feed.
    const ownTitle = own === '' || own === feed.title ? null : own
    await this.library.changeFeed(feedId, { ...change, ...(ownTitle === undefined ? {} : { ownTitle }) })
  }

  /** Subscribes to all of a list without asking the network; the next sync fetches them. Ended halfway, what was added stays. */
  async importOpml(bytes: Uint8Array, steps: Steps): Promise<ImportReport> {
    const list = await this.ports.tasks.run('read-opml', bytes, { timeoutMs: READ_MS })
    if (!list.ok) throw new AppFailure(list.error.code, list.error.message)
    const { feeds } = list
    const here = new Set(this.library.feeds().flatMap(({ url, typedUrl }) => [url, typedUrl]))
    const failed: { url: string; message: string }[] = []
    let added = 0
    for (let at = 0; at < feeds.length; at += AT_ONCE) {
      const known = at - added - failed.length
      if (!(await steps.next())) return { added, known, failed, left: feeds.length - at }
      steps.tell(at, feeds.length, feeds[at]?.title)
      const { fresh, problems } = await this.sortOut(feeds.slice(at, at + AT_ONCE), here)
      await this.library.addFeeds(fresh)
      added += fresh.length
      failed.push(...problems)
    }
    return { added, known: feeds.length - added - failed.length, failed }
  }

  /** The feeds that are not `here` yet, which they are afterwards, and what is no feed's address. */
  private async sortOut(
    listed: readonly OpmlFeed[],
    here: Set<string>,
  ): Promise<{ readonly fresh: readonly FeedRecord[]; readonly problems: ImportReport['failed'] }> {
    const problems: { url: string; message: string }[] = []
    const fresh: FeedRecord[] = []
    for (const { url: given, title, siteUrl, folder } of listed) {
      const url = await this.keepLogin(given)
      const address = normaliseTypedAddress(url)
      if (!address) problems.push({ url, message: `"${url}" is not the address of a feed.` })
      else if (!here.has(address)) {
        here.add(address)
        const typedUrl = /^https?:/i.test(url) ? url.trim() : address
        fresh.push(this.record({ ...newFeed(address), typedUrl, title, siteUrl, folder }))
      }
    }
    return { fresh, problems }
  }

  exportOpml(): { readonly text: string; readonly feeds: number } {
    const feeds = this.library.feeds().filter(({ url }) => url !== STARTER_FEED_URL)
    const text = writeOpml(
      'Offprint feeds',
      feeds.map((feed) => ({
        title: feedTitle(feed),
        url: listedAddress(feed),
        siteUrl: feed.siteUrl,
        folder: feed.folder,
      })),
    )
    return { text, feeds: feeds.length }
  }

  /** A page that offers several feeds names its main one first. */
  private async addFirst(
    address: string,
    feeds: readonly FoundFeed[],
    folder: readonly string[],
  ): Promise<AddedFeed> {
    let failure: AppFailure | null = null
    for (const { url } of feeds) {
      try {
        return { ...(await this.add(url, folder)), url: address }
      } catch (error) {
        if (!(error instanceof AppFailure)) throw error
        failure ??= error
      }
    }
    throw failure ?? new AppFailure('not_a_feed', `No feed was found at ${address}.`)
  }

  private known(url: string | null): FeedRecord | null {
    if (url === null) return null
    return this.library.feeds().find((feed) => feed.url === url || feed.typedUrl === url) ?? null
  }

  private knownAs(url: string): OfferedFeed['known'] {
    const feed = this.known(url)
    return feed ? { feedId: feed.feedId, title: feedTitle(feed) } : null
  }

  private offered({ url, feed, preview }: ReadFeed): OfferedFeed {
    return { url, title: feed.title, type: null, known: this.knownAs(url), preview }
  }

  private require(feedId: string): FeedRecord {
    const feed = this.library.feed(feedId)
    if (feed) return feed
    throw new AppFailure('no_feed', `There is no feed "${feedId}"; list them with: offprint feeds`)
  }

  /** The address without name and password: those never come into the list of feeds, which is exported and backed up. */
  private async keepLogin(typed: string): Promise<string> {
    const { address, login } = takeLoginApart(typed)
    if (login) await this.credentials.set(address, login)
    return address
  }

  private async store(feed: NewFeed): Promise<FeedRecord> {
    const record = this.record(feed)
    await this.library.addFeed(record)
    return record
  }

  private record(feed: NewFeed): FeedRecord {
    return {
      ...feed,
      feedId: feedIdOf(feed.url),
      added: this.now().toISOString(),
      ownTitle: null,
      icon: null,
      textSource: 'better',
      keepDays: null,
      keepArticles: null,
      paused: false,
      notify: false,
      direction: 'auto',
      intervalMinutes: null,
      fetchComments: false,
      prefetchRelated: null,
    }
  }
}

type NewFeed = Pick<FeedRecord, 'url' | 'typedUrl' | 'siteUrl' | 'title' | 'folder' | 'language'>

function newFeed(url: string): NewFeed {
  return { url, typedUrl: url, siteUrl: null, title: '', folder: [], language: null }
}

/** A list says an address as it was given, while the feed has not moved: other programs compare letter by letter. */
function listedAddress({ url, typedUrl }: FeedRecord): string {
  return normaliseTypedAddress(typedUrl) === url ? typedUrl : url
}

/** The same address always gets the same name, so that a feed removed and added again finds its kept articles. */
function feedIdOf(url: string): string {
  return createHash('sha256').update(`feed:${url}`).digest('hex').slice(0, 16)
}

function added(url: string, feed: FeedRecord): AddedFeed {
  return { url, feedId: feed.feedId, feedUrl: feed.url, title: feedTitle(feed) }
}
