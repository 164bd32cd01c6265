/** Highlights into files of the reader's choice and out of one; the window never sees a path before it is written. */
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { HighlightImport } from '../../contract/highlight'
import { AppFailure } from '../app-failure'
import type { HighlightFile, LeavingHighlights } from '../engine/highlight-exchange'
import { cancelledWork, type Steps } from '../engine/long-works'
import { fileNameOf } from '../exports/file-name'
import type { HighlightFormat } from '../highlights/export-highlights'
import type { EngineFacade } from './engine-facade'
import type { FileDialogs } from './file-dialogs'
import { writeExport } from './write-export'

export interface HighlightFiles {
  readonly engine: {
    readonly exchange: Pick<EngineFacade['exchange'], 'leaving' | 'leavingEach' | 'take'>
    readonly works: Pick<EngineFacade['works'], 'run'>
  }
  readonly dialogs: Pick<FileDialogs, 'chooseTarget' | 'chooseFiles' | 'chooseFolder'>
}

/** A hundred thousand highlights; a wrongly picked film must not fill the memory. */
const MAX_BYTES = 50_000_000
/** Exports of one day into one folder. */
const MOST_FOLDERS = 1_000

/** Null when the reader closed the dialog; so with the others. Ended by the reader (`cancelled`), nothing is left of it. */
export async function exportHighlights(
  { engine, dialogs }: HighlightFiles,
  format: HighlightFormat,
): Promise<{ readonly highlights: number; readonly file: string } | null> {
  const file = await dialogs.chooseTarget('Export highlights', `offprint-highlights.${format}`)
  if (file === null) return null
  return engine.works.run('export-highlights', async (steps) => {
    const leaving = engine.exchange.leaving(format)
    await writing(file, () => writeExport(file, textsOf(leaving, steps)))
    return { highlights: leaving.highlights, file }
  })
}

/** Into a new folder, so that no file of the reader's own is ever replaced. */
export async function exportEachArticle(
  { engine, dialogs }: HighlightFiles,
  now: Date,
): Promise<{ readonly highlights: number; readonly files: number; readonly folder: string } | null> {
  const parent = await dialogs.chooseFolder('Export highlights, a file an article')
  if (parent === null) return null
  return engine.works.run('export-highlights', async (steps) => {
    const leaving = engine.exchange.leavingEach()
    const names = distinctNames(leaving.titles)
    const folder = await writing(parent, async () => {
      const made = await newFolder(join(parent, `Offprint highlights ${now.toISOString().slice(0, 10)}`))
      try {
        let at = 0
        for await (const text of textsOf(leaving, steps))
          await writeFile(join(made, names[at++] ?? ''), text, { flag: 'wx' })
      } catch (error) {
        await rm(made, { recursive: true, force: true })
        throw error
      }
      return made
    })
    return { highlights: leaving.highlights, files: names.length, folder }
  })
}

async function* textsOf(
  { pieces, titles }: LeavingHighlights,
  steps: Steps,
): AsyncGenerator<string, void, undefined> {
  let done = 0
  for (const { title, text } of pieces) {
    if (!(await steps.next())) throw cancelledWork()
    if (title !== null) steps.tell(done++, titles.length, title)
    yield text
  }
}

/** Rejects with `not_a_file`, `too_large`, `disk` or what the engine finds wrong with the files; then nothing has changed. */
export async function importHighlights({ engine, dialogs }: HighlightFiles): Promise<HighlightImport | null> {
  const files = await dialogs.chooseFiles('Import highlights', {
    name: 'Markdown, JSON',
    extensions: ['md', 'markdown', 'json'],
  })
  if (files === null) return null
  const read: HighlightFile[] = []
  let left = MAX_BYTES
  for (const file of files) {
    const bytes = await readExport(file, left)
    left -= bytes.length
    read.push({ name: basename(file), bytes })
  }
  return engine.works.run('import-highlights', (steps) => engine.exchange.take(read, steps))
}

/** File names for Markdown, no two the same on a system that does not tell capitals from small letters. */
export function distinctNames(titles: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return titles.map((title) => {
    const name = fileNameOf(title, 'md')
    let free = name
    for (let number = 2; taken.has(keyOf(free)); number++)
      free = name.replace(/\.md$/, ` ${String(number)}.md`)
    taken.add(keyOf(free))
    return free
  })
}

function keyOf(name: string): string {
  return name.normalize('NFKC').toLowerCase()
}

async function newFolder(wanted: string): Promise<string> {
  for (let number = 1; number < MOST_FOLDERS; number++) {
    const folder = number === 1 ? wanted : `${wanted} (${String(number)})`
    try {
      await mkdir(folder)
      return folder
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
  }
  throw new AppFailure('disk', `${wanted} is there too often already; choose another folder.`)
}

async function readExport(file: string, most: number): Promise<Uint8Array> {
  const name = basename(file)
  try {
    const info = await stat(file)
    if (!info.isFile())
      throw new AppFailure(
        'not_a_file',
        `${name} is no file; choose an export of highlights in Markdown or JSON.`,
      )
    if (info.size > most)
      throw new AppFailure(
        'too_large',
        `${name} is too large for highlights; choose exports of at most 50 MB together.`,
      )
    return await readFile(file)
  } catch (error) {
    if (error instanceof AppFailure) throw error
    throw new AppFailure('disk', `${name} could not be read (${reasonOf(error)}); choose another file.`)
  }
}

async function writing<T>(place: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (error instanceof AppFailure) throw error
    throw new AppFailure(
      'disk',
      `The highlights could not be written to ${place} (${reasonOf(error)}); choose another place.`,
    )
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
