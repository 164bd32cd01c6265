/** The language of the interface: what the address of the window asks for, else the first of the computer's languages we speak. */

export type Language = 'en' | 'de'

export const LANGUAGES: readonly Language[] = ['en', 'de']

const LOCALES: Record<Language, string> = { en: 'en-GB', de: 'de-DE' }

/** `asked` wins when we speak it; `known` are language tags (BCP 47), best first. English when nothing fits. */
export function chooseLanguage(asked: string | null, known: readonly string[]): Language {
  const wanted = [asked ?? '', ...known].map((tag) => tag.toLowerCase().split('-')[0])
  return wanted.map((tag) => LANGUAGES.find((one) => one === tag)).find((one) => one !== undefined) ?? 'en'
}

/** Fixed while the window is open: another language is another load of the page. Tests in Node have no page and read English. */
export const LANGUAGE: Language =
  typeof location === 'undefined'
    ? 'en'
    : chooseLanguage(new URLSearchParams(location.search).get('language'), navigator.languages)

export const LOCALE = LOCALES[LANGUAGE]
