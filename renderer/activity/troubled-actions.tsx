/** What can be done with several feeds at once: pausing, letting go on, moving into a folder, unsubscribing; each undone as one. */
import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { FeedRow } from '../../contract/feed'
import { useApp } from '../app/window-context'
import { FolderField } from '../sidebar/folder-field'
import { wording } from '../text/wording'

const text = wording.activity

export interface TroubledActionsProps {
  readonly feeds: readonly FeedRow[]
  readonly onDone: () => void
}

export function TroubledActions({ feeds, onDone }: TroubledActionsProps) {
  const [asking, setAsking] = useState<'move' | 'remove' | null>(null)
  const cancel = () => {
    setAsking(null)
  }
  if (asking === 'move') return <MoveFeeds feeds={feeds} onDone={onDone} onCancel={cancel} />
  if (asking === 'remove') return <Unsubscribe feeds={feeds} onDone={onDone} onCancel={cancel} />
  return <Actions feeds={feeds} onDone={onDone} onAsk={setAsking} />
}

interface ActionsProps extends TroubledActionsProps {
  readonly onAsk: (what: 'move' | 'remove') => void
}

function Actions({ feeds, onDone, onAsk }: ActionsProps) {
  const pauseFeeds = useApp((state) => state.pauseFeeds)
  const pause = (some: readonly FeedRow[], paused: boolean) => () => {
    void pauseFeeds(some, paused)
    onDone()
  }
  const going = feeds.filter(({ choices }) => !choices.paused)
  const paused = feeds.filter(({ choices }) => choices.paused)
  const ask = (what: 'move' | 'remove') => () => {
    onAsk(what)
  }
  return (
    <footer>
      <span>{text.chosen(feeds.length)}</span>
      {going.length > 0 ? <Action label={text.pause} onClick={pause(going, true)} /> : null}
      {paused.length > 0 ? <Action label={text.resume} onClick={pause(paused, false)} /> : null}
      <Action label={text.move} onClick={ask('move')} />
      <Action label={text.unsubscribe(feeds.length)} onClick={ask('remove')} />
    </footer>
  )
}

interface AskProps extends TroubledActionsProps {
  readonly onCancel: () => void
}

function MoveFeeds({ feeds, onDone, onCancel }: AskProps) {
  const moveFeeds = useApp((state) => state.moveFeeds)
  const [folder, setFolder] = useState<readonly string[]>([])
  return (
    <Question onCancel={onCancel} question={<FolderField value={folder} onChange={setFolder} />}>
      <button
        type="button"
        className="button primary"
        onClick={() => {
          void moveFeeds(feeds, folder)
          onDone()
        }}
      >
        {text.moveYes}
      </button>
    </Question>
  )
}

/** Asks once more: articles leave the disk with their feed. */
function Unsubscribe({ feeds, onDone, onCancel }: AskProps) {
  const removeFeeds = useApp((state) => state.removeFeeds)
  return (
    <Question onCancel={onCancel} question={<span>{text.unsubscribeQuestion(feeds.length)}</span>}>
      <button
        type="button"
        className="button danger"
        onClick={() => {
          void removeFeeds(feeds)
          onDone()
        }}
      >
        {text.unsubscribeYes}
      </button>
    </Question>
  )
}

interface QuestionProps {
  readonly question: ReactNode
  readonly onCancel: () => void
  /** The button that says yes. */
  readonly children: ReactNode
}

function Question({ question, onCancel, children }: QuestionProps) {
  const ref = useRef<HTMLElement>(null)
  useEffect(() => {
    // The button that asked is gone; the focus goes to the first thing in its place.
    ref.current?.querySelector<HTMLElement>('select, button')?.focus()
  }, [])
  return (
    <footer ref={ref} role="alert">
      {question}
      <button type="button" className="button plain" onClick={onCancel}>
        {wording.actions.cancel}
      </button>
      {children}
    </footer>
  )
}

function Action({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <button type="button" className="button plain" onClick={onClick}>
      {label}
    </button>
  )
}
