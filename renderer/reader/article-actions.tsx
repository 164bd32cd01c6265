/** The row of buttons above the article. Arrow keys move along it, as in any toolbar. */
import type { KeyboardEvent } from 'react'
import { runCommand } from '../app/commands'
import type { CommandName } from '../app/commands'
import { shownKey } from '../app/key-map'
import { useApp, useWindow } from '../app/window-context'
import type { IconName } from '../controls/icon'
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

/** The key of a command as the reader has it now. */
function useKeys() {
  const changes = useApp((state) => state.settings.keys)
  return (command: CommandName) => shownKey(command, changes)
}

/** Back to the article that led here, or, in a narrow window, to the list. */
function BackButton() {
  const keys = useKeys()('escape')
  const led = useApp((state) => state.trail.length > 0)
  const goBack = useApp((state) => state.goBack)
  const showPane = useApp((state) => state.showPane)
  if (led)
    return <IconButton icon="back" label={wording.actions.back} keys={keys} onClick={() => void goBack()} />
  return (
    <span className="only-single">
      <IconButton
        icon="back"
        label={wording.actions.backToList}
        keys={keys}
        onClick={() => {
          showPane('list')
        }}
      />
    </span>
  )
}

function Steps() {
  const run = useRun()
  const keys = useKeys()
  return (
    <>
      <IconButton
        icon="up"
        label={wording.reader.previous}
        keys={keys('previous-article')}
        onClick={run('previous-article')}
      />
      <IconButton
        icon="down"
        label={wording.reader.next}
        keys={keys('next-article')}
        onClick={run('next-article')}
      />
    </>
  )
}

function StatusButtons() {
  const run = useRun()
  const keys = useKeys()
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
        keys={keys('toggle-read')}
        onClick={run('toggle-read')}
      />
      <IconButton
        icon="star"
        tone="star"
        label={wording.reader.star}
        keys={keys('toggle-star')}
        pressed={starred}
        onClick={run('toggle-star')}
      />
      <IconButton
        icon="save"
        tone="save"
        label={wording.reader.save}
        keys={keys('toggle-saved')}
        pressed={saved}
        onClick={run('toggle-saved')}
      />
    </>
  )
}

function OtherButtons() {
  const run = useRun()
  const keys = useKeys()
  const ready = useApp((state) => (state.openId ? state.rows.get(state.openId)?.ready : undefined) ?? false)
  const url = useApp((state) => (state.openId ? state.rows.get(state.openId)?.url : undefined) ?? null)
  return (
    <>
      <IconButton
        icon="highlight"
        label={wording.reader.highlight}
        keys={keys('highlight')}
        onClick={run('highlight')}
      />
      {ready ? null : (
        <IconButton
          icon="ready"
          label={wording.reader.prepare}
          keys={keys('prepare-offline')}
          onClick={run('prepare-offline')}
        />
      )}
      {url === null ? null : (
        <IconButton
          icon="external"
          label={wording.reader.openInBrowser}
          keys={keys('open-in-browser')}
          onClick={run('open-in-browser')}
        />
      )}
      <TypeButton />
      <MoreMenu />
    </>
  )
}

function TypeButton() {
  const run = useRun()
  const keys = useKeys()
  const open = useApp((state) => state.typeOpen)
  return (
    <span data-type-button>
      <IconButton
        icon="type"
        label={wording.settings.type}
        keys={keys('show-type')}
        expanded={open}
        opens="dialog"
        onClick={run('show-type')}
      />
    </span>
  )
}

type Entry = readonly [CommandName, IconName, string?]

/** null draws a line; a third word stands in the place of the command's own name. */
const MORE: readonly (Entry | null)[] = [
  ['show-changes', 'changes'],
  ['show-readiness', 'ready'],
  ['find', 'search'],
  ['text-larger', 'add'],
  ['text-smaller', 'sort'],
  ['print', 'print'],
  null,
  ['save-as-html', 'export'],
  ['save-as-pdf', 'export'],
  ['save-as-epub', 'export'],
  ['save-as-md', 'export'],
  null,
  ['remove-article', 'trash'],
  ['mute-like', 'mute'],
  null,
  ['show-shortcuts', 'keyboard', wording.shortcuts.title],
]

function MoreMenu() {
  const run = useRun()
  const changed = useApp(({ article }) => article.state === 'ready' && article.detail.versions.length > 0)
  const keys = useKeys()
  return (
    <MenuButton
      icon="more"
      label={wording.reader.more}
      items={MORE.filter((entry) => changed || entry?.[0] !== 'show-changes').map((entry) => {
        if (entry === null) return null
        const [command, icon, label = wording.commands[command]] = entry
        return { label, icon, keys: keys(command), onChoose: run(command) }
      })}
    />
  )
}

function moveAlong(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (step === undefined) return
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('.icon-button')]
  const at = buttons.findIndex((button) => button === document.activeElement)
  if (at < 0) return
  event.preventDefault()
  buttons[(at + step + buttons.length) % buttons.length]?.focus()
}
