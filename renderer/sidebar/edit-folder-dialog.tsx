/** The settings of a folder: its name, and the folder it is in. */
import { useState } from 'react'
import { useApp } from '../app/window-context'
import { Dialog } from '../controls/dialog'
import { wording } from '../text/wording'
import { FolderField } from './folder-field'

export function EditFolderDialog() {
  const path = useApp((state) => state.dialogFolder)
  return path ? <EditFolder path={path} /> : null
}

function EditFolder({ path }: { readonly path: readonly string[] }) {
  const close = useApp((state) => state.closeDialog)
  const changeFolder = useApp((state) => state.changeFolder)
  const [name, setName] = useState(path.at(-1) ?? '')
  const [inside, setInside] = useState<readonly string[]>(path.slice(0, -1))
  const empty = name.trim() === ''
  return (
    <Dialog
      title={wording.feeds.editFolderTitle}
      onClose={close}
      footer={
        <>
          <button type="button" className="button plain" onClick={close}>
            {wording.actions.cancel}
          </button>
          <button type="submit" form="edit-folder" className="button primary" aria-disabled={empty}>
            {wording.actions.save}
          </button>
        </>
      }
    >
      <form
        id="edit-folder"
        onSubmit={(event) => {
          event.preventDefault()
          if (!empty)
            void changeFolder(path, [...inside, name.trim()]).then((done) => {
              if (done) close()
            })
        }}
      >
        <label className="labelled">
          <span>{wording.feeds.folderName}</span>
          <input
            className="field"
            type="text"
            dir="auto"
            maxLength={80}
            value={name}
            onChange={(event) => {
              setName(event.target.value)
            }}
          />
        </label>
        <FolderField label={wording.feeds.insideFolder} value={inside} onChange={setInside} outside={path} />
      </form>
    </Dialog>
  )
}
