/** What each window is answered for itself: what it keeps of its view, and the very page it shows as a PDF. */
import type { AppWindows } from './app-windows'
import type { EngineFacade, Handlers, WindowRequestName } from './engine-facade'
import { fileDialogs } from './file-dialogs'
import { pagePrinter } from './print-pdf'
import { savePdf } from './save-pdf'

/** @param opening requests that come before the library is open wait for it */
export function ownHandlers(
  windows: AppWindows,
  opening: Promise<EngineFacade>,
): (contentsId: number) => Handlers<WindowRequestName> {
  return (contentsId) => {
    const own = () => windows.withContents(contentsId)
    return {
      ...windows.viewHandlers(contentsId),
      'articles.savePdf': async (title) => {
        const { works } = await opening
        return savePdf({ dialogs: fileDialogs(own), print: pagePrinter(own), works }, title)
      },
    }
  }
}
