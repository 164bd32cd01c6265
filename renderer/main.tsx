/** Starts the window: store, keyboard and menu commands around one React root. */
import { createRoot } from 'react-dom/client'
import type { Bridge } from '../contract/bridge'
import { App } from './app/app'
import { runCommand } from './app/commands'
import { createKeyFollower } from './app/follow-keys'
import { createKeyReader, currentKeys } from './app/key-map'
import { followLanguage } from './app/follow-language'
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
  showLaunchSnapshot(tools.store, readLaunchSnapshot(document))
  followLanguage(tools.store, document)
  void startStore(tools.store, bridge).then(() => {
    const keeper = keepView(tools.store, bridge)
    window.addEventListener('pagehide', keeper.flush)
  })
  createRoot(root).render(
    <WindowContext value={tools}>
      <App keys={keys} />
    </WindowContext>,
  )
}

document.documentElement.lang = LANGUAGE
const root = document.querySelector('#root')
if (root) start(root)
