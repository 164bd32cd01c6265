/** From an address of our protocols to a file that may be served, without touching the disk: only known names inside known folders. */
import { extname, join, relative, sep, isAbsolute } from 'node:path'
import { isAppUrl } from './trusted-sender'

export interface ServedFile {
  readonly path: string
  readonly contentType: string
}

const APP_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.svg': 'image/svg+xml',
  '.bmp': 'image/bmp',
  '.ico': 'image/x-icon',
}

export const MEDIA_SCHEME = 'media'
export const MEDIA_HOST = 'library'
const MEDIA_NAME = /^[0-9a-f]{64}\.[a-z]{3,4}$/

export interface AppFolders {
  /** Serves everything but `/assets/`. */
  readonly renderer: string
  readonly assets: string
}

/** Null for foreign hosts, unknown extensions, hidden files and everything that leaves its folder. */
export function appFile(address: string, folders: AppFolders): ServedFile | null {
  if (!isAppUrl(address)) return null
  const segments = pathSegments(address)
  if (!segments) return null
  const [first, ...rest] = segments
  const [folder, inside] = first === 'assets' ? [folders.assets, rest] : [folders.renderer, segments]
  const path = join(folder, ...inside)
  const contentType = APP_TYPES[extname(path).toLowerCase()]
  return contentType && isInside(folder, path) ? { path, contentType } : null
}

/** The stored picture's name and type; null unless the address is exactly `media://library/<sha256>.<known extension>`. */
export function mediaName(address: string): { readonly name: string; readonly contentType: string } | null {
  const url = parse(address)
  if (url?.protocol !== `${MEDIA_SCHEME}:` || url.host !== MEDIA_HOST) return null
  const name = url.pathname.slice(1)
  if (!MEDIA_NAME.test(name)) return null
  const contentType = MEDIA_TYPES[extname(name)]
  return contentType ? { name, contentType } : null
}

/** Compares with a separator: `/data-evil` is not inside `/data`. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

function pathSegments(address: string): string[] | null {
  const url = parse(address)
  if (!url) return null
  const segments: string[] = []
  for (const raw of url.pathname.split('/').slice(1)) {
    const segment = decode(raw)
    if (segment === null || !isPlainName(segment)) return null
    segments.push(segment)
  }
  return segments
}

/** No empty, hidden or climbing segment, no separator of any system, no drive letter, no control character. */
function isPlainName(segment: string): boolean {
  return segment !== '' && !segment.startsWith('.') && /^[^/\\:*?"<>|\p{Cc}]+$/u.test(segment)
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    // A broken escape names no file of ours.
    return null
  }
}

function parse(address: string): URL | null {
  try {
    return new URL(address)
  } catch {
    // Chromium hands on only parsed addresses; a test may not.
    return null
  }
}
