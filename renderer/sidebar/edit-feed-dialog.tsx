/** Gives a feed another title or another folder. */
import { useState } from 'react'
import type { FeedRow } from '../../contract/feed'
import { useApp } from '../app/window-context'
import { Dialog } from '../controls/dialog'
import { wording } from '../text/wording'
import { FolderField } from './folder-field'

export function EditFeedDialog() {
  const feed = useApp((state) => state.feeds.find(({ feedId }) => feedId === state.dialogFeedId))
  return feed ? <EditFeed feed={feed} /> : null
}

function EditFeed({ feed }: { readonly feed: FeedRow }) {
  const close = useApp((state) => state.closeDialog)
  const changeFeed = useApp((state) => state.changeFeed)
  const [title, setTitle] = useState(feed.title)
  const [folder, setFolder] = useState(feed.folder)
  const save = async () => {
    const wanted = title.trim() === '' ? feed.title : title.trim()
    if (await changeFeed(feed, { title: wanted, folder })) close()
  }
  return (
    <Dialog
      title={wording.feeds.editTitle}
      onClose={close}
      footer={
        <>
          <button type="button" className="button plain" onClick={close}>
            {wording.actions.cancel}
          </button>
          <button type="submit" form="edit-feed" className="button primary">
            {wording.actions.save}
          </button>
        </>
      }
    >
      <form
        id="edit-feed"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <label className="labelled">
          <span>{wording.feeds.title}</span>
          <input
            className="field"
            type="text"
            dir="auto"
            maxLength={200}
            value={title}
            onChange={(event) => {
              setTitle(event.target.value)
            }}
          />
        </label>
        <FolderField value={folder} onChange={setFolder} />
        <p className="quiet address">{feed.url}</p>
      </form>
    </Dialog>
  )
}
