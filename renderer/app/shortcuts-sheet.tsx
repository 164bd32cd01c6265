/** The sheet of keys (`?`), where they can be changed too. */
import { useState } from 'react'
import { Dialog } from '../controls/dialog'
import { wording } from '../text/wording'
import { COMMAND_GROUPS, COMMAND_LABELS } from './command-groups'
import type { CommandGroup } from './command-groups'
import type { CommandName } from './commands'
import { KeyCaps } from './key-caps'
import { KeyChange } from './key-change'
import { keysOf } from './key-map'
import { useApp } from './window-context'

const text = wording.shortcuts

export function ShortcutsSheet() {
  const close = useApp((state) => state.closeDialog)
  const changed = useApp((state) => Object.keys(state.settings.keys).length > 0)
  const changeSettings = useApp((state) => state.changeSettings)
  const searches = useApp((state) => state.settings.savedSearches.length)
  const [editing, setEditing] = useState(false)
  const footer = (
    <>
      {changed ? (
        <button type="button" className="button plain" onClick={() => void changeSettings({ keys: {} })}>
          {text.reset}
        </button>
      ) : null}
      <button
        type="button"
        className="button"
        aria-pressed={editing}
        onClick={() => {
          setEditing(!editing)
        }}
      >
        {editing ? text.doneChanging : text.change}
      </button>
    </>
  )
  return (
    <Dialog title={text.title} onClose={close} size="large" footer={footer} scrollsByKey>
      {editing ? <p className="quiet">{text.changeHint}</p> : null}
      <div className="shortcuts">
        {COMMAND_GROUPS.map((group) => (
          <Group key={group.title} group={group} editing={editing} searches={searches} />
        ))}
      </div>
    </Dialog>
  )
}

interface GroupProps {
  readonly group: CommandGroup
  readonly editing: boolean
  /** How many saved searches there are: keys for more would only fill the sheet. */
  readonly searches: number
}

function Group({ group, editing, searches }: GroupProps) {
  const shown = group.commands.filter((command) => {
    const number = /^saved-search-(\d)$/.exec(command)?.[1]
    return number === undefined || Number(number) <= searches
  })
  if (shown.length === 0) return null
  return (
    <section>
      <h3>{group.title}</h3>
      <dl>
        {shown.map((command) => (
          <div key={command}>
            <dt>{COMMAND_LABELS[command]}</dt>
            <dd>{editing ? <KeyChange command={command} /> : <Keys command={command} />}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Keys({ command }: { readonly command: CommandName }) {
  const keys = useApp((state) => keysOf(command, state.settings.keys)[0])
  return keys === undefined ? <span className="quiet">{text.none}</span> : <KeyCaps keys={keys} />
}
