/** German words of the article list and the search. */
import { count, formatNumber } from '../format-number'
import type { Translation } from '../translation'

const articles = (n: number) => count(n, 'Artikel', 'Artikel')

export const list: Translation = {
  list: {
    label: 'Artikel',
    region: 'Artikelliste',
    resize: 'Breite der Artikelliste',
    total: articles,
    markAllRead: 'Alle als gelesen kennzeichnen',
    markedRead: (n: number) =>
      n === 0 ? 'Nichts war ungelesen' : `${articles(n)} als gelesen gekennzeichnet`,
    marked: (n: number, change: { read?: boolean; starred?: boolean; saved?: boolean }) =>
      `${articles(n)} ${markedAs(change)}`,
    chosen: (n: number) => `${articles(n)} ausgewählt`,
    endChoosing: 'Auswahl beenden',
    open: 'Öffnen',
    copyLink: 'Adresse kopieren',
    linkCopied: 'Adresse kopiert',
    markAbove: 'Alle darüber als gelesen kennzeichnen',
    markBelow: 'Alle darunter als gelesen kennzeichnen',
    muteLike: 'Solche Artikel stumm schalten…',
    remove: (n: number) => (n === 1 ? 'Artikel entfernen' : 'Diese Artikel entfernen'),
    removed: (n: number) => (n === 1 ? 'Artikel entfernt' : `${formatNumber(n)} Artikel entfernt`),
    goToFeed: 'Seinen Feed zeigen',
    newest: 'Neueste zuerst',
    oldest: 'Älteste zuerst',
    newArticles: (n: number, more: boolean) =>
      `${formatNumber(n)}${more ? '+' : ''} ${n === 1 ? 'neuer' : 'neue'} Artikel`,
    loading: 'Artikel werden geladen',
    failed: 'Die Liste konnte nicht gezeigt werden',
    today: 'Heute',
    yesterday: 'Gestern',
    readyMark: 'offline bereit',
    starredMark: 'mit Stern',
    savedMark: 'aufgehoben',
    unreadMark: 'ungelesen',
    readMark: 'gelesen',
    highlightsMark: (n: number) => count(n, 'Markierung', 'Markierungen'),
  },
  empty: {
    unread: ['Alles gelesen', 'Hier ist nichts mehr zu lesen.'],
    today: ['Heute nichts Neues', 'Neue Artikel erscheinen hier, sobald sie kommen.'],
    all: ['Noch keine Artikel', 'Sie kommen mit dem nächsten Abgleich.'],
    starred: ['Nichts mit Stern', 'Drücke S, um einen Artikel wiederzufinden.'],
    saved: ['Nichts aufgehoben', 'Drücke V, um einen Artikel für immer zu behalten.'],
    highlighted: ['Keine Markierungen', 'Wähle Text in einem Artikel aus und drücke H.'],
    ready: [
      'Noch nichts bereit',
      'Hier erscheinen Artikel, deren Text, Bilder und Verweise alle auf dieser Platte sind.',
    ],
    edition: [
      'Noch keine Ausgabe',
      'Eine Ausgabe sind wenige ungelesene Artikel, alle auf dieser Platte, mit einem Ende. Umschalt+E stellt eine zusammen.',
    ],
    syncing: [
      'Deine Feeds werden geholt',
      'Artikel erscheinen hier, sobald sie da sind. Du kannst gleich lesen.',
    ],
    search: ['Nichts gefunden', 'Versuche es mit weniger oder kürzeren Wörtern.'],
    reader: ['Kein Artikel offen', 'Wähle einen aus der Liste. ? zeigt die Tasten.'],
  },
  edition: {
    nothing: 'Kein ungelesener Artikel ist offline bereit; es gibt nichts für eine Ausgabe.',
    progress: (read: number, total: number) => `${formatNumber(read)} von ${formatNumber(total)} gelesen`,
    finished: 'Du hast diese Ausgabe gelesen',
    finishedHint: 'Es kommt nichts hinzu. Die nächste entsteht, wenn du sie willst.',
    make: 'Neue Ausgabe',
    atStart: 'Beim Start eine Ausgabe zusammenstellen',
    atStartHint: 'Eine endliche Auswahl aus allen Feeds, offline bereit, die sich beim Lesen nicht ändert',
    sizes: {
      off: 'Keine',
      '10-articles': '10 Artikel',
      '20-articles': '20 Artikel',
      '15-minutes': '15 Minuten',
      '30-minutes': '30 Minuten',
    },
  },
  search: {
    label: 'Artikel durchsuchen',
    clear: 'Suche leeren',
    results: (n: number) => `${articles(n)} gefunden`,
    searching: 'Wird gesucht…',
    rebuilding: 'Das Suchverzeichnis wird neu angelegt; gleich kann mehr zu finden sein.',
    failed: 'Die Suche ging nicht',
    heading: 'Suche',
  },
  savedSearches: {
    save: 'Diese Suche speichern',
    saveTitle: 'Suche speichern',
    saveHint: 'Sie erscheint in der linken Spalte. Was sie findet, wird jedes Mal neu gesucht.',
    renameTitle: 'Suche umbenennen',
    name: 'Name der Suche',
    rename: 'Umbenennen…',
    remove: 'Suche entfernen',
    noName: 'Gib ihr einen Namen.',
    taken: (name: string) => `Eine Suche namens ${name} gibt es schon.`,
    saved: (name: string) => `${name} wurde gespeichert`,
    removed: (name: string) => `${name} wurde entfernt`,
    none: 'Es gibt keine gespeicherte Suche mit dieser Nummer.',
    searchFirst: 'Suche erst nach etwas, dann speichere es.',
  },
}

function markedAs({ read, starred, saved }: { read?: boolean; starred?: boolean; saved?: boolean }): string {
  if (read !== undefined) return read ? 'als gelesen gekennzeichnet' : 'als ungelesen gekennzeichnet'
  if (starred !== undefined) return starred ? 'mit Stern' : 'nicht mehr mit Stern'
  return saved === true ? 'aufgehoben' : 'nicht mehr aufgehoben'
}
