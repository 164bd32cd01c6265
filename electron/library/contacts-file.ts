/**
 * Which hosts were asked for what, over restarts: one small file, read when somebody first asks, written once a sync. It stays on
 * this disk, out of backups, and the reader can have it forgotten.
 */
import {
  CONTACT_PURPOSES,
  type Contact,
  type ContactedHost,
  type ContactPurpose,
} from '../../contract/contact'
import { isObject, parseJson, type FileCodec } from './file-text'
import { JsonFile, type LibraryFiles } from './json-file'

/** Number of requests and the time of the last, by purpose. */
type Counts = Readonly<Partial<Record<ContactPurpose, readonly [count: number, lastAt: string]>>>
type HostTable = ReadonlyMap<string, Counts>

/** Articles of many years name more hosts than anybody reads; the ones asked longest ago go. */
const MOST_HOSTS = 5_000

const CODEC: FileCodec<HostTable> = {
  kind: 'contacts',
  lost: 'only the list of contacted hosts is gone',
  copies: 'previous',
  empty: () => new Map(),
  encode: (hosts) => JSON.stringify([...hosts]),
  decode: (data) => {
    const list = parseJson(data)
    // Whole by its checksum: the pairs are those that were saved.
    return Array.isArray(list) ? new Map(list.filter(isPair)) : null
  },
}

function isPair(value: unknown): value is [string, Counts] {
  return Array.isArray(value) && typeof value[0] === 'string' && isObject(value[1])
}

export class ContactsFile {
  private readonly file: JsonFile<HostTable>
  private readonly readOnly: boolean
  private loaded: Promise<unknown> | null = null

  constructor(library: LibraryFiles) {
    this.file = new JsonFile(library, 'contacts.json', CODEC)
    this.readOnly = library.readOnly
  }

  /** The one asked last first, with what is not stored yet. */
  async hosts(further: readonly ContactedHost[]): Promise<readonly ContactedHost[]> {
    await this.load()
    return [...merge(this.file.data, further)].map(([host, counts]) => ({
      host,
      contacts: contactsOf(counts),
    }))
  }

  /** Durable when it resolves. Rejects with `LibraryError`. */
  async add(further: readonly ContactedHost[]): Promise<void> {
    if (this.readOnly || further.length === 0) return
    await this.load()
    this.file.data = new Map([...merge(this.file.data, further)].slice(0, MOST_HOSTS))
    await this.file.save()
  }

  async forget(): Promise<void> {
    await this.load()
    this.file.data = new Map()
    if (this.readOnly) return
    await this.file.save()
    // Once more, so that the copy of the last state forgets as well.
    await this.file.save()
  }

  private load(): Promise<unknown> {
    this.loaded ??= this.file.load()
    return this.loaded
  }
}

function merge(stored: HostTable, further: readonly ContactedHost[]): HostTable {
  const all = new Map(stored)
  for (const { host, contacts } of further) {
    const counts: Partial<Record<ContactPurpose, readonly [number, string]>> = { ...all.get(host) }
    for (const { purpose, count, lastAt } of contacts)
      counts[purpose] = [(counts[purpose]?.[0] ?? 0) + count, lastAt]
    all.set(host, counts)
  }
  const last = (counts: Counts): string =>
    contactsOf(counts).reduce((most, { lastAt }) => (lastAt > most ? lastAt : most), '')
  return new Map([...all].sort(([, one], [, other]) => (last(one) < last(other) ? 1 : -1)))
}

function contactsOf(counts: Counts): Contact[] {
  return CONTACT_PURPOSES.flatMap((purpose) => {
    const known = counts[purpose]
    return known ? [{ purpose, count: known[0], lastAt: known[1] }] : []
  })
}
