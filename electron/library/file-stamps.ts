/** Which files on the disk are the ones that were read into memory, told by size, time and number without reading them. */
import type { Disk } from './disk'

/** Empty for a file that is not there. */
export type FileStamp = string

export class FileStamps {
  /** Whether memory has come to know another file than those it began with. */
  changed = false
  private readonly noted = new Map<string, FileStamp>()

  constructor(private readonly disk: Disk) {}

  /** What is on the disk now. Files are only ever replaced as a whole, so the same stamp means the same bytes. */
  now(file: string): FileStamp {
    const facts = this.disk.facts(file)
    return facts === null ? '' : `${String(facts.bytes)} ${String(facts.modified)} ${String(facts.inode)}`
  }

  /** To be called before a file is read into memory, and after memory was written to it. */
  note(file: string): void {
    this.noted.set(file, this.now(file))
    this.changed = true
  }

  /** Memory holds this file without having read it. */
  begin(file: string, stamp: FileStamp): void {
    this.noted.set(file, stamp)
  }

  /** The stamp of the file that memory knows. */
  of(file: string): FileStamp {
    return this.noted.get(file) ?? ''
  }
}
