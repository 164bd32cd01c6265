/** What an import of highlights had to leave out, article by article. */
import { useApp } from '../app/window-context'
import { Dialog } from '../controls/dialog'
import { wording } from '../text/wording'

export function HighlightImportDialog() {
  const report = useApp((state) => state.highlightImport)
  const close = useApp((state) => state.closeDialog)
  if (!report) return null
  const { added, known, missing, left: unseen } = report
  const left = missing.reduce((sum, { highlights }) => sum + highlights, 0)
  return (
    <Dialog title={wording.highlights.importTitle} onClose={close} size="medium" scrollsByKey>
      <p>{wording.highlights.imported(added, known, left, unseen)}</p>
      <h3>{wording.highlights.leftOut}</h3>
      <p className="quiet">{wording.highlights.leftOutHint}</p>
      <ul className="import-failures">
        {missing.map(({ title, url, highlights }, at) => (
          // Two articles may have the same title and no address.
          <li key={`${String(at)} ${url ?? title}`}>
            <span dir="auto">{title}</span> · {wording.highlights.leftOutOf(highlights)}
            {url === null ? null : <div className="address quiet">{url}</div>}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
