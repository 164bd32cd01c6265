/** What an import of highlights had to leave out, article by article and file by file. */
import { useApp } from '../app/window-context'
import { Dialog } from '../controls/dialog'
import { wording } from '../text/wording'
import { leftOutCount } from './left-out-count'

export function HighlightImportDialog() {
  const report = useApp((state) => state.highlightImport)
  const close = useApp((state) => state.closeDialog)
  if (!report) return null
  const { missing, refused } = report
  return (
    <Dialog title={wording.highlights.importTitle} onClose={close} size="medium" scrollsByKey>
      <p>{wording.highlights.imported(report, leftOutCount(report))}</p>
      {missing.length === 0 ? null : (
        <>
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
        </>
      )}
      {refused.length === 0 ? null : (
        <>
          <h3>{wording.highlights.refusedFiles}</h3>
          <ul className="import-failures">
            {refused.map(({ name, problem }, at) => (
              <li key={`${String(at)} ${name}`}>
                <strong dir="auto">{name}</strong>
                <div className="quiet">{problem}</div>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}
