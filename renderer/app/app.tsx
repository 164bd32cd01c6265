/** The window: the panes, the dialogs over them, and the messages at the foot. */
import { useEffect } from 'react'
import type { ComponentType } from 'react'
import { ActivityDialog } from '../activity/activity-dialog'
import { FirstRun } from '../first-run/first-run'
import { SaveSearchDialog } from '../search/save-search-dialog'
import { RulesDialog } from '../rules/rules-dialog'
import type { DialogName } from '../store/view-slice'
import { PrepareDialog } from '../prepare/prepare-dialog'
import { GuideDialog } from '../guide/guide-dialog'
import { PrivacyDialog } from '../settings/privacy-dialog'
import { SettingsDialog } from '../settings/settings-dialog'
import { AddFeedDialog } from '../subscribe/add-feed-dialog'
import { EditFeedDialog } from '../sidebar/edit-feed-dialog'
import { EditFolderDialog } from '../sidebar/edit-folder-dialog'
import { HighlightImportDialog } from '../highlights/highlight-import-dialog'
import { ImportReportDialog } from '../sidebar/import-report-dialog'
import { RemoveFeedDialog } from '../sidebar/remove-feed-dialog'
import { ChangesDialog } from '../versions/changes-dialog'
import { wording } from '../text/wording'
import { ReadinessDialog } from '../readiness/readiness-dialog'
import { PaperCopy } from '../reader/paper-copy'
import { CommandPalette } from './command-palette'
import type { KeyFollower } from './follow-keys'
import { Panes } from './panes'
import { ShortcutsSheet } from './shortcuts-sheet'
import { useLook } from './use-look'
import { useApp, useWindow } from './window-context'
import { WindowFoot } from './window-foot'

export function App({ keys }: { readonly keys: KeyFollower }) {
  useLook(document)
  useEffect(() => keys.follow(document), [keys])
  const { drops } = useWindow()
  useEffect(() => drops.follow(document), [drops])
  const firstRun = useApp((state) => state.firstRun)
  const loaded = useApp((state) => state.loaded)
  const covered = useApp((state) => state.modals.length > 0)
  if (!loaded) return <Opening />
  return (
    <>
      {firstRun ? <FirstRun /> : <Panes keys={keys} />}
      <OpenDialog />
      {covered ? null : <WindowFoot />}
      <PaperCopy />
    </>
  )
}

function Opening() {
  return (
    <main className="opening" aria-busy="true">
      <p>{wording.app.loading}</p>
    </main>
  )
}

const DIALOGS: Readonly<Record<DialogName, ComponentType>> = {
  'add-feed': AddFeedDialog,
  'edit-feed': EditFeedDialog,
  'edit-folder': EditFolderDialog,
  'remove-feed': RemoveFeedDialog,
  'import-report': ImportReportDialog,
  'highlight-import': HighlightImportDialog,
  'save-search': SaveSearchDialog,
  settings: SettingsDialog,
  rules: RulesDialog,
  shortcuts: ShortcutsSheet,
  prepare: PrepareDialog,
  activity: ActivityDialog,
  guide: GuideDialog,
  privacy: PrivacyDialog,
  palette: CommandPalette,
  changes: ChangesDialog,
  readiness: ReadinessDialog,
}

function OpenDialog() {
  const name = useApp((state) => state.dialog)
  if (name === null) return null
  const Shown = DIALOGS[name]
  return <Shown />
}
