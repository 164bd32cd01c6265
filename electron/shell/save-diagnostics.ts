/** Gathers what a helper needs and writes it where the reader says; nothing is ever sent. */
import { readFileSync, writeFileSync } from 'node:fs'
import { release } from 'node:os'
import { app } from 'electron'
import { appErrorOf } from '../app-failure'
import { diagnosticsText } from './diagnostics'
import type { EngineFacade, Tell } from './engine-facade'
import type { FileDialogs } from './file-dialogs'

export interface SaveDiagnosticsOptions {
  readonly engine: Pick<EngineFacade, 'info' | 'counts' | 'settings' | 'feeds'>
  readonly dialogs: Pick<FileDialogs, 'chooseTarget'>
  readonly logFile: string
  readonly tell: Tell
}

/** Never rejects; what came of it is told in the window. */
export async function saveDiagnostics({
  engine,
  dialogs,
  logFile,
  tell,
}: SaveDiagnosticsOptions): Promise<void> {
  const target = await dialogs.chooseTarget('Save diagnostics', 'offprint-diagnostics.txt')
  if (target === null) return
  const { electron = '', chrome = '', node = '' } = process.versions
  const text = diagnosticsText({
    at: new Date(),
    home: app.getPath('home'),
    info: engine.info(),
    versions: { electron, chrome, node, system: `${process.platform} ${release()} ${process.arch}` },
    counts: engine.counts(),
    settings: engine.settings(),
    feeds: engine.feeds(),
    log: [`${logFile}.1`, logFile].map(textOf).join(''),
  })
  try {
    writeFileSync(target, text, { mode: 0o600 })
    tell('library.notice', { message: `Diagnostics were written to ${target}.` })
  } catch (error) {
    tell('library.notice', {
      message: `Diagnostics could not be written: ${appErrorOf(error).message}`,
      problem: true,
    })
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // No log yet, or none before this one.
    return ''
  }
}
