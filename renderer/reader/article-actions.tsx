/** The row of buttons above the article. Arrow keys move along it, as in any toolbar. */
import type { KeyboardEvent } from 'react'
import { runCommand } from '../app/commands'
import type { CommandName } from '../app/commands'
import { useApp, useWindow } from '../app/window-context'
import { IconButton } from '../controls/icon-button'
import { MenuButton } from '../controls/menu-button'
import { wording } from '../text/wording'

export function ArticleActions() {
  const open = useApp((state) => state.openId !== null)
  return (
    <header className="reader-head">
      <BackButton />
      {open ? (
        <div
          className="article-actions"
          role="toolbar"
          aria-label={wording.reader.toolbar}
          onKeyDown={moveAlong}
        >
          <Steps />
          <span className="spring" />
          <StatusButtons />
          <OtherButtons />
        </div>
      ) : null}
    </header>
  )
}

function useRun() {
  const tools = useWindow()
  return (command: CommandName) => () => {
    runCommand(command, tools)
  }
}

/** Back to the article that led here, or, in a narrow window, to the list. */
function BackButton() {
  const led = useApp((state) => state.trail.length > 0)
  const goBack = useApp((state) => state.goBack)
  const showPane = useApp((state) => state.showPane)
  if (led)
    return <IconButton icon="back" label={wording.actions.back} keys="Esc" onClick={() => void goBack()} />
  return (
    <span className="only-single">
      <IconButton
        icon="back"
        label={wording.actions.backToList}
        keys="Esc"
        onClick={() => {
          showPane('list')
        }}
      />
    </span>
  )
}

function Steps() {
  const run = useRun()
  return (
    <>
      <IconButton icon="up" label={wording.reader.previous} keys="P" onClick={run('previous-article')} />
      <IconButton icon="down" label={wording.reader.next} keys="N" onClick={run('next-article')} />
    </>
  )
}

function StatusButtons() {
  const run = useRun()
  const read = useApp(
    (state) => (state.openId ? state.rows.get(state.openId)?.status.read : undefined) ?? false,
  )
  const starred = useApp(
    (state) => (state.openId ? state.rows.get(state.openId)?.status.starred : undefined) ?? false,
  )
  const saved = useApp(
    (state) => (state.openId ? state.rows.get(state.openId)?.status.saved : undefined) ?? false,
  )
  return (
    <>
      <IconButton
        icon={read ? 'read' : 'unread'}
        label={read ? wording.reader.markUnread : wording.reader.markRead}
        keys="M"
        onClick={run('toggle-read')}
      />
      <IconButton
        icon="star"
        tone="star"
        label={wording.reader.star}
        keys="S"
        pressed={starred}
        onClick={run('toggle-star')}
      />
      <IconButton
        icon="save"
        tone="save"
        label={wording.reader.save}
        keys="V"
        pressed={saved}
        onClick={run('toggle-saved')}
      />
    </>
  )
}

function OtherButtons() {
  const run = useRun()
  const ready = useApp((state) => (state.openId ? state.rows.get(state.openId)?.ready : undefined) ?? false)
  const url = useApp((state) => (state.openId ? state.rows.get(state.openId)?.url : undefined) ?? null)
  return (
    <>
      <IconButton icon="highlight" label={wording.reader.highlight} keys="H" onClick={run('highlight')} />
      {ready ? null : (
        <IconButton icon="ready" label={wording.reader.prepare} onClick={run('prepare-offline')} />
      )}
      {url === null ? null : (
        <IconButton
          icon="external"
          label={wording.reader.openInBrowser}
          keys="O"
          onClick={run('open-in-browser')}
        />
      )}
      <MenuButton
        icon="more"
        label={wording.reader.more}
        items={[
          { label: wording.find.label, icon: 'search', keys: 'Ctrl F', onChoose: run('find') },
          { label: wording.commands['text-larger'], icon: 'add', keys: '+', onChoose: run('text-larger') },
          { label: wording.commands['text-smaller'], icon: 'sort', keys: '−', onChoose: run('text-smaller') },
          { label: wording.reader.print, icon: 'print', keys: 'Ctrl P', onChoose: run('print') },
          null,
          ...SAVING.map(({ command, keys }) => ({
            label: wording.commands[command],
            icon: 'export' as const,
            keys,
            onChoose: run(command),
          })),
          null,
          { label: wording.shortcuts.title, icon: 'keyboard', keys: '?', onChoose: run('show-shortcuts') },
        ]}
      />
    </>
  )
}

const SAVING = [
  { command: 'save-as-html', keys: 'X H' },
  { command: 'save-as-epub', keys: 'X E' },
  { command: 'save-as-md', keys: 'X M' },
] as const

function moveAlong(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (step === undefined) return
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('.icon-button')]
  const at = buttons.findIndex((button) => button === document.activeElement)
  if (at < 0) return
  event.preventDefault()
  buttons[(at + step + buttons.length) % buttons.length]?.focus()
}
