/** "Prepare for offline": choose what, see about how much will come, follow it, and read what stayed incomplete and why. */
import { useEffect, useState } from 'react'
import type { PrepareEstimate, PrepareOutcome } from '../../contract/prepare'
import { useApp, useWindow } from '../app/window-context'
import { Dialog } from '../controls/dialog'
import { wording } from '../text/wording'
import { prepareScopes, type NamedScope } from './prepare-scopes'

export function PrepareDialog() {
  const { store } = useWindow()
  const close = useApp((state) => state.closeDialog)
  // What is offered is what stood in the window when the dialog opened.
  const [scopes] = useState(() => prepareScopes(store.getState()))
  const [chosen, setChosen] = useState(0)
  const preparing = useApp((state) => state.preparing)
  const outcome = useApp((state) => state.prepared)
  const prepare = useApp((state) => state.prepareScope)
  const cancel = useApp((state) => state.cancelSync)
  const scope = scopes[chosen]?.scope
  return (
    <Dialog
      title={wording.prepare.title}
      onClose={close}
      size="medium"
      footer={
        <>
          <button
            type="button"
            className="button plain"
            onClick={() => {
              if (preparing) void cancel()
              else close()
            }}
          >
            {preparing ? wording.actions.cancel : wording.actions.close}
          </button>
          <button
            type="button"
            className="button primary"
            disabled={preparing || !scope}
            onClick={() => {
              if (scope) void prepare(scope)
            }}
          >
            {wording.prepare.start}
          </button>
        </>
      }
    >
      <p className="quiet">{wording.prepare.intro}</p>
      <ScopeField scopes={scopes} chosen={chosen} disabled={preparing} onChange={setChosen} />
      {preparing ? <Progress /> : null}
      <div role="status">
        {preparing ? (
          <p className="spoken">{wording.prepare.begun}</p>
        ) : outcome ? (
          <Outcome outcome={outcome} />
        ) : (
          <Estimate named={scopes[chosen]} />
        )}
      </div>
    </Dialog>
  )
}

interface ScopeFieldProps {
  readonly scopes: readonly NamedScope[]
  readonly chosen: number
  readonly disabled: boolean
  readonly onChange: (chosen: number) => void
}

function ScopeField({ scopes, chosen, disabled, onChange }: ScopeFieldProps) {
  const forget = useApp((state) => state.forgetPrepared)
  return (
    <label className="setting">
      <span>{wording.prepare.scope}</span>
      <select
        className="field"
        value={chosen}
        disabled={disabled}
        onChange={(event) => {
          forget()
          onChange(Number(event.target.value))
        }}
      >
        {scopes.map(({ label }, at) => (
          <option key={label} value={at}>
            {label}
          </option>
        ))}
      </select>
    </label>
  )
}

function Estimate({ named }: { readonly named: NamedScope | undefined }) {
  const estimate = useApp((state) => state.estimateScope)
  const [found, setFound] = useState<{ readonly of: NamedScope; readonly is: PrepareEstimate } | null>(null)
  useEffect(() => {
    if (named) void estimate(named.scope).then((is) => (is ? setFound({ of: named, is }) : undefined))
  }, [estimate, named])
  const text = wording.prepare
  if (found?.of !== named || !found) return <p>{text.estimating}</p>
  const { incomplete, bytes } = found.is
  return <p>{incomplete === 0 ? text.nothing : text.estimate(incomplete, bytes)}</p>
}

function Progress() {
  const { articlesDone, articlesTotal } = useApp((state) => state.sync)
  return (
    <>
      <progress
        aria-label={wording.prepare.progressLabel}
        value={articlesDone}
        max={Math.max(1, articlesTotal)}
      />
      <p>{wording.prepare.progress(articlesDone, articlesTotal)}</p>
    </>
  )
}

function Outcome({ outcome }: { readonly outcome: PrepareOutcome }) {
  const { ready, articles, cancelled, incomplete, titles } = outcome
  const text = wording.prepare
  return (
    <>
      <p>{text.ready(ready, articles)}</p>
      {cancelled ? <p>{text.cancelled}</p> : null}
      {incomplete.length === 0 ? null : (
        <section className="prepare-list" aria-label={text.incomplete}>
          <h3>{text.incomplete}</h3>
          <ul>
            {incomplete.map(({ articleId, missing, why }) => (
              <li key={`${articleId} ${missing}`}>
                <strong dir="auto">{titles[articleId] ?? wording.reader.untitled}</strong>
                <span>{text.problem(missing, why)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
