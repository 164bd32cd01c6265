/** Asks before a feed leaves, and says what stays. */
import { useApp } from '../app/window-context'
import { Dialog } from '../controls/dialog'
import { wording } from '../text/wording'

export function RemoveFeedDialog() {
  const feed = useApp((state) => state.feeds.find(({ feedId }) => feedId === state.dialogFeedId))
  const close = useApp((state) => state.closeDialog)
  const removeFeed = useApp((state) => state.removeFeed)
  if (!feed) return null
  return (
    <Dialog
      title={wording.feeds.removeTitle(feed.title)}
      onClose={close}
      footer={
        <>
          <button type="button" className="button plain" onClick={close}>
            {wording.actions.cancel}
          </button>
          <button
            type="button"
            className="button danger"
            onClick={() => {
              close()
              void removeFeed(feed)
            }}
          >
            {wording.actions.remove}
          </button>
        </>
      }
    >
      <p>{wording.feeds.removeWarning}</p>
    </Dialog>
  )
}
