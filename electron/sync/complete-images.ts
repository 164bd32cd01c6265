/** Second step of completing an article: its pictures, and one of them for the list. */
import type { BodyRecord, StoredImage } from '../library/records'
import type { Completion, Gap } from './completion'
import { PIXEL_WHY } from './fetch-image'
import { runBounded } from './run-bounded'

export interface ImageStep {
  readonly media: readonly StoredImage[]
  /** Name of the picture for the list, null when there is none. */
  readonly thumbnail: string | null
  readonly gaps: readonly Gap[]
}

const AT_ONCE = 4

export async function completeImages(completion: Completion, stored: BodyRecord): Promise<ImageStep> {
  const most = completion.ports.limits.maxImagesPerArticle
  const { library } = completion.ports
  // A picture that was damaged or taken off the disk is as one that never came.
  const media = stored.media.map((image) =>
    image.media !== null && !library.hasMedia(image.media) ? { ...image, media: null } : image,
  )
  const gaps: (Gap | undefined)[] = []
  await runBounded(media.keys(), AT_ONCE, async (place) => {
    const image = media[place]
    if (!image || image.media !== null || image.why === PIXEL_WHY || completion.cancelled) return
    const name = `picture ${place + 1} of ${media.length}`
    if (place >= most) {
      const why = `Only the first ${most} pictures of an article are kept.`
      media[place] = { ...image, why }
      gaps[place] = { what: name, why, retry: false }
      return
    }
    const outcome = await completion.image(image.url)
    if (outcome.ok) media[place] = { url: image.url, media: outcome.media, why: null }
    else {
      media[place] = { url: image.url, media: null, why: outcome.why }
      if (!outcome.pixel) gaps[place] = { what: name, why: outcome.why, retry: outcome.retry }
    }
  })
  const thumbnail = await thumbnailOf(completion, stored.body.leadImage, media)
  return { media, thumbnail, gaps: gaps.filter((gap) => gap !== undefined) }
}

/** The page's own lead picture, else the first one of the body. A lead picture that fails is missed by nobody. */
async function thumbnailOf(
  completion: Completion,
  lead: string | null,
  media: readonly StoredImage[],
): Promise<string | null> {
  const known = media.find((image) => image.url === lead)
  if (known?.media) return known.media
  if (lead && !known && !completion.cancelled) {
    const outcome = await completion.image(lead)
    if (outcome.ok) return outcome.media
  }
  return media.find((image) => image.media !== null)?.media ?? null
}
