/** The language of the interface: what the window's address or its page asks for, else the first of the computer's languages we speak. */

export type Language = 'en' | 'de'

export const LANGUAGES: readonly Language[] = ['en', 'de']

const LOCALES: Record<Language, string> = { en: 'en-GB', de: 'de-DE' }

/** `asked` wins when we speak it; `known` are language tags (BCP 47), best first. English when nothing fits. */
export function chooseLanguage(asked: string | null, known: readonly string[]): Language {
  const wanted = [asked ?? '', ...known].map((tag) => tag.toLowerCase().split('-')[0])
  return wanted.map((tag) => LANGUAGES.find((one) => one === tag)).find((one) => one !== undefined) ?? 'en'
}

/** Null for the computer's own. A start writes the reader's choice into the page; a choice made since then is in the address. */
export function askedLanguage({ location, documentElement }: AskedPage): string | null {
  return new URLSearchParams(location.search).get('language') ?? documentElement.dataset['language'] ?? null
}

export interface AskedPage {
  readonly location: Pick<Location, 'search'>
  readonly documentElement: { readonly dataset: Readonly<Record<string, string | undefined>> }
}

/** Fixed while the window is open: another language is another load of the page. Tests in Node have no page and read English. */
export const LANGUAGE: Language =
  typeof document === 'undefined' ? 'en' : chooseLanguage(askedLanguage(document), navigator.languages)

export const LOCALE = LOCALES[LANGUAGE]
