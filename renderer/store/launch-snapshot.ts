/** Fills the store with what the window showed last, out of its own page: rows stand in the first frame, before anything was asked. */
import { LAUNCH_SNAPSHOT_ID } from '../../contract/launch-snapshot'
import type { LaunchSnapshot } from '../../contract/launch-snapshot'
import type { AppStore } from './app-store'

/** Null where the page holds none, which is every load but a start's. */
export function readLaunchSnapshot(page: Pick<Document, 'getElementById'>): LaunchSnapshot | null {
  const text = page.getElementById(LAUNCH_SNAPSHOT_ID)?.textContent
  // Written by our own main process from a file whose checksum it looked at.
  return text ? (JSON.parse(text) as LaunchSnapshot) : null
}

export function showLaunchSnapshot(store: AppStore, snapshot: LaunchSnapshot | null): void {
  if (snapshot === null) return
  const { settings, counts, query, page } = snapshot
  store.setState({ settings, counts, loaded: true })
  store.getState().showKnown(query, page)
}
