/** The readiness panel: what of the open article is on this disk, part by part, why something is not, and the button that fetches it. */
import type { ReadinessCheck } from '../../contract/readiness'
import { useApp } from '../app/window-context'
import { Dialog } from '../controls/dialog'
import { Icon } from '../controls/icon'
import { formatClock } from '../text/format-date'
import { formatBytes } from '../text/format-number'
import { wording } from '../text/wording'
import { readinessParts } from './readiness-parts'
import type { PartLine } from './readiness-parts'

export function ReadinessDialog() {
  const shown = useApp((state) => state.readiness)
  const close = useApp((state) => state.closeDialog)
  return (
    <Dialog
      title={wording.readiness.title}
      onClose={close}
      footer={shown.state === 'ready' && !shown.check.ready ? <Complete /> : undefined}
    >
      {shown.state === 'loading' ? (
        <p className="quiet" role="status">
          {wording.readiness.looking}
        </p>
      ) : shown.state === 'failed' ? (
        <p role="alert">{shown.message}</p>
      ) : (
        <Found check={shown.check} />
      )}
    </Dialog>
  )
}

function Found({ check }: { readonly check: ReadinessCheck }) {
  const { readiness } = wording
  return (
    <div className="readiness">
      <p className="readiness-verdict" data-whole={check.ready || undefined} role="status">
        <Icon name={check.ready ? 'check' : 'warning'} />
        {check.ready ? readiness.whole : readiness.notWhole}
      </p>
      <dl>
        {readinessParts(check).map((part) => (
          <Part key={part.name} part={part} />
        ))}
      </dl>
      {check.missing.length > 0 ? (
        <section aria-label={readiness.why}>
          <h3>{readiness.why}</h3>
          <ul>
            {check.missing.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <p className="readiness-checked">{readiness.checked(formatClock(check.checked))}</p>
    </div>
  )
}

function Part({ part: { name, words, bytes, lacks } }: { readonly part: PartLine }) {
  return (
    <div data-lacks={lacks || undefined}>
      <dt>{name}</dt>
      <dd>
        {words}
        {bytes > 0 ? <span>{formatBytes(bytes)}</span> : null}
      </dd>
    </div>
  )
}

function Complete() {
  const complete = useApp((state) => state.completeOpen)
  const completing = useApp((state) => state.completing)
  return (
    <button
      type="button"
      className="button primary"
      aria-disabled={completing || undefined}
      onClick={() => void complete()}
    >
      {completing ? wording.reader.preparing : wording.readiness.complete}
    </button>
  )
}
