/** German words of the program itself: newer versions, whom it talks to, its guide. */
import { count, formatNumber } from '../format-number'
import type { Translation } from '../translation'

export const network: Translation = {
  updates: {
    title: 'Das Programm',
    tray: 'Offprint im Infobereich behalten, wenn sein letztes Fenster geschlossen wird',
    trayHint: 'Dort gleicht es weiter ab. Beenden über sein Menü oder das Menü Datei.',
    none: {
      system: 'Neue Versionen von Offprint bringt die Paketverwaltung des Systems.',
      build: 'Diese Kopie wurde ohne Adresse für neue Versionen gebaut; sie sucht keine.',
      folder: 'Diese Kopie läuft aus einem Ordner: Eine neue Version wird von Hand daneben entpackt.',
      network: 'Das Netz ist für diesen Lauf ausgeschaltet; es wird keine neue Version gesucht.',
    },
    look: 'Einmal am Tag nachsehen, ob es ein neueres Offprint gibt',
    lookHint:
      'Nur die Beschreibung der Version wird geholt. Nichts wird geladen oder eingerichtet, bevor du es sagst.',
    channel: 'Versionen',
    channels: { stable: 'Fertige', beta: 'Auch Probeversionen' },
    idle: 'Es wurde noch nicht nachgesehen.',
    checking: 'Eine neuere Version wird gesucht…',
    newest: 'Das ist die neueste Version.',
    offered: (version: string) => `Version ${version} ist da.`,
    downloading: (version: string) => `Version ${version} wird geholt…`,
    ready: (version: string) => `Version ${version} ist hier und nachweislich unverändert.`,
    progress: 'Fortschritt des Ladens',
    notes: 'Was neu ist',
    check: 'Jetzt nachsehen',
    fetch: (size: string) => (size === '' ? 'Laden' : `Laden (${size})`),
    cancel: 'Anhalten',
    install: 'Neu starten und einrichten',
  },
  privacy: {
    title: 'Angesprochene Server',
    open: 'Angesprochene Server…',
    explanation:
      'Jeder Server, den Offprint um etwas gebeten hat, und wofür. Auf dieser Platte gezählt, niemandem gesagt.',
    find: 'Einen Server finden',
    loading: 'Wird gezählt…',
    count: (n: number) => count(n, 'Server', 'Server'),
    host: 'Server',
    why: 'Gebeten um',
    last: 'Zuletzt',
    purposes: {
      feed: 'Feeds',
      page: 'Seiten von Artikeln',
      picture: 'Bilder',
      related: 'verwandte Artikel',
      comments: 'Kommentare',
      icon: 'Symbole von Feeds',
      look: 'einen Feed, den du eingetippt hast',
      update: 'neuere Versionen',
    },
    times: (what: string, n: number) => `${what} (${formatNumber(n)})`,
    forget: 'Diese Liste vergessen',
    forgotten: 'Die Liste der angesprochenen Server wurde vergessen.',
  },
  guide: { title: 'Anleitung', chapters: 'Kapitel' },
}
