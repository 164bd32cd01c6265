/** German words about the library's size, its limits, backups and its folder. */
import { count, formatBytes, formatNumber } from '../format-number'
import type { Translation } from '../translation'

export const storage: Translation = {
  storage: {
    title: 'Speicher',
    used: (bytes: number) => `Deine Bibliothek belegt ${formatBytes(bytes)}.`,
    counting: 'Wird gezählt…',
    parts: {
      bodies: 'Texte',
      media: 'Bilder',
      index: 'Suchverzeichnis',
      articles: 'Listen, Zeichen und Kopien',
      aside:
        'Beiseitegelegt: Beschädigtes und was eine Wiederherstellung ersetzt hat (zählt bei keiner Grenze)',
    },
    part: (name: string, bytes: number) => `${name} ${formatBytes(bytes)}`,
    keepDays: 'Artikel behalten',
    days: [
      [0, 'für immer'],
      [30, '30 Tage'],
      [90, '90 Tage'],
      [180, 'ein halbes Jahr'],
      [365, 'ein Jahr'],
      [730, 'zwei Jahre'],
    ],
    otherDays: (n: number) => count(n, 'Tag', 'Tage'),
    keepArticles: 'Von jedem Feed behalten',
    articles: [
      [0, 'alle Artikel'],
      [50, 'die neuesten 50'],
      [100, 'die neuesten 100'],
      [250, 'die neuesten 250'],
      [500, 'die neuesten 500'],
      [1000, 'die neuesten 1.000'],
    ],
    otherArticles: (n: number) => `die neuesten ${formatNumber(n)}`,
    budget: 'Die Bibliothek wachsen lassen bis',
    budgets: [
      [500, '500 MB'],
      [1000, '1 GB'],
      [2000, '2 GB'],
      [5000, '5 GB'],
      [10_000, '10 GB'],
      [50_000, '50 GB'],
      [0, 'ohne Grenze'],
    ],
    otherBudget: (n: number) => `${formatNumber(n)} MB`,
    always:
      'Artikel mit Stern, gemerkte, markierte und solche mit Notiz bleiben immer. Die ältesten gehen zuerst, einmal am Tag.',
    looking: 'Es wird nachgesehen, was ginge…',
    nothing: 'Mit diesen Grenzen geht jetzt nichts.',
    wouldGo: (articles: number, bytes: number, feeds: number) =>
      `${count(articles, 'Artikel', 'Artikel')}, etwa ${formatBytes(bytes)}, aus ${count(feeds, 'Feed', 'Feeds')} würden jetzt entfernt; solche mit Stern, gemerkte, markierte und solche mit Notiz bleiben.`,
    why: {
      age: (n: number) => `${formatNumber(n)} zu alt`,
      count: (n: number) => `${formatNumber(n)} zu viele für ihren Feed`,
      size: (n: number) => `${formatNumber(n)} über der Größe`,
    },
    keepToLimits: 'Diese Grenzen einhalten',
    removing: 'Wird entfernt…',
    removed: (articles: number, bytes: number, total: number) =>
      `${count(articles, 'Artikel wurde', 'Artikel wurden')} entfernt, ${formatBytes(bytes)} frei. Die Bibliothek belegt jetzt ${formatBytes(total)}.`,
    nothingRemoved: 'Gespeichert. Kein Artikel ist über diesen Grenzen.',
    backup: 'Alles in einer Datei, während du weiterliest',
    backUp: 'Sichern…',
    restore: 'Eine Sicherung an die Stelle von allem setzen',
    restoreBackup: 'Zurückholen…',
    backedUp: (bytes: number, file: string) => `${formatBytes(bytes)} wurden nach ${file} gesichert.`,
    restored: (articles: number, feeds: number) =>
      `${count(articles, 'Artikel', 'Artikel')} aus ${count(feeds, 'Feed', 'Feeds')} sind zurück. Was vorher hier war, liegt im Ordner „backups“.`,
    move: 'Verschieben…',
    keepOld: 'Beim Verschieben eine Kopie im alten Ordner lassen',
    moveHint: 'Offprint kopiert sie, vergleicht jede Datei und startet am neuen Ort neu.',
  },
}
