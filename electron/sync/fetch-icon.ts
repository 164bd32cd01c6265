/** Fetches a feed's icon once, when the feed is new: the site's own icon at its well-known addresses. */
import { absoluteUrl } from '../../contract/absolute-url'
import type { FeedRecord } from '../library/records'
import { fetchImage } from './fetch-image'
import { isLocalAddress } from './local-feed'
import type { SyncPorts } from './sync-ports'

const PLACES = ['/favicon.ico', '/apple-touch-icon.png']

/** A site without an icon is no failure; nothing is told. */
export async function fetchIcon(ports: SyncPorts, feed: FeedRecord, signal?: AbortSignal): Promise<void> {
  const site = feed.siteUrl ?? feed.url
  if (feed.icon !== null || isLocalAddress(site)) return
  for (const place of PLACES) {
    const address = absoluteUrl(place, site)
    if (signal?.aborted || !address) return
    const icon = await fetchImage(ports, address, signal, 'icon')
    if (!icon.ok) continue
    await ports.library.changeFeed(feed.feedId, { icon: icon.media })
    return
  }
}
