/** Makes the window's store from a bridge. It knows nothing of React, so it is tested without a window. */
import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import type { Bridge } from '../../contract/bridge'
import type { AppState, SliceTools } from './app-state'
import { createArrangeSlice } from './arrange-slice'
import { createArticleSlice } from './article-slice'
import { createAsk } from './ask'
import { createEditionSlice } from './edition-slice'
import { createFeedSlice } from './feed-slice'
import { createHighlightSlice } from './highlight-slice'
import { createHyphenSlice } from './hyphen-slice'
import { createLibrarySlice } from './library-slice'
import { createListSlice } from './list-slice'
import { createModalSlice } from './modal-slice'
import { createNetworkSlice } from './network-slice'
import { createSavedSearchSlice } from './saved-search-slice'
import { createRemovalSlice } from './removal-slice'
import { createRuleSlice } from './rule-slice'
import { createSearchSlice } from './search-slice'
import { createSelectionSlice } from './selection-slice'
import { createSettingsSlice } from './settings-slice'
import { createPaperSlice } from './paper-slice'
import { createPrepareSlice } from './prepare-slice'
import { createStorySlice } from './story-slice'
import { createStatusSlice } from './status-slice'
import { createStorageSlice } from './storage-slice'
import { createSubscribeSlice } from './subscribe-slice'
import { createSyncSlice } from './sync-slice'
import { createToastSlice } from './toast-slice'
import { createReadinessSlice } from './readiness-slice'
import { createVersionSlice } from './version-slice'
import { createViewSlice } from './view-slice'
import { createWorkSlice } from './work-slice'

export type AppStore = StoreApi<AppState>

/** The store holds nothing of the library until `start` (see `follow-events.ts`) has been called. */
export function createAppStore(bridge: Bridge, now: () => number = Date.now): AppStore {
  return createStore<AppState>()((set, get) => {
    const tools: SliceTools = { set, get, ask: createAsk(bridge), now }
    return {
      ...createToastSlice(tools),
      ...createViewSlice(tools),
      ...createSettingsSlice(tools),
      ...createLibrarySlice(tools),
      ...createFeedSlice(tools),
      ...createArrangeSlice(tools),
      ...createRemovalSlice(tools),
      ...createListSlice(tools),
      ...createModalSlice(tools),
      ...createNetworkSlice(tools),
      ...createStatusSlice(tools),
      ...createPaperSlice(tools),
      ...createPrepareSlice(tools),
      ...createStorySlice(tools),
      ...createRuleSlice(tools),
      ...createSearchSlice(tools),
      ...createSavedSearchSlice(tools),
      ...createSelectionSlice(tools),
      ...createArticleSlice(tools),
      ...createReadinessSlice(tools),
      ...createVersionSlice(tools),
      ...createHighlightSlice(tools),
      ...createHyphenSlice(tools),
      ...createStorageSlice(tools),
      ...createSubscribeSlice(tools),
      ...createSyncSlice(tools),
      ...createWorkSlice(tools),
      ...createEditionSlice(tools),
    }
  })
}
