/**
 * The starter edition: a feed of our own that ships in `assets/starter` and goes through the real pipeline without a network.
 * Its addresses are under a host that can never exist (RFC 2606, `.invalid`) and are answered from the folder.
 */
import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

export const STARTER_BASE = 'https://starter.offprint.invalid/'
export const STARTER_FEED_URL = STARTER_BASE + 'feed.xml'

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.xml': 'application/rss+xml; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
  '.ico': 'image/x-icon',
}

export interface LocalFile {
  readonly bytes: Uint8Array
  readonly contentType: string
}

export function isStarterUrl(url: string): boolean {
  return url.startsWith(STARTER_BASE)
}

/** Reads what a starter address stands for; null for an address outside it and for a file that is not there. */
export async function readStarterFile(assetsFolder: string, url: string): Promise<LocalFile | null> {
  if (!isStarterUrl(url)) return null
  const name = decodeURIComponent(new URL(url).pathname).replace(/^\/+/, '')
  const contentType = CONTENT_TYPES[extname(name)]
  if (!contentType) return null
  const folder = join(assetsFolder, 'starter')
  try {
    // Resolved before it is compared: neither `..` nor a link may lead out of the folder.
    const [root, file] = await Promise.all([realpath(folder), realpath(join(folder, name))])
    if (!file.startsWith(root + sep)) return null
    return { bytes: await readFile(file), contentType }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
