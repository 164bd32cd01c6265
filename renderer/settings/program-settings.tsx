/** What concerns the program itself: the tray, newer versions, and whom it talks to. */
import { useEffect } from 'react'
import type { UpdateState } from '../../contract/updates'
import { useApp } from '../app/window-context'
import { formatBytes, formatPercent } from '../text/format-number'
import { wording } from '../text/wording'
import { Choice, SwitchField } from './setting-fields'

const text = wording.updates

export function ProgramSettings() {
  const settings = useApp((state) => state.settings)
  const changeSettings = useApp((state) => state.changeSettings)
  const openDialog = useApp((state) => state.openDialog)
  return (
    <section className="setting-group">
      <h3>{text.title}</h3>
      <SwitchField
        label={text.tray}
        hint={text.trayHint}
        value={settings.tray}
        onChange={(tray) => {
          void changeSettings({ tray })
        }}
      />
      <UpdateSettings />
      <div className="setting">
        <span>{wording.privacy.explanation}</span>
        <button
          type="button"
          className="button"
          onClick={() => {
            openDialog('privacy')
          }}
        >
          {wording.privacy.open}
        </button>
      </div>
    </section>
  )
}

function UpdateSettings() {
  const updates = useApp((state) => state.updates)
  const loadUpdates = useApp((state) => state.loadUpdates)
  const settings = useApp((state) => state.settings)
  const changeSettings = useApp((state) => state.changeSettings)
  useEffect(() => {
    void loadUpdates()
  }, [loadUpdates])
  if (!updates) return null
  if (updates.kind === 'none') return <p className="quiet">{text.none[updates.why]}</p>
  return (
    <>
      <SwitchField
        label={text.look}
        hint={text.lookHint}
        value={settings.lookForUpdates}
        onChange={(lookForUpdates) => {
          void changeSettings({ lookForUpdates })
        }}
      />
      <Choice
        label={text.channel}
        options={text.channels}
        value={settings.updateChannel}
        onChange={(updateChannel) => {
          void changeSettings({ updateChannel })
        }}
      />
      <UpdateStep updates={updates} />
    </>
  )
}

function UpdateStep({ updates }: { readonly updates: UpdateState }) {
  const step = useApp((state) => state.stepUpdates)
  const install = useApp((state) => state.installUpdate)
  const notes = 'update' in updates ? updates.update.notes : null
  return (
    <>
      <div className="setting">
        <span>
          <span role="status">{wordsOf(updates)}</span>
          {/* Beside the status: a number that moves would be read aloud each time. The bar tells it to who asks. */}
          {updates.kind === 'downloading' ? (
            <span aria-hidden="true"> {formatPercent(updates.percent / 100)}</span>
          ) : null}
        </span>
        <StepButton updates={updates} step={step} install={install} />
      </div>
      {updates.kind === 'downloading' ? (
        <progress max={100} value={updates.percent} aria-label={text.progress} />
      ) : null}
      {notes === null ? null : (
        <details>
          <summary>{text.notes}</summary>
          <pre className="release-notes">{notes}</pre>
        </details>
      )}
    </>
  )
}

interface StepButtonProps {
  readonly updates: UpdateState
  readonly step: (step: 'check' | 'fetch' | 'cancel') => Promise<void>
  readonly install: () => Promise<void>
}

function StepButton({ updates, step, install }: StepButtonProps) {
  const [words, act] = nextStep(updates, step, install)
  return (
    <button
      type="button"
      className="button"
      disabled={updates.kind === 'checking'}
      onClick={() => void act()}
    >
      {words}
    </button>
  )
}

function nextStep(
  updates: UpdateState,
  step: StepButtonProps['step'],
  install: StepButtonProps['install'],
): readonly [string, () => Promise<void>] {
  if (updates.kind === 'offered') return [text.fetch(sizeOf(updates.update.bytes)), () => step('fetch')]
  if (updates.kind === 'downloading') return [text.cancel, () => step('cancel')]
  if (updates.kind === 'ready') return [text.install, install]
  return [text.check, () => step('check')]
}

function sizeOf(bytes: number | null): string {
  return bytes === null ? '' : formatBytes(bytes)
}

function wordsOf(updates: UpdateState): string {
  switch (updates.kind) {
    case 'checking':
      return text.checking
    case 'newest':
      return text.newest
    case 'offered':
      return text.offered(updates.update.version)
    case 'downloading':
      return text.downloading(updates.update.version)
    case 'ready':
      return text.ready(updates.update.version)
    case 'failed':
      return updates.message
    default:
      return text.idle
  }
}
