/** Gives the present search a name, or a saved search another one. */
import { useState } from 'react'
import { useApp } from '../app/window-context'
import { Dialog } from '../controls/dialog'
import { wording } from '../text/wording'

export function SaveSearchDialog() {
  const text = wording.savedSearches
  const close = useApp((state) => state.closeDialog)
  const renamed = useApp((state) => state.dialogSearch)
  const searchText = useApp((state) => state.searchText.trim())
  const saveSearch = useApp((state) => state.saveSearch)
  const renameSearch = useApp((state) => state.renameSearch)
  const [name, setName] = useState(renamed ?? searchText)
  const [problem, setProblem] = useState<string | null>(null)
  const save = async () => {
    const why = renamed === null ? await saveSearch(name) : await renameSearch(renamed, name)
    setProblem(why)
    if (why === null) close()
  }
  return (
    <Dialog
      title={renamed === null ? text.saveTitle : text.renameTitle}
      onClose={close}
      footer={
        <>
          <button type="button" className="button plain" onClick={close}>
            {wording.actions.cancel}
          </button>
          <button type="submit" form="save-search" className="button primary">
            {wording.actions.save}
          </button>
        </>
      }
    >
      <form
        id="save-search"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <NameField name={name} problem={problem} onName={setName} />
        {renamed === null ? <p className="quiet">{text.saveHint}</p> : null}
      </form>
    </Dialog>
  )
}

interface NameFieldProps {
  readonly name: string
  readonly problem: string | null
  readonly onName: (name: string) => void
}

function NameField({ name, problem, onName }: NameFieldProps) {
  return (
    <>
      <label className="labelled">
        <span>{wording.savedSearches.name}</span>
        <input
          className="field"
          type="text"
          dir="auto"
          maxLength={100}
          value={name}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : 'save-search-problem'}
          onChange={(event) => {
            onName(event.target.value)
          }}
        />
      </label>
      {problem === null ? null : (
        <p className="problem" id="save-search-problem" role="alert">
          {problem}
        </p>
      )}
    </>
  )
}
