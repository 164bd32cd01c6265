/** Above the articles of an edition: how far it has been read, and at its end that there is no more. */
import { runCommand } from '../app/commands'
import { useApp, useWindow } from '../app/window-context'
import { wording } from '../text/wording'

export function EditionLine() {
  const shown = useApp((state) => state.query.view === 'edition' && state.searchLayout === null)
  const edition = useApp((state) => state.counts.edition)
  const tools = useWindow()
  if (!shown || edition === null) return null
  const { read, total } = edition
  if (read < total)
    return (
      <div className="edition-line">
        <progress value={read} max={total} aria-label={wording.views.edition} />
        <span>{wording.edition.progress(read, total)}</span>
      </div>
    )
  return (
    <section className="edition-end" role="status">
      <h2>{wording.edition.finished}</h2>
      <p>{wording.edition.finishedHint}</p>
      <button
        type="button"
        className="button"
        onClick={() => {
          runCommand('new-edition', tools)
        }}
      >
        {wording.edition.make}
      </button>
    </section>
  )
}
