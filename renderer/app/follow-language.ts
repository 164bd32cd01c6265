/** Loads the window anew when the reader chooses another language: words are fixed while a page is open. */
import type { AppStore } from '../store/app-store'
import { askedLanguage, type AskedPage } from '../text/language'

/** What was open is taken up again after the load. */
export function followLanguage(store: AppStore, page: AskedPage): void {
  const asked = askedLanguage(page) ?? 'system'
  let leaving = false
  store.subscribe(({ loaded, settings }) => {
    if (!loaded || leaving || settings.language === asked) return
    leaving = true
    page.location.search = `?language=${settings.language}`
  })
}
