/** Starts the window: store, keyboard and menu commands around one React root. */
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { Bridge } from '../contract/bridge'
import { App } from './app/app'
import { runCommand } from './app/commands'
import { firstPaint, letters } from './app/first-frame'
import { createKeyFollower } from './app/follow-keys'
import type { KeyFollower } from './app/follow-keys'
import { createKeyReader, currentKeys } from './app/key-map'
import { followLanguage } from './app/follow-language'
import { applyLook, shownTheme, systemIsDark } from './app/theme'
import { WindowContext } from './app/window-context'
import type { WindowTools } from './app/window-context'
import { createWindowParts } from './app/window-parts'
import { createAppStore } from './store/app-store'
import { keepView } from './store/keep-view'
import { startStore } from './store/follow-events'
import { createDropFollower } from './subscribe/follow-drops'
import { dropTakers } from './subscribe/drop-takers'
import { readLaunchSnapshot, showLaunchSnapshot } from './store/launch-snapshot'
import { LANGUAGE } from './text/language'
import './styles/window.css'

declare global {
  interface Window {
    readonly offprint: Bridge
  }
}

function start(root: Element): void {
  const bridge = window.offprint
  const store = createAppStore(bridge)
  const tools: WindowTools = {
    store,
    parts: createWindowParts(),
    drops: createDropFollower(dropTakers(store)),
  }
  const keys = createKeyFollower(
    createKeyReader(() => performance.now(), currentKeys(tools.store)),
    (command) => {
      runCommand(command, tools)
    },
  )
  bridge.on('menu.command', ({ command }) => {
    runCommand(command, tools)
  })
  const snapshot = readLaunchSnapshot(document)
  showLaunchSnapshot(tools.store, snapshot)
  const { settings } = tools.store.getState()
  // Not left to the first effect: that one would style everything a second time.
  applyLook(document, settings, shownTheme(settings.theme, systemIsDark(window)))
  followLanguage(tools.store, document)
  const drawn = letters(document.fonts).then(() => {
    draw(root, tools, keys)
  })
  // Rows that came with the page are painted first: the process that answers is the one that puts them on the screen.
  void (snapshot === null ? Promise.resolve() : drawn.then(firstPaint))
    .then(() => startStore(tools.store, bridge))
    .then(() => {
      const keeper = keepView(tools.store, bridge)
      window.addEventListener('pagehide', keeper.flush)
    })
}

function draw(root: Element, tools: WindowTools, keys: KeyFollower): void {
  flushSync(() => {
    createRoot(root).render(
      <WindowContext value={tools}>
        <App keys={keys} />
      </WindowContext>,
    )
  })
}

document.documentElement.lang = LANGUAGE
const root = document.querySelector('#root')
if (root) start(root)
