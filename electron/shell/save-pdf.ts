/** Writes the article that the window has laid out for paper into a PDF of the reader's choice. */
import { AppFailure } from '../app-failure'
import { fileNameOf } from '../exports/file-name'
import type { EngineFacade } from './engine-facade'
import type { FileDialogs } from './file-dialogs'
import type { PrintPage } from './print-pdf'
import { writeExport } from './write-export'

export interface PdfSaving {
  readonly dialogs: Pick<FileDialogs, 'chooseTarget'>
  readonly print: PrintPage
  readonly works: Pick<EngineFacade['works'], 'run'>
}

/** Null when the reader closed the dialog; a page that cannot be printed or written is an AppFailure. */
export async function savePdf(
  { dialogs, print, works }: PdfSaving,
  title: string,
): Promise<{ readonly file: string } | null> {
  const file = await dialogs.chooseTarget('Save article', fileNameOf(title, 'pdf'))
  if (file === null) return null
  const page = await works.run('save-articles', (steps) => {
    // Chromium prints to the end.
    steps.hold()
    return print().catch((error: unknown) => {
      if (error instanceof AppFailure) throw error
      throw new AppFailure(
        'print',
        `The article could not be printed (${reasonOf(error)}); try it once more.`,
      )
    })
  })
  try {
    await writeExport(file, [page])
  } catch (error) {
    throw new AppFailure(
      'disk',
      `The article could not be written to ${file} (${reasonOf(error)}); choose another place.`,
    )
  }
  return { file }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
