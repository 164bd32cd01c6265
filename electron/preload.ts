/** The bridge between window and main process: one request function, one way to listen, no channel names and no Electron objects. */
import { contextBridge, ipcRenderer } from 'electron'
import { EVENT_CHANNEL, REQUEST_CHANNEL, type Bridge } from '../contract/bridge'

type Listener = (fact: unknown) => void

const listeners = new Map<string, Set<Listener>>()

ipcRenderer.on(EVENT_CHANNEL, (_event, name: string, fact: unknown) => {
  for (const listener of listeners.get(name) ?? []) listener(fact)
})

const bridge: Bridge = {
  request: (name, ...args) => ipcRenderer.invoke(REQUEST_CHANNEL, name, ...args) as never,
  on: (name, listener) => {
    // The main process sends each fact under its own name (window-facts.ts), typed by the same contract.
    const listen = listener as Listener
    const heard = listeners.get(name) ?? new Set()
    listeners.set(name, heard.add(listen))
    return () => {
      heard.delete(listen)
    }
  },
}

contextBridge.exposeInMainWorld('offprint', bridge)
