/** Chooses a folder among those there are, or names a new one. */
import { useState } from 'react'
import { useApp } from '../app/window-context'
import { wording } from '../text/wording'
import { isInside } from './arrange-feeds'
import { folderPaths } from './feed-tree'

const NEW = 'new'

export interface FolderFieldProps {
  readonly value: readonly string[]
  readonly onChange: (folder: readonly string[]) => void
  /** "Folder" unless it says otherwise. */
  readonly label?: string
  /** A folder that is not offered, with all in it: a folder cannot be in itself. */
  readonly outside?: readonly string[]
}

export function FolderField({ value, onChange, label = wording.feeds.folder, outside }: FolderFieldProps) {
  const feeds = useApp((state) => state.feeds)
  const [naming, setNaming] = useState(false)
  const paths = folderPaths(feeds).filter((path) => !outside || !isInside(path, outside))
  const chosen = naming ? NEW : JSON.stringify(value)
  return (
    <div className="field-row">
      <label className="labelled">
        <span>{label}</span>
        <select
          className="field"
          value={chosen}
          onChange={(event) => {
            const isNew = event.target.value === NEW
            setNaming(isNew)
            onChange(isNew ? [] : (paths.find((path) => JSON.stringify(path) === event.target.value) ?? []))
          }}
        >
          <option value="[]">{wording.feeds.noFolder}</option>
          {paths.map((path) => (
            <option key={JSON.stringify(path)} value={JSON.stringify(path)}>
              {path.join(' › ')}
            </option>
          ))}
          <option value={NEW}>{`${wording.feeds.newFolder}…`}</option>
        </select>
      </label>
      {naming ? (
        <label className="labelled">
          <span>{wording.feeds.folderName}</span>
          <input
            className="field"
            type="text"
            maxLength={80}
            onChange={(event) => {
              const name = event.target.value.trim()
              onChange(name === '' ? [] : [name])
            }}
          />
        </label>
      ) : null}
    </div>
  )
}
