/** Pictures, stored once each under the hash of their bytes. The name is the check: a damaged picture does not match it. */
import { createHash } from 'node:crypto'
import * as path from 'node:path'
import { diskCode } from './disk'
import { requireWritable } from './json-file'
import type { LibraryFiles } from './json-file'
import { asLibraryError } from './library-error'
import { setAside } from './set-aside'

const FOLDER = 'media'
const NAME = /^[0-9a-f]{64}\.(?:jpg|png|gif|webp|avif|svg|bmp|ico)$/
const EXTENSION = /^(?:jpg|png|gif|webp|avif|svg|bmp|ico)$/

/** `<sha256>.<known extension>`: the only names that ever become a path. */
export function isMediaName(name: string): boolean {
  return NAME.test(name)
}

export class Media {
  private readonly library: LibraryFiles
  private counter = 0

  constructor(library: LibraryFiles) {
    this.library = library
  }

  /**
   * Stores a picture and returns its name. `extension` is one of jpg, png, gif, webp, avif, svg, bmp, ico (jpeg counts as
   * jpg). Rejects with `LibraryError`.
   */
  async save(bytes: Uint8Array, extension: string): Promise<string> {
    const { disk, now } = this.library
    requireWritable(this.library, 'the picture')
    const known = extension.toLowerCase().replace(/^\./, '').replace('jpeg', 'jpg')
    if (!EXTENSION.test(known))
      throw new TypeError(`saveMedia got the extension "${extension}", not one of a picture`)
    const name = `${createHash('sha256').update(bytes).digest('hex')}.${known}`
    const file = this.pathOf(name)
    const temporary = `${file}.${String(this.counter++)}.tmp`
    try {
      if (disk.facts(file) !== null) {
        // New again: the collector must leave it alone until the body that shows it is stored.
        if (await this.isWhole(name)) {
          await disk.touch(file, now())
          return name
        }
        await setAside(this.library, file)
      }
      await disk.makeFolder(path.dirname(file))
      await disk.write(temporary, bytes, false)
      await disk.rename(temporary, file)
    } catch (error) {
      await disk.remove(temporary).catch(() => {
        // The first error is the one to tell; `doctor` removes what is left over.
      })
      throw asLibraryError(error, 'storing a picture')
    }
    return name
  }

  /** Absolute path of a stored picture; null for a name that is none or is not here. */
  fileOf(name: string): string | null {
    return this.has(name) ? this.pathOf(name) : null
  }

  has(name: string): boolean {
    return isMediaName(name) && this.library.disk.facts(this.pathOf(name)) !== null
  }

  /** False when the bytes are not those of the name, or cannot be read. */
  async isWhole(name: string): Promise<boolean> {
    try {
      const bytes = await this.library.disk.read(this.pathOf(name))
      return createHash('sha256').update(bytes).digest('hex') === name.slice(0, 64)
    } catch (error) {
      if (['EMFILE', 'ENFILE', ''].includes(diskCode(error))) throw error
      return false
    }
  }

  async remove(name: string): Promise<void> {
    await this.library.disk.remove(this.pathOf(name))
  }

  /** Moves a damaged picture out of the way; nothing happens when it is not there. */
  async setAside(name: string): Promise<void> {
    const file = this.pathOf(name)
    if (this.library.disk.facts(file) !== null) await setAside(this.library, file)
  }

  async list(): Promise<string[]> {
    const { disk, folder } = this.library
    const names: string[] = []
    for (const part of await disk.list(path.join(folder, FOLDER)))
      names.push(...(await disk.list(path.join(folder, FOLDER, part))).filter(isMediaName))
    return names
  }

  /** For names that passed `isMediaName`. */
  pathOf(name: string): string {
    return path.join(this.library.folder, FOLDER, name.slice(0, 2), name)
  }
}
