/** What the shell needs of the engine and of its handlers: the part a test can stand in for without a library or a network. */
import type { EventName, Events, RequestName, Requests } from '../../contract/bridge'
import type { Engine } from '../engine'

/** Answers one request. An expected failure is an Error with a `code` in lower case (`not_found`) and a sentence for the reader. */
export type Handler<N extends RequestName> = (
  ...args: Parameters<Requests[N]>
) => ReturnType<Requests[N]> | Promise<ReturnType<Requests[N]>>

export type Handlers<N extends RequestName = RequestName> = { readonly [K in N]: Handler<K> }

/** Requests that need a dialog, the desktop or a fact only Electron knows; all others the engine answers alone. */
export type ShellRequestName =
  | 'app.info'
  | 'app.openExternal'
  | 'app.showLibraryFolder'
  | 'app.copyText'
  | 'settings.change'
  | 'feeds.importOpml'
  | 'feeds.importDropped'
  | 'feeds.exportOpml'
  | 'highlights.export'
  | 'highlights.exportEach'
  | 'highlights.import'
  | 'articles.save'
  | 'articles.hyphens'

/** Requests that each window is answered for itself. */
export type WindowRequestName = 'view.kept' | 'view.keep' | 'articles.savePdf'

/** Requests that every window is answered alike. */
export type SharedRequestName = Exclude<RequestName, WindowRequestName>

export type LibraryShellRequest = 'library.backup' | 'library.restore' | 'library.move'

export type UpdateRequest = Extract<RequestName, `updates.${string}`>

export type EngineRequestName = Exclude<
  SharedRequestName,
  ShellRequestName | LibraryShellRequest | UpdateRequest
>

/** Tells the window a fact of the contract. */
export type Tell = <N extends EventName>(name: N, fact: Events[N]) => void

export type EngineFacade = Pick<
  Engine,
  | 'info'
  | 'counts'
  | 'settings'
  | 'changeSettings'
  | 'rules'
  | 'saveRules'
  | 'previewRule'
  | 'feeds'
  | 'addFeed'
  | 'addStarter'
  | 'discovery'
  | 'changeFeed'
  | 'credentials'
  | 'feedDesk'
  | 'importOpml'
  | 'exportOpml'
  | 'listArticles'
  | 'article'
  | 'compareVersion'
  | 'hyphens'
  | 'mark'
  | 'markAllRead'
  | 'markBelowRead'
  | 'offline'
  | 'editions'
  | 'stories'
  | 'search'
  | 'snippets'
  | 'highlights'
  | 'addHighlight'
  | 'changeHighlight'
  | 'removeHighlight'
  | 'restoreHighlight'
  | 'exchange'
  | 'sync'
  | 'cancelSync'
  | 'progress'
  | 'decisions'
  | 'contacts'
  | 'dueByOwnInterval'
  | 'mediaFile'
  | 'warmUp'
  | 'close'
  | 'storage'
  | 'works'
  | 'launch'
>
