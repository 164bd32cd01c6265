/** The search field above the list: results appear while typing, Escape ends the search, the down arrow goes to the results. */
import { useEffect, useRef } from 'react'
import { Icon } from '../controls/icon'
import { IconButton } from '../controls/icon-button'
import { useKey } from '../app/use-key'
import { useApp, useWindow } from '../app/window-context'
import { wording } from '../text/wording'

export function SearchField() {
  const { parts } = useWindow()
  const ref = useRef<HTMLInputElement>(null)
  const text = useApp((state) => state.searchText)
  const search = useApp((state) => state.search)
  const endSearch = useApp((state) => state.endSearch)
  const searchKey = useKey('search')
  useEffect(
    () =>
      parts.offer({
        focusSearch: () => {
          ref.current?.focus()
          ref.current?.select()
        },
      }),
    [parts],
  )
  return (
    <div className="search-field" role="search">
      <Icon name="search" />
      <input
        ref={ref}
        type="text"
        aria-label={wording.search.label}
        aria-keyshortcuts={searchKey}
        placeholder={wording.search.heading}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          search(event.target.value)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') endSearch()
          if (event.key === 'Escape' || event.key === 'ArrowDown' || event.key === 'Enter') {
            event.preventDefault()
            event.stopPropagation()
            parts.focusList()
          }
        }}
      />
      {text === '' ? (
        <kbd aria-hidden="true">{searchKey}</kbd>
      ) : (
        <FieldTools
          onClear={() => {
            endSearch()
            ref.current?.focus()
          }}
        />
      )}
    </div>
  )
}

function FieldTools({ onClear }: { readonly onClear: () => void }) {
  const openDialog = useApp((state) => state.openDialog)
  const saveKey = useKey('save-search')
  return (
    <>
      <IconButton
        icon="save"
        label={wording.savedSearches.save}
        keys={saveKey}
        onClick={() => {
          openDialog('save-search')
        }}
      />
      <IconButton icon="close" label={wording.search.clear} onClick={onClear} />
    </>
  )
}
