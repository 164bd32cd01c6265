/** The whole state of the window, put together from its slices, and what every slice is given to work with. */
import type { ArticleSlice } from './article-slice'
import type { ArrangeSlice } from './arrange-slice'
import type { Ask } from './ask'
import type { EditionSlice } from './edition-slice'
import type { FeedSlice } from './feed-slice'
import type { HighlightSlice } from './highlight-slice'
import type { HyphenSlice } from './hyphen-slice'
import type { LibrarySlice } from './library-slice'
import type { ListSlice } from './list-slice'
import type { ModalSlice } from './modal-slice'
import type { NetworkSlice } from './network-slice'
import type { SavedSearchSlice } from './saved-search-slice'
import type { ReadinessSlice } from './readiness-slice'
import type { RemovalSlice } from './removal-slice'
import type { RuleSlice } from './rule-slice'
import type { SearchSlice } from './search-slice'
import type { SelectionSlice } from './selection-slice'
import type { SettingsSlice } from './settings-slice'
import type { PaperSlice } from './paper-slice'
import type { PrepareSlice } from './prepare-slice'
import type { StorySlice } from './story-slice'
import type { StatusSlice } from './status-slice'
import type { StorageSlice } from './storage-slice'
import type { SubscribeSlice } from './subscribe-slice'
import type { SyncSlice } from './sync-slice'
import type { ToastSlice } from './toast-slice'
import type { WorkSlice } from './work-slice'
import type { VersionSlice } from './version-slice'
import type { ViewSlice } from './view-slice'

export type AppState = ArrangeSlice &
  ArticleSlice &
  EditionSlice &
  FeedSlice &
  HighlightSlice &
  HyphenSlice &
  LibrarySlice &
  ListSlice &
  ModalSlice &
  NetworkSlice &
  SavedSearchSlice &
  ReadinessSlice &
  RemovalSlice &
  RuleSlice &
  SearchSlice &
  SelectionSlice &
  SettingsSlice &
  StatusSlice &
  StorageSlice &
  PaperSlice &
  PrepareSlice &
  StorySlice &
  SubscribeSlice &
  SyncSlice &
  ToastSlice &
  VersionSlice &
  ViewSlice &
  WorkSlice

export interface SliceTools {
  readonly set: (change: Partial<AppState>) => void
  readonly get: () => AppState
  readonly ask: Ask
  /** Milliseconds since 1970; an argument so that tests can stop the clock. */
  readonly now: () => number
}
