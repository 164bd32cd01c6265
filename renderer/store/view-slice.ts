/** What the window shows beside the library's own facts: the open dialog, the pane in front of a narrow window, the network's state. */
import type { Rule, RuleField } from '../../contract/rule'
import type { SliceTools } from './app-state'

export type DialogName =
  | 'add-feed'
  | 'settings'
  | 'rules'
  | 'shortcuts'
  | 'activity'
  | 'guide'
  | 'privacy'
  | 'prepare'
  | 'palette'
  | 'changes'
  | 'readiness'
  | 'edit-feed'
  | 'edit-folder'
  | 'remove-feed'
  | 'save-search'
  | 'import-report'
  | 'highlight-import'
/** A rule that is offered for changing, and what each field would be filled with. */
export interface RuleDraft {
  readonly rule: Rule
  readonly suggested: Partial<Record<RuleField, string>>
}
/** An address to add a feed from. */
export interface AddressOffer {
  readonly address: string
  readonly look: boolean
  /** Tells one offer of an address from the next. */
  readonly number: number
}
export type PaneName = 'sidebar' | 'list' | 'reader'

export interface ViewSlice {
  readonly dialog: DialogName | null
  /** The feed an open dialog is about. */
  readonly dialogFeedId: string | null
  /** The folder an open dialog is about. */
  readonly dialogFolder: readonly string[] | null
  /** The saved search that gets another name; null to save the present one. */
  readonly dialogSearch: string | null
  /** From a dropped or opened link; null when the reader comes with none. */
  readonly offer: AddressOffer | null
  /** Whether something that can be dropped is held over the window. */
  readonly dropOver: boolean
  /** Null when the rules themselves were asked for. */
  readonly ruleDraft: RuleDraft | null
  readonly middle: 'articles' | 'highlights'
  /** Only meant in windows too narrow for all panes. */
  readonly pane: PaneName
  readonly firstRun: boolean
  /** Whether the card for the text style is over the article. */
  readonly typeOpen: boolean
  /** Keys of the sidebar's folders whose feeds are hidden. */
  readonly closedFolders: ReadonlySet<string>
  /** Milliseconds since 1970, a minute old at most; what is shown as "5 minutes ago" counts from it. */
  readonly clock: number
  readonly tick: () => void
  readonly openDialog: (dialog: DialogName, feedId?: string | null) => void
  readonly draftRule: (draft: RuleDraft) => void
  readonly editFolder: (path: readonly string[]) => void
  readonly renameDialog: (search: string) => void
  /** @param look whether it is looked at without another word of the reader's */
  readonly offerAddress: (address: string, look: boolean) => void
  readonly holdDrop: (over: boolean) => void
  readonly closeDialog: () => void
  readonly showType: (open: boolean) => void
  readonly showPane: (pane: PaneName) => void
  readonly setMiddle: (middle: ViewSlice['middle']) => void
  readonly toggleFolder: (key: string) => void
  readonly endFirstRun: () => Promise<void>
}

export function createViewSlice({ set, get, now }: SliceTools): ViewSlice {
  let offers = 1
  return {
    dialog: null,
    dialogFeedId: null,
    dialogFolder: null,
    dialogSearch: null,
    offer: null,
    dropOver: false,
    ruleDraft: null,
    middle: 'articles',
    pane: 'list',
    firstRun: false,
    typeOpen: false,
    closedFolders: new Set(),
    clock: now(),
    tick: () => {
      set({ clock: now() })
    },
    openDialog: (dialog, feedId = null) => {
      set({ dialog, dialogFeedId: feedId, dialogSearch: null, offer: null, ruleDraft: null })
    },
    draftRule: (ruleDraft) => {
      set({ dialog: 'rules', dialogFeedId: null, ruleDraft })
    },
    editFolder: (dialogFolder) => {
      set({ dialog: 'edit-folder', dialogFolder })
    },
    renameDialog: (dialogSearch) => {
      set({ dialog: 'save-search', dialogSearch })
    },
    offerAddress: (address, look) => {
      set({ dialog: 'add-feed', dialogFeedId: null, offer: { address, look, number: offers++ } })
    },
    holdDrop: (dropOver) => {
      if (dropOver !== get().dropOver) set({ dropOver })
    },
    closeDialog: () => {
      set({ dialog: null, dialogFeedId: null, dialogFolder: null, ruleDraft: null })
    },
    showType: (typeOpen) => {
      set({ typeOpen })
    },
    showPane: (pane) => {
      set({ pane })
    },
    setMiddle: (middle) => {
      set({ middle, pane: 'list' })
    },
    toggleFolder: (key) => {
      const closedFolders = new Set(get().closedFolders)
      if (!closedFolders.delete(key)) closedFolders.add(key)
      set({ closedFolders })
    },
    endFirstRun: async () => {
      set({ firstRun: false })
      await get().changeSettings({ firstRunDone: true })
    },
  }
}
