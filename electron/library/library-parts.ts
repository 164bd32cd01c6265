/** The private parts of an open library and the order in which they are read. */
import * as path from 'node:path'
import { Articles } from './articles'
import { Bodies } from './bodies'
import { Catalogue, KEPT } from './catalogue'
import { adoptSnapshot } from './catalogue-snapshot'
import { ContactsFile } from './contacts-file'
import { editionFile } from './edition-file'
import type { EditionFile } from './edition-file'
import { feedFileName } from './feed-file-name'
import { Feeds } from './feeds'
import { FileStamps } from './file-stamps'
import { isObject } from './file-text'
import { Highlights, isHighlight } from './highlights'
import { fetchLost } from './fetch-lost'
import { Journal } from './journal'
import type { JsonFile, LibraryFiles } from './json-file'
import { Media } from './media'
import { MIGRATIONS, migrate } from './migrate'
import type { LibraryFile, Migration } from './migrate'
import type { Rule } from '../../contract/rule'
import type { Settings } from '../../contract/settings'
import { rulesFile } from './rules-file'
import { settingsFile } from './settings-file'
import { storiesFile } from './stories-file'
import type { StoriesFile } from './stories-file'
import { Statuses } from './statuses'
import type { FeedRemovedEntry, StatusEntry } from './statuses'
import { SyncLedger } from './sync-ledger'
import { SyncStates } from './sync-states'
import { Tombstones } from './tombstones'

export interface LibraryParts {
  readonly files: LibraryFiles
  readonly libraryFile: JsonFile<LibraryFile>
  readonly catalogue: Catalogue
  readonly stamps: FileStamps
  readonly feeds: Feeds
  readonly articles: Articles
  readonly statuses: Statuses
  readonly highlights: Highlights
  readonly bodies: Bodies
  readonly media: Media
  readonly tombstones: Tombstones
  readonly syncStates: SyncStates
  readonly syncLedger: SyncLedger
  readonly contacts: ContactsFile
  readonly settings: JsonFile<Settings>
  readonly rules: JsonFile<readonly Rule[]>
  readonly stories: JsonFile<StoriesFile>
  readonly edition: JsonFile<EditionFile>
  readonly journal: Journal
}

const FOLDERS = ['articles', 'statuses', 'bodies', 'media', 'journal', 'tombstones']

// Feeds read between two breaths of the program, some milliseconds.
const FEEDS_AT_ONCE = 8

/** Migrates, reads and mends everything but bodies and pictures. Rejects with `LibraryError`. */
export async function openParts(
  files: LibraryFiles,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<LibraryParts> {
  const libraryFile = await migrate(files, migrations)
  const catalogue = new Catalogue()
  const stamps = new FileStamps(files.disk)
  const parts: LibraryParts = {
    files,
    libraryFile,
    catalogue,
    stamps,
    feeds: new Feeds(files),
    articles: new Articles(files, catalogue, stamps),
    statuses: new Statuses(files, catalogue, stamps),
    highlights: new Highlights(files, catalogue),
    bodies: new Bodies(files),
    media: new Media(files),
    tombstones: new Tombstones(files),
    syncStates: new SyncStates(files, (error) => {
      const message = error instanceof Error ? error.message : String(error)
      files.notice({ file: 'sync-states.json', message })
    }),
    syncLedger: new SyncLedger(files),
    contacts: new ContactsFile(files),
    settings: settingsFile(files),
    rules: rulesFile(files),
    stories: storiesFile(files),
    edition: editionFile(files),
    journal: new Journal(files),
  }
  // Every time: an empty folder may be missing after a restore, or removed by a tidy hand.
  if (!files.readOnly) for (const name of FOLDERS) await files.disk.makeFolder(path.join(files.folder, name))
  await parts.feeds.load()
  await Promise.all([
    parts.settings.load(),
    parts.rules.load(),
    parts.stories.load(),
    parts.edition.load(),
    parts.syncStates.load(),
    loadFeeds(parts),
  ])
  if (!files.readOnly) await fetchLost(parts)
  await parts.highlights.load()
  await parts.journal.load((entry) => {
    replay(parts, entry)
  })
  return parts
}

/** Reads what is on the disk of feeds that have just become some of the library; nothing for those that were read already. */
export async function adoptFeeds(parts: LibraryParts, feedIds: readonly string[]): Promise<void> {
  const { catalogue, articles, statuses, tombstones, highlights } = parts
  const fresh = feedIds.filter((feedId) => catalogue.rowsOf(feedId).length === 0)
  if (fresh.length === 0) return
  // Of most there is nothing: looking once for all of them spares vain readings for each.
  const [statusFiles, tombstoneFiles] = await Promise.all([
    namesIn(parts, 'statuses'),
    namesIn(parts, 'tombstones'),
  ])
  for (const feedId of fresh) {
    const name = feedFileName(feedId)
    await articles.load(feedId)
    if (statusFiles.has(name)) await statuses.load(feedId)
    if (tombstoneFiles.has(name)) await tombstones.load(feedId)
  }
  highlights.mark()
}

async function loadFeeds(parts: LibraryParts): Promise<void> {
  const { feeds, articles, statuses, tombstones } = parts
  const [articleFiles, statusFiles, tombstoneFiles] = await Promise.all([
    namesIn(parts, 'articles'),
    namesIn(parts, 'statuses'),
    namesIn(parts, 'tombstones'),
  ])
  const adopted = adoptSnapshot(parts)
  let read = 0
  for (const { feedId } of [...feeds.all(), ...feeds.removed()]) {
    const name = feedFileName(feedId)
    if (articleFiles.has(name) && !adopted.has(feedId)) await articles.load(feedId)
    if (statusFiles.has(name) && !adopted.has(feedId)) await statuses.load(feedId)
    if (tombstoneFiles.has(name)) await tombstones.load(feedId)
    if (!adopted.has(feedId) && ++read % FEEDS_AT_ONCE === 0)
      await new Promise((resolve) => setImmediate(resolve))
  }
  for (const { feedId } of feeds.removed()) keepRows(parts, feedId)
}

/** Marks what is left of a removed feed: it shows under starred, saved and highlighted only. */
export function keepRows({ catalogue }: Pick<LibraryParts, 'catalogue'>, feedId: string): void {
  for (const row of catalogue.rowsOf(feedId)) catalogue.setFlags(row, catalogue.flagsOf(row) | KEPT)
}

/** Names of the files of a folder, without extension, a copy counting for its file. */
async function namesIn({ files }: LibraryParts, folder: string): Promise<ReadonlySet<string>> {
  const names = await files.disk.list(path.join(files.folder, folder))
  return new Set(names.flatMap((name) => /^(.+)\.json(?:\.bak)?$/.exec(name)?.[1] ?? []))
}

/** Lines of kinds we do not know are left alone: a later version may have written them. */
function replay({ statuses, highlights }: LibraryParts, entry: unknown): void {
  if (!isObject(entry)) return
  const { kind, highlight, highlightId } = entry
  // Whole by its checksum: the fields are those that were appended.
  if (kind === 'feed-removed') statuses.clear(entry as unknown as FeedRemovedEntry)
  else if (kind === 'status') statuses.apply(entry as unknown as StatusEntry)
  else if (kind === 'highlight' && isHighlight(highlight)) highlights.apply({ kind, highlight })
  else if (kind === 'highlight-removed' && typeof highlightId === 'string')
    highlights.apply({ kind, highlightId })
}

/** Brings statuses and highlights files up to date and drops the journal that led there. */
export async function fold({ journal, statuses, highlights }: LibraryParts): Promise<void> {
  if (!statuses.pending && !highlights.pending && journal.bytes === 0) return
  const removeOld = await journal.rotate()
  await statuses.fold()
  await highlights.fold()
  await removeOld()
}
