/** Prints the page of the window used last into a PDF: the article that the window laid out for paper. Nothing is asked of a network. */
import { app, type BrowserWindow } from 'electron'
import { AppFailure } from '../app-failure'

/** Letter is the paper of these; everywhere else it is A4. */
const LETTER_COUNTRIES = new Set(['US', 'CA', 'MX', 'PH', 'CL', 'CO', 'VE', 'PR'])
/** Inches. */
const MARGIN = 0.75
const FOOTER =
  '<div style="width:100%;font-size:8px;text-align:center;color:#666"><span class="pageNumber"></span> / <span class="totalPages"></span></div>'

export type PrintPage = () => Promise<Buffer>

/** `front` is the window used last: the one that asked, for a reader asks nothing of a window without using it. */
export function pagePrinter(front: () => BrowserWindow | null): PrintPage {
  return () => {
    const window = front()
    if (!window)
      throw new AppFailure('no_window', 'There is no window to print; open one and save the PDF there.')
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
