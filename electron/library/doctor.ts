/** Looks at every file of an open library and says what is wrong; on wish mends what can be mended. */
import * as path from 'node:path'
import type { ArticleId } from '../../contract/article-id'
import type { LibraryUsage } from '../../contract/library'
import { diskCode } from './disk'
import { feedFileName } from './feed-file-name'
import { fetchAgain } from './fetch-again'
import { wholeData } from './file-text'
import { readSegment } from './journal'
import { isUnreadable } from './json-file'
import { fold } from './library-parts'
import type { LibraryParts } from './library-parts'
import { collect } from './purge'
import { keepCopyAside, setAside } from './set-aside'
import { libraryUsage } from './usage'

export interface LibraryProblem {
  /** Path inside the library. */
  readonly file: string
  /** One sentence. */
  readonly problem: string
  readonly repaired: boolean
}

export interface DoctorReport {
  /** True when nothing is wrong any more. */
  readonly ok: boolean
  readonly problems: readonly LibraryProblem[]
  readonly bytes: LibraryUsage
}

interface Finding {
  readonly file: string
  readonly problem: string
  readonly repair: () => Promise<void>
}

// Checks between two breaths of the program.
const AT_ONCE = 50

/** `opened` are the problems that opening the library found; it mended them unless it was opened for reading only. */
export async function examine(
  parts: LibraryParts,
  { repair, opened }: { readonly repair: boolean; readonly opened: readonly LibraryProblem[] },
): Promise<DoctorReport> {
  const findings = [
    ...(await listFiles(parts)),
    ...(await journalSegments(parts)),
    ...(await feedFiles(parts)),
    ...(await texts(parts)),
    ...(await pictures(parts)),
  ]
  const problems = [...opened]
  for (const { file, problem, repair: mend } of findings) {
    if (repair) await mend()
    problems.push({ file, problem, repaired: repair })
  }
  if (repair) await collect(parts)
  const bytes = await libraryUsage(parts.files)
  return { ok: problems.every(({ repaired }) => repaired), problems, bytes }
}

/** Files whose whole content is in memory: mended by writing them again. */
async function listFiles(parts: LibraryParts): Promise<Finding[]> {
  const { libraryFile, feeds, highlights, settings, rules, stories, edition, syncStates, syncLedger } = parts
  const lists: readonly (readonly [string, string, () => Promise<void>])[] = [
    ['library.json', 'library', () => libraryFile.save()],
    ['feeds.json', 'feeds', () => feeds.rewrite()],
    ['feeds-spare.json', 'feeds-spare', () => feeds.rewrite()],
    ['highlights.json', 'highlights', () => highlights.rewrite()],
    ['settings.json', 'settings', () => settings.save()],
    ['rules.json', 'rules', () => rules.save()],
    ['stories.json', 'stories', () => stories.save()],
    ['edition.json', 'edition', () => edition.save()],
    ['sync-states.json', 'sync-states', () => syncStates.rewrite()],
    ['sync-ledger.json', 'sync-ledger', () => syncLedger.rewrite()],
  ]
  const findings: Finding[] = []
  for (const [name, kind, repair] of lists) findings.push(...(await copies(parts, name, kind, repair)))
  return findings
}

async function feedFiles(parts: LibraryParts): Promise<Finding[]> {
  const { feeds, articles, statuses, tombstones } = parts
  const findings: Finding[] = []
  for (const { feedId } of [...feeds.all(), ...feeds.removed()]) {
    const name = `${feedFileName(feedId)}.json`
    const check = (kind: string, repair: () => Promise<void>): Promise<Finding[]> =>
      copies(parts, `${kind}/${name}`, kind, repair)
    findings.push(
      ...(await check('articles', () => articles.mend(feedId))),
      ...(await check('statuses', () => statuses.rewrite(feedId))),
      ...(await check('tombstones', () => tombstones.add(feedId, []))),
    )
  }
  return findings
}

/** A file and its copy: damaged, or gone while the other is there. */
async function copies(
  parts: LibraryParts,
  name: string,
  kind: string,
  repair: () => Promise<void>,
): Promise<Finding[]> {
  const file = path.join(parts.files.folder, name)
  const main = await stateOf(parts, file, kind)
  const copy = await stateOf(parts, `${file}.bak`, kind)
  const findings: Finding[] = []
  if (main === 'damaged') {
    // Articles are put together from what can be read of the damaged file, which is set aside then.
    const mend = kind === 'articles' ? repair : withoutDamaged(parts, file, repair)
    findings.push({ file: name, problem: `${name} is damaged.`, repair: mend })
  }
  if (main === 'missing' && copy !== 'missing')
    findings.push({ file: name, problem: `${name} is missing while its copy is there.`, repair })
  if (copy === 'damaged') {
    const mend = withoutDamaged(parts, `${file}.bak`, repair)
    findings.push({ file: `${name}.bak`, problem: `The copy of ${name} is damaged.`, repair: mend })
  }
  return findings
}

/** Sets the damaged file aside first, unless an earlier repair has done so. */
function withoutDamaged(parts: LibraryParts, file: string, repair: () => Promise<void>): () => Promise<void> {
  return async () => {
    if (parts.files.disk.facts(file) !== null) await setAside(parts.files, file)
    await repair()
  }
}

async function stateOf(
  parts: LibraryParts,
  file: string,
  kind: string,
): Promise<'ok' | 'missing' | 'damaged'> {
  try {
    const bytes = await parts.files.disk.read(file)
    return wholeData(bytes, kind, () => true) === null ? 'damaged' : 'ok'
  } catch (error) {
    return diskCode(error) === 'ENOENT' ? 'missing' : 'damaged'
  }
}

async function journalSegments(parts: LibraryParts): Promise<Finding[]> {
  const findings: Finding[] = []
  const folder = path.join(parts.files.folder, 'journal')
  for (const name of await parts.files.disk.list(folder)) {
    const file = path.join(folder, name)
    const skipped = await skippedIn(parts, file)
    if (skipped === 0) continue
    const what = skipped === null ? 'The changes of a part' : `${String(skipped)} changes`
    findings.push({
      file: `journal/${name}`,
      problem: `${what} of the journal cannot be read.`,
      repair: async () => {
        await (skipped === null ? setAside : keepCopyAside)(parts.files, file)
        // What the journal said is in memory, and goes into the files.
        await fold(parts)
      },
    })
  }
  return findings
}

/** Lines of a segment that cannot be read; null when none can. */
async function skippedIn({ files }: LibraryParts, file: string): Promise<number | null> {
  try {
    return readSegment(await files.disk.read(file)).skipped
  } catch (error) {
    if (!isUnreadable(error)) throw error
    return null
  }
}

async function texts(parts: LibraryParts): Promise<Finding[]> {
  const { feeds, articles, bodies } = parts
  const findings: Finding[] = []
  let checked = 0
  for (const { feedId } of [...feeds.all(), ...feeds.removed()])
    for (const { articleId, readiness } of articles.readAll(feedId)) {
      const state = await bodies.check(articleId)
      if (++checked % AT_ONCE === 0) await breathe()
      if (state === 'ok' || (state === 'missing' && readiness.text === 'none')) continue
      findings.push({
        file: `bodies/${articleId.slice(0, 2)}/${articleId}.body`,
        problem:
          state === 'missing' ? 'The text of an article is missing.' : 'The text of an article is damaged.',
        repair: () => forgetText(parts, articleId),
      })
    }
  return findings
}

async function forgetText(parts: LibraryParts, articleId: ArticleId): Promise<void> {
  await fetchAgain(
    parts,
    [articleId],
    'text',
    'The stored text was damaged; it is fetched again with the next sync.',
  )
  await parts.bodies.setAside(articleId)
}

async function pictures(parts: LibraryParts): Promise<Finding[]> {
  const { media, bodies, files } = parts
  const broken = new Set<string>()
  const here = new Set(await media.list())
  let checked = 0
  for (const name of here) {
    if (!(await media.isWhole(name))) broken.add(name)
    if (++checked % AT_ONCE === 0) await breathe()
  }
  const users = new Map<string, ArticleId[]>()
  for (const articleId of await bodies.list())
    for (const name of bodies.references(articleId).media)
      if (broken.has(name) || !here.has(name)) users.set(name, [...(users.get(name) ?? []), articleId])
  for (const name of broken) if (!users.has(name)) users.set(name, [])
  return [...users].map(([name, articleIds]) => ({
    file: path.relative(files.folder, media.pathOf(name)),
    problem: broken.has(name) ? 'A picture is damaged.' : 'A picture that an article shows is missing.',
    repair: async () => {
      await media.setAside(name)
      await fetchAgain(parts, articleIds, 'pictures', 'A stored picture was damaged; it is fetched again.')
    },
  }))
}

function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
