/** Fetches one picture and stores it under its content hash; says why where it could not. */
import { hostOf } from './fetch-outcome'
import { mayPass, statusFailure } from './judge-status'
import { sniffImage } from './sniff-image'
import type { SyncPorts } from './sync-ports'

export type ImageOutcome =
  | { readonly ok: true; readonly media: string }
  /** `pixel`: an invisible tracking picture, which nobody misses. */
  | { readonly ok: false; readonly why: string; readonly retry: boolean; readonly pixel: boolean }

/** The reason kept with a tracking picture; it does not count as missing. */
export const PIXEL_WHY = 'It is an invisible tracking picture and was left out.'

// Drawings are read by an XML parser in the window: larger ones are data dumps or attacks.
const MAX_SVG_BYTES = 1024 * 1024
const ACCEPT = 'image/avif, image/webp, image/png, image/svg+xml, image/*;q=0.8, */*;q=0.5'

export async function fetchImage(
  ports: SyncPorts,
  url: string,
  signal: AbortSignal | undefined,
  purpose: 'picture' | 'icon',
): Promise<ImageOutcome> {
  const outcome = await ports.fetch({
    url,
    purpose,
    headers: { Accept: ACCEPT },
    maxBytes: ports.limits.maxImageBytes,
    typed: false,
    ...(signal ? { signal } : {}),
  })
  if (!outcome.ok) return missing(outcome.message, mayPass(outcome.code))
  const host = hostOf(outcome.finalUrl)
  const failure = statusFailure(outcome.status, host)
  if (failure) return missing(failure.message, failure.retry)
  if (outcome.truncated)
    return missing(`${host} broke the connection off halfway; it is tried again later.`, true)
  const image = sniffImage(outcome.bytes)
  if (!image) return missing(`${host} sent something that is not a picture.`, false)
  if (image.width !== null && image.height !== null && image.width <= 2 && image.height <= 2)
    return { ok: false, why: PIXEL_WHY, retry: false, pixel: true }
  if (image.extension === 'svg' && outcome.bytes.length > MAX_SVG_BYTES)
    return missing(`${host} sent a drawing of more than 1 MB.`, false)
  return { ok: true, media: await ports.library.saveMedia(outcome.bytes, image.extension) }
}

function missing(why: string, retry: boolean): ImageOutcome {
  return { ok: false, why, retry, pixel: false }
}
