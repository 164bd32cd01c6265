/** German words of the readiness panel. */
import { count, formatNumber } from '../format-number'
import type { Translation } from '../translation'

const comments = (n: number): string => count(n, 'Kommentar', 'Kommentare')

export const readiness: Translation = {
  readiness: {
    title: 'Auf dieser Platte',
    looking: 'Es wird nachgesehen',
    mark: { whole: 'Auf dieser Platte', part: 'Teils auf dieser Platte' },
    open: (mark: string): string => `${mark}, zeigen, was da ist`,
    whole: 'Der ganze Artikel kann offline gelesen werden.',
    notWhole: 'Von diesem Artikel ist nicht alles da.',
    text: 'Text',
    textFrom: {
      feed: (words: number): string => `Aus dem Feed, ${count(words, 'Wort', 'Wörter')}`,
      page: (words: number): string => `Von der Seite, ${count(words, 'Wort', 'Wörter')}`,
    },
    noText: 'Nur der Titel',
    pictures: 'Bilder',
    related: 'Verwandte Artikel',
    comments: 'Kommentare',
    commentStates: {
      unwanted: (_: number): string => 'Nicht gewünscht; das steht in den Einstellungen des Feeds',
      unnamed: (_: number): string => 'Der Feed nennt keine',
      none: (_: number): string => 'Noch nicht geholt',
      missing: (_: number): string => 'Kamen nicht',
      some: (n: number): string => `${comments(n)}, nicht alle`,
      all: (n: number): string => comments(n),
    },
    size: 'Größe',
    none: 'Keine',
    of: (here: number, all: number): string => `${formatNumber(here)} von ${formatNumber(all)}`,
    why: 'Warum nicht',
    checked: (clock: string): string => `Auf der Platte nachgesehen um ${clock}.`,
    complete: 'Holen, was fehlt',
  },
}
