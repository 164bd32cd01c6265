/** The storage part of the settings: what the library takes, how much is kept, backups. */
import { useEffect, useState } from 'react'
import type { KeepLimits, PurgePreview } from '../../contract/library'
import { useApp } from '../app/window-context'
import { isLibraryBusy } from '../store/storage-slice'
import { wording } from '../text/wording'
import { NumberChoice } from './setting-fields'

const text = wording.storage

export function StorageSettings() {
  const loadUsage = useApp((state) => state.loadUsage)
  useEffect(() => {
    void loadUsage()
  }, [loadUsage])
  return (
    <section className="setting-group" aria-labelledby="storage-title">
      <h3 id="storage-title">{text.title}</h3>
      <Usage />
      <Limits />
      <Backups />
    </section>
  )
}

function Usage() {
  const usage = useApp((state) => state.usage)
  if (!usage) return <p className="quiet">{text.counting}</p>
  return (
    <div>
      <p>{text.used(usage.total)}</p>
      <ul className="usage-parts">
        {(['bodies', 'media', 'index', 'articles', 'aside'] as const)
          .filter((part) => part !== 'aside' || usage.aside > 0)
          .map((part) => (
            <li key={part}>{text.part(text.parts[part], usage[part])}</li>
          ))}
      </ul>
    </div>
  )
}

/** Limits are chosen first and take effect by the button: nothing goes by a slip of the wheel over a list. */
function Limits() {
  const { keepDays, keepArticles, budgetMb } = useApp((state) => state.settings)
  const previewPurge = useApp((state) => state.previewPurge)
  const keepWithin = useApp((state) => state.keepWithin)
  const [limits, setLimits] = useState<KeepLimits>({ keepDays, keepArticles, budgetMb })
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    void previewPurge(limits)
  }, [limits, previewPurge])
  const apply = async () => {
    setBusy(true)
    await keepWithin(limits)
    await previewPurge(limits)
    setBusy(false)
  }
  const stored =
    keepDays === limits.keepDays && keepArticles === limits.keepArticles && budgetMb === limits.budgetMb
  return (
    <>
      <NumberChoice
        label={text.keepDays}
        options={text.days}
        other={text.otherDays}
        value={limits.keepDays}
        onChange={(value) => {
          setLimits({ ...limits, keepDays: value })
        }}
      />
      <NumberChoice
        label={text.keepArticles}
        options={text.articles}
        other={text.otherArticles}
        value={limits.keepArticles}
        onChange={(value) => {
          setLimits({ ...limits, keepArticles: value })
        }}
      />
      <NumberChoice
        label={text.budget}
        options={text.budgets}
        other={text.otherBudget}
        value={limits.budgetMb}
        onChange={(value) => {
          setLimits({ ...limits, budgetMb: value })
        }}
      />
      <div className="setting">
        <Preview stored={stored} />
        <ApplyButton busy={busy} stored={stored} apply={apply} />
      </div>
    </>
  )
}

function Preview({ stored }: { readonly stored: boolean }) {
  const preview = useApp((state) => state.purgePreview)
  return (
    <p className="quiet" role="status">
      {preview === null ? text.looking : previewWords(preview, stored)}
    </p>
  )
}

function previewWords({ articles, bytes, feeds, why }: PurgePreview, stored: boolean): string {
  if (articles === 0) return stored ? text.always : `${text.nothing} ${text.always}`
  const reasons = (['age', 'count', 'size'] as const).filter((each) => why[each] > 0)
  return `${text.wouldGo(articles, bytes, feeds)} (${reasons.map((each) => text.why[each](why[each])).join(', ')})`
}

interface ApplyButtonProps {
  readonly busy: boolean
  readonly stored: boolean
  readonly apply: () => Promise<void>
}

function ApplyButton({ busy, stored, apply }: ApplyButtonProps) {
  const preview = useApp((state) => state.purgePreview)
  const nothingToDo = stored && (preview === null || preview.articles === 0)
  return (
    <button type="button" className="button" disabled={busy || nothingToDo} onClick={() => void apply()}>
      {busy ? text.removing : text.keepToLimits}
    </button>
  )
}

function Backups() {
  const working = useApp((state) => isLibraryBusy(state))
  const backUp = useApp((state) => state.backUp)
  const restoreBackup = useApp((state) => state.restoreBackup)
  return (
    <>
      <div className="setting">
        <span>{text.backup}</span>
        <button type="button" className="button" disabled={working} onClick={() => void backUp()}>
          {text.backUp}
        </button>
      </div>
      <div className="setting">
        <span>{text.restore}</span>
        <button type="button" className="button" disabled={working} onClick={() => void restoreBackup()}>
          {text.restoreBackup}
        </button>
      </div>
    </>
  )
}
