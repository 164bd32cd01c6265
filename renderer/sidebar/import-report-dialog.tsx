/** What an import of feeds could not take in, one by one, with why. */
import { useApp } from '../app/window-context'
import { Dialog } from '../controls/dialog'
import { wording } from '../text/wording'

export function ImportReportDialog() {
  const report = useApp((state) => state.importReport)
  const close = useApp((state) => state.closeDialog)
  if (!report) return null
  const { added, known, failed, left } = report
  return (
    <Dialog title={wording.feeds.importTitle} onClose={close} size="medium" scrollsByKey>
      <p>{wording.feeds.imported(added, known, failed.length, left)}</p>
      <h3>{wording.feeds.notImported}</h3>
      <ul className="import-failures">
        {failed.map(({ url, message }) => (
          <li key={url}>{message}</li>
        ))}
      </ul>
    </Dialog>
  )
}
