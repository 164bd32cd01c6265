/** Loads the window anew when the reader chooses another language: words are fixed while a page is open. */
import type { AppStore } from '../store/app-store'

/** `location` is the page's; what was open is taken up again after the load. */
export function followLanguage(store: AppStore, location: Pick<Location, 'search'>): void {
  const asked = new URLSearchParams(location.search).get('language') ?? 'system'
  let leaving = false
  store.subscribe(({ loaded, settings }) => {
    if (!loaded || leaving || settings.language === asked) return
    leaving = true
    location.search = settings.language === 'system' ? '' : `?language=${settings.language}`
  })
}
