/** Prints the page of a window into a PDF: the articles that the window laid out for paper. Nothing is asked of a network. */
import { app, type BrowserWindow } from 'electron'
import { AppFailure } from '../app-failure'

/** Letter is the paper of these; everywhere else it is A4. */
const LETTER_COUNTRIES = new Set(['US', 'CA', 'MX', 'PH', 'CL', 'CO', 'VE', 'PR'])
/** Inches. */
const MARGIN = 0.75
const FOOTER =
  '<div style="width:100%;font-size:8px;text-align:center;color:#666"><span class="pageNumber"></span> / <span class="totalPages"></span></div>'

export type PrintPage = () => Promise<Buffer>

/** @param own the window that asks, null once it is closed: another one shows something else */
export function pagePrinter(own: () => BrowserWindow | null): PrintPage {
  return async () => {
    const window = own()
    if (!window)
      throw new AppFailure(
        'no_window',
        'The window was closed before it was printed; open the article and save the PDF again.',
      )
    return window.webContents.printToPDF({
      pageSize: LETTER_COUNTRIES.has(app.getLocaleCountryCode()) ? 'Letter' : 'A4',
      margins: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: FOOTER,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    })
  }
}
