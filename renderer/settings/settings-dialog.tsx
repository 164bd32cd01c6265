/** The reader's choices. Each takes effect at once; there is nothing to confirm. */
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Settings } from '../../contract/settings'
import { Dialog } from '../controls/dialog'
import { useApp } from '../app/window-context'
import { isLibraryBusy } from '../store/storage-slice'
import { wording } from '../text/wording'
import { ArrivalSettings } from './arrival-settings'
import { Choice, NumberChoice, SwitchField } from './setting-fields'
import { ProgramSettings } from './program-settings'
import { StorageSettings } from './storage-settings'
import { ThemeField, TypeFields } from './type-fields'

const text = wording.settings

export function SettingsDialog() {
  const close = useApp((state) => state.closeDialog)
  return (
    <Dialog title={text.title} onClose={close} size="medium">
      <ReadingSettings />
      <ListSettings />
      <SyncSettings />
      <ArrivalSettings />
      <StorageSettings />
      <ProgramSettings />
      <LibraryFacts />
    </Dialog>
  )
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="setting-group">
      <h3>{title}</h3>
      {children}
    </section>
  )
}

function useSettings() {
  const settings = useApp((state) => state.settings)
  const changeSettings = useApp((state) => state.changeSettings)
  const change = (part: Partial<Settings>) => void changeSettings(part)
  return { settings, change }
}

function ReadingSettings() {
  const { settings, change } = useSettings()
  return (
    <Group title={text.reading}>
      <ThemeField />
      <Choice
        label={text.language}
        options={text.languages}
        value={settings.language}
        onChange={(language) => {
          change({ language })
        }}
      />
      <TypeFields />
    </Group>
  )
}

function ListSettings() {
  const { settings, change } = useSettings()
  return (
    <Group title={text.list}>
      <Choice
        label={text.density}
        options={text.densities}
        value={settings.density}
        onChange={(density) => {
          change({ density })
        }}
      />
      <SwitchField
        label={text.markReadOnOpen}
        hint={text.markReadHint}
        value={settings.markReadOnOpen}
        onChange={(markReadOnOpen) => {
          change({ markReadOnOpen })
        }}
      />
      <SwitchField
        label={wording.stories.group}
        hint={wording.stories.groupHint}
        value={settings.groupStories}
        onChange={(groupStories) => {
          change({ groupStories })
        }}
      />
    </Group>
  )
}

function SyncSettings() {
  const { settings, change } = useSettings()
  return (
    <Group title={text.syncing}>
      <SwitchField
        label={text.syncOnLaunch}
        value={settings.syncOnLaunch}
        onChange={(syncOnLaunch) => {
          change({ syncOnLaunch })
        }}
      />
      <NumberChoice
        label={text.interval}
        options={text.intervals}
        other={text.everyMinutes}
        value={settings.syncIntervalMinutes}
        onChange={(syncIntervalMinutes) => {
          change({ syncIntervalMinutes })
        }}
      />
      <SwitchField
        label={text.prefetchRelated}
        hint={text.prefetchHint}
        value={settings.prefetchRelated}
        onChange={(prefetchRelated) => {
          change({ prefetchRelated })
        }}
      />
    </Group>
  )
}

function LibraryFacts() {
  const info = useApp((state) => state.info)
  const showFolder = useApp((state) => state.showLibraryFolder)
  const moveLibrary = useApp((state) => state.moveLibrary)
  const working = useApp((state) => isLibraryBusy(state))
  const [keepOld, setKeepOld] = useState(true)
  if (!info) return null
  return (
    <Group title={text.library}>
      <div className="setting">
        <span>
          {text.libraryFolder}
          <small className="address">{info.libraryFolder}</small>
        </span>
        <span className="setting-buttons">
          <button type="button" className="button" onClick={() => void showFolder()}>
            {text.showFolder}
          </button>
          <button
            type="button"
            className="button"
            disabled={working}
            onClick={() => void moveLibrary(keepOld)}
          >
            {wording.storage.move}
          </button>
        </span>
      </div>
      <SwitchField
        label={wording.storage.keepOld}
        hint={wording.storage.moveHint}
        value={keepOld}
        onChange={setKeepOld}
      />
      <p className="quiet">{text.version(info.version)}</p>
    </Group>
  )
}
