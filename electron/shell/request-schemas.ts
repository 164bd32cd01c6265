/** One schema per request: what the window may send. The type refuses to compile while a request has none or a wrong one. */
import * as z from 'zod'
import type { RequestName, Requests } from '../../contract/bridge'
import { EDITION_SIZES } from '../../contract/edition'
import { HIGHLIGHT_COLORS } from '../../contract/highlight'
import { LONGEST_VALUE, MOST_CONDITIONS, MOST_RULES, RULE_ACTIONS, RULE_FIELDS } from '../../contract/rule'
import { articleId, folder, id, keptView, MOST_FEEDS, query } from './view-schemas'

// Generous for people, small for an attacker: no argument may fill the memory of the main process.
const ADDRESS_LENGTH = 8_192
const TEXT_LENGTH = 20_000
const QUOTE_LENGTH = 200_000
// "Mark all as read" can be taken back, so every article of a large library may come at once.
const IDS = 500_000
/** A book of more is no book, and all its pictures are in memory while it is written. */
const MOST_SAVED = 100
/** Each reads a body; a window shows some dozens of rows at once. */
const MOST_SNIPPETS = 200
const LIST_BYTES = 20_000_000

const address = z.string().min(1).max(ADDRESS_LENGTH)
const line = z.string().max(TEXT_LENGTH)
const time = z.string().max(40)
const count = z.number().int().min(0).max(1_000_000_000)
const color = z.enum(HIGHLIGHT_COLORS)

const statusChange = z.strictObject({
  read: z.boolean().exactOptional(),
  starred: z.boolean().exactOptional(),
  saved: z.boolean().exactOptional(),
})

const keepLimits = {
  keepDays: z.number().int().min(0).max(36_500),
  keepArticles: z.number().int().min(0).max(1_000_000),
  budgetMb: z.number().int().min(0).max(10_000_000),
}

const prepareScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unread') }),
  z.strictObject({ kind: z.literal('newest'), count: z.number().int().min(1).max(100_000) }),
  z.strictObject({ kind: z.literal('feed'), feedId: id }),
  z.strictObject({ kind: z.literal('folder'), folder }),
  z.strictObject({ kind: z.literal('search'), text: line }),
  z.strictObject({ kind: z.literal('articles'), articleIds: z.array(articleId).max(IDS).readonly() }),
])

const hyphenWish = z.strictObject({
  hyphenation: z.enum(['language', 'always', 'never']),
  alignment: z.enum(['language', 'start', 'justified']),
})

const settingsChange = z.strictObject({
  theme: z.enum(['system', 'light', 'dark', 'sepia']).exactOptional(),
  syncOnLaunch: z.boolean().exactOptional(),
  syncIntervalMinutes: z.number().int().min(0).max(10_080).exactOptional(),
  textSize: z.number().min(8).max(72).exactOptional(),
  textWidth: z.number().min(20).max(300).exactOptional(),
  lineHeight: z.number().min(1).max(4).exactOptional(),
  typeface: z.enum(['serif', 'sans', 'system']).exactOptional(),
  alignment: hyphenWish.shape.alignment.exactOptional(),
  hyphenation: hyphenWish.shape.hyphenation.exactOptional(),
  density: z.enum(['comfortable', 'compact']).exactOptional(),
  feedOrder: z.enum(['name', 'own']).exactOptional(),
  markReadOnOpen: z.boolean().exactOptional(),
  sidebarHidden: z.boolean().exactOptional(),
  sidebarWidth: z.number().min(0).max(4_000).exactOptional(),
  listWidth: z.number().min(0).max(4_000).exactOptional(),
  prefetchRelated: z.boolean().exactOptional(),
  keepDays: keepLimits.keepDays.exactOptional(),
  keepArticles: keepLimits.keepArticles.exactOptional(),
  budgetMb: keepLimits.budgetMb.exactOptional(),
  groupStories: z.boolean().exactOptional(),
  edition: z.enum(['off', ...EDITION_SIZES]).exactOptional(),
  firstRunDone: z.boolean().exactOptional(),
  language: z.enum(['system', 'en', 'de']).exactOptional(),
  savedSearches: z
    .array(z.strictObject({ name: z.string().min(1).max(200), text: line }))
    .max(500)
    .readonly()
    .exactOptional(),
  keys: z.record(z.string().max(100), z.string().max(60)).exactOptional(),
  notifications: z.enum(['off', 'rules', 'all']).exactOptional(),
  unreadBadge: z.boolean().exactOptional(),
  tray: z.boolean().exactOptional(),
  lookForUpdates: z.boolean().exactOptional(),
  updateChannel: z.enum(['stable', 'beta']).exactOptional(),
})

const rule = z.strictObject({
  ruleId: id,
  enabled: z.boolean(),
  conditions: z
    .array(
      z.strictObject({
        field: z.enum(RULE_FIELDS),
        value: z.string().max(LONGEST_VALUE),
        not: z.boolean(),
      }),
    )
    .max(MOST_CONDITIONS)
    .readonly(),
  actions: z.array(z.enum(RULE_ACTIONS)).max(RULE_ACTIONS.length).readonly(),
})

const feedChange = z.strictObject({
  title: z.string().max(1_000).exactOptional(),
  folder: z.exactOptional(folder),
  textSource: z.enum(['better', 'feed', 'page']).exactOptional(),
  intervalMinutes: z.number().int().min(1).max(44_640).nullable().exactOptional(),
  fetchComments: z.boolean().exactOptional(),
  prefetchRelated: z.boolean().nullable().exactOptional(),
  keepDays: z.number().int().min(0).max(36_500).nullable().exactOptional(),
  keepArticles: z.number().int().min(0).max(1_000_000).nullable().exactOptional(),
  paused: z.boolean().exactOptional(),
  notify: z.boolean().exactOptional(),
  direction: z.enum(['auto', 'ltr', 'rtl']).exactOptional(),
})

// A colon in the name would end it early: RFC 7617 forbids it.
const login = z.strictObject({
  user: z
    .string()
    .min(1)
    .max(500)
    .regex(/^[^:]+$/),
  password: z.string().max(2_000),
})

const passage = {
  articleId,
  quote: z.string().min(1).max(QUOTE_LENGTH),
  prefix: z.string().max(1_000),
  suffix: z.string().max(1_000),
  color,
  note: z.string().max(QUOTE_LENGTH).nullable(),
}

const highlight = z.strictObject({
  ...passage,
  highlightId: id,
  start: count,
  end: count,
  created: time,
  updated: time,
  anchor: z.enum(['exact', 'moved', 'orphan']),
})

const bytes = z.custom<Uint8Array>(
  (value) => value instanceof Uint8Array && value.byteLength <= LIST_BYTES,
  'not bytes, or too many',
)

const none = z.tuple([])

export type RequestSchemas = {
  readonly [N in RequestName]: z.ZodType<Parameters<Requests[N]>>
}

export const requestSchemas: RequestSchemas = {
  'app.info': none,
  'app.counts': none,
  'edition.make': none,
  'app.openExternal': z.tuple([address]),
  'app.showLibraryFolder': none,
  'app.copyText': z.tuple([z.string().max(QUOTE_LENGTH)]),
  'settings.get': none,
  'settings.change': z.tuple([settingsChange]),
  'view.kept': none,
  'view.keep': z.tuple([keptView]),
  'rules.list': none,
  'rules.save': z.tuple([z.array(rule).max(MOST_RULES).readonly()]),
  'rules.preview': z.tuple([rule]),
  'feeds.list': none,
  'feeds.some': z.tuple([z.array(id).max(MOST_FEEDS).readonly()]),
  'feeds.add': z.tuple([address, folder]),
  'feeds.discover': z.tuple([address]),
  'feeds.preview': z.tuple([address, address]),
  'feeds.addStarter': none,
  'feeds.change': z.tuple([id, feedChange]),
  'feeds.login': z.tuple([address]),
  'feeds.setLogin': z.tuple([address, login.nullable()]),
  'feeds.remove': z.tuple([id]),
  'feeds.restore': z.tuple([id]),
  'feeds.arrange': z.tuple([
    z.array(id).max(MOST_FEEDS).readonly(),
    z
      .array(z.strictObject({ feedId: id, folder }))
      .max(MOST_FEEDS)
      .readonly(),
  ]),
  'feeds.importOpml': none,
  'feeds.importDropped': z.tuple([bytes]),
  'feeds.exportOpml': none,
  'articles.list': z.tuple([query, line.nullable(), z.number().int().min(1).max(1_000)]),
  'articles.get': z.tuple([articleId]),
  'articles.hyphens': z.tuple([articleId, hyphenWish]),
  'articles.compare': z.tuple([articleId, time]),
  'articles.check': z.tuple([articleId]),
  'articles.mark': z.tuple([z.array(articleId).max(IDS).readonly(), statusChange]),
  'articles.remove': z.tuple([z.array(articleId).max(IDS).readonly(), z.boolean()]),
  'articles.markAllRead': z.tuple([query]),
  'articles.markBelowRead': z.tuple([query, articleId]),
  'articles.save': z.tuple([
    z.array(articleId).min(1).max(MOST_SAVED).readonly(),
    z.enum(['md', 'html', 'epub']),
  ]),
  'articles.savePdf': z.tuple([line]),
  'articles.prepare': z.tuple([z.array(articleId).max(IDS).readonly()]),
  'prepare.estimate': z.tuple([prepareScope]),
  'prepare.run': z.tuple([prepareScope]),
  'stories.others': z.tuple([articleId]),
  'stories.part': z.tuple([z.array(articleId).max(IDS).readonly(), z.boolean()]),
  'search.query': z.tuple([
    line,
    z.number().int().min(1).max(1_000),
    z.number().int().min(0).max(MOST_SNIPPETS),
  ]),
  'search.snippets': z.tuple([line, z.array(articleId).max(MOST_SNIPPETS).readonly()]),
  'highlights.list': none,
  'highlights.add': z.tuple([z.strictObject(passage)]),
  'highlights.change': z.tuple([
    id,
    z.strictObject({
      color: color.exactOptional(),
      note: z.string().max(QUOTE_LENGTH).nullable().exactOptional(),
    }),
  ]),
  'highlights.remove': z.tuple([id]),
  'highlights.restore': z.tuple([highlight]),
  'highlights.export': z.tuple([z.enum(['md', 'html', 'json'])]),
  'highlights.exportEach': none,
  'highlights.import': none,
  'library.usage': none,
  'library.previewPurge': z.tuple([z.strictObject(keepLimits)]),
  'library.purge': none,
  'library.backup': none,
  'library.restore': none,
  'library.move': z.tuple([z.boolean()]),
  'sync.start': z.tuple([z.array(id).max(MOST_FEEDS).readonly()]),
  'sync.cancel': none,
  'sync.progress': none,
  'sync.decisions': z.tuple([id]),
  'work.list': none,
  'work.cancel': z.tuple([count]),
  'privacy.hosts': none,
  'privacy.forget': none,
  'updates.state': none,
  'updates.check': none,
  'updates.fetch': none,
  'updates.cancel': none,
  'updates.install': none,
}

/** Looks a request up without ever reaching into Object.prototype (`__proto__`, `constructor`). */
export function isRequestName(name: unknown): name is RequestName {
  return typeof name === 'string' && Object.hasOwn(requestSchemas, name)
}
