/** Hands the store and the window's parts to the components, so that nothing in the window is a global. */
import { createContext, use } from 'react'
import { useStore } from 'zustand'
import type { AppState } from '../store/app-state'
import type { AppStore } from '../store/app-store'
import type { DropFollower } from '../subscribe/follow-drops'
import type { WindowParts } from './window-parts'

export interface WindowTools {
  readonly store: AppStore
  readonly parts: WindowParts
  readonly drops: DropFollower
}

export const WindowContext = createContext<WindowTools | null>(null)

export function useWindow(): WindowTools {
  const tools = use(WindowContext)
  if (!tools) throw new Error('This component stands outside the window')
  return tools
}

/** Reads a part of the state; the component draws again only when that part is another one. */
export function useApp<T>(selector: (state: AppState) => T): T {
  return useStore(useWindow().store, selector)
}
