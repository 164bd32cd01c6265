/** The settings of one feed: title, folder, what the reader chooses for it alone, and the sign-in where its site wants one. */
import { useState } from 'react'
import type { FeedChoices, FeedRow } from '../../contract/feed'
import { useApp } from '../app/window-context'
import { Dialog } from '../controls/dialog'
import { wording } from '../text/wording'
import { FeedChoiceFields } from './feed-choice-fields'
import { FolderField } from './folder-field'
import { LoginFields, NO_LOGIN } from './login-fields'

export function EditFeedDialog() {
  const feed = useApp((state) => state.feeds.find(({ feedId }) => feedId === state.dialogFeedId))
  return feed ? <EditFeed key={feed.feedId} feed={feed} /> : null
}

function EditFeed({ feed }: { readonly feed: FeedRow }) {
  const close = useApp((state) => state.closeDialog)
  const form = useFeedForm(feed)
  return (
    <Dialog
      title={wording.feeds.editTitle}
      onClose={close}
      size="medium"
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
          void form.save()
        }}
      >
        <label className="labelled">
          <span>{wording.feeds.title}</span>
          <input
            className="field"
            type="text"
            dir="auto"
            maxLength={200}
            value={form.title}
            onChange={(event) => {
              form.setTitle(event.target.value)
            }}
          />
        </label>
        <FolderField value={form.folder} onChange={form.setFolder} />
        <p className="quiet address">{feed.url}</p>
        <FeedChoiceFields value={form.choices} onChange={form.choose} />
        {feed.problem === null ? null : <p className="problem">{feed.problem}</p>}
        <LoginFields address={feed.url} value={form.login} onChange={form.setLogin} />
      </form>
    </Dialog>
  )
}

/** What is typed, and how it is saved: the sign-in first, so that the feed is fetched with it. */
function useFeedForm(feed: FeedRow) {
  const close = useApp((state) => state.closeDialog)
  const changeFeed = useApp((state) => state.changeFeed)
  const keepLogin = useApp((state) => state.setLogin)
  const complain = useApp((state) => state.complain)
  const startSync = useApp((state) => state.startSync)
  const [title, setTitle] = useState(feed.title)
  const [folder, setFolder] = useState(feed.folder)
  const [choices, setChoices] = useState<FeedChoices>(feed.choices)
  const [login, setLogin] = useState(NO_LOGIN)
  const save = async () => {
    const user = login.user.trim()
    if (user !== '') {
      const kept = await keepLogin(feed.url, { ...login, user })
      if (!kept.ok) complain(kept.error.message)
    }
    const wanted = title.trim() === '' ? feed.title : title.trim()
    if (!(await changeFeed(feed, { title: wanted, folder, ...choices }))) return
    close()
    if (user !== '') void startSync([feed.feedId])
  }
  const choose = (change: Partial<FeedChoices>) => {
    setChoices((before) => ({ ...before, ...change }))
  }
  return { title, setTitle, folder, setFolder, choices, choose, login, setLogin, save }
}
