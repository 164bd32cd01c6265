/** German words of the window itself: what every part shares, first screen, messages. */
import type { Translation } from '../translation'

export const window: Translation = {
  app: { name: 'Offprint', loading: 'Deine Bibliothek wird geöffnet' },
  actions: {
    undo: 'Rückgängig',
    close: 'Schließen',
    cancel: 'Abbrechen',
    save: 'Speichern',
    add: 'Hinzufügen',
    remove: 'Entfernen',
    retry: 'Noch einmal versuchen',
    back: 'Zurück',
    dismiss: 'Meldung schließen',
    showFeeds: 'Feeds zeigen',
    hideFeeds: 'Feeds ausblenden',
    backToList: 'Zurück zur Liste',
  },
  messages: 'Meldungen',
  dateline: (weekday: string, day: string, month: string, year: string) =>
    `${weekday}, ${day}. ${month} ${year}`,
  firstRun: {
    title: 'Willkommen bei Offprint',
    intro:
      'Nachrichten, die dir bleiben. Ganze Artikel mit ihren Bildern auf deiner eigenen Platte: überall zu lesen, mit Netz oder ohne.',
    starterTitle: 'Mit dem Wegweiser beginnen',
    starter: 'Sechs kurze Artikel, die mitgeliefert werden: offline lesen, markieren, abonnieren.',
    starterCheck: 'Startausgabe',
    wellKnown: 'Gute Anfänge',
    own: 'Eine Seite, die du liest',
    opmlTitle: 'Kommst du von einem anderen Leseprogramm?',
    opml: 'OPML-Datei einlesen',
    opmlHint: 'Jedes Leseprogramm kann eine ausgeben. Ordner bleiben erhalten.',
    start: 'Lesen',
    starting: 'Deine Feeds werden hinzugefügt…',
    skip: 'Mit einer leeren Bibliothek beginnen',
    failed: 'Diese konnten nicht hinzugefügt werden:',
    privacy:
      'Kein Konto. Nichts über dich verlässt diesen Computer; nur die Feeds, die du wählst, werden nach Neuem gefragt.',
  },
}
