/** German words of highlights. */
import type { HighlightImport } from '../../../contract/highlight'
import { count, formatNumber } from '../format-number'
import type { Translation } from '../translation'

export const highlights: Translation = {
  highlights: {
    title: 'Markierungen',
    region: 'Alle Markierungen',
    make: 'Neue Markierung',
    edit: 'Markierung bearbeiten',
    colors: { yellow: 'Gelb', green: 'Grün', blue: 'Blau', pink: 'Rosa', purple: 'Violett' },
    color: 'Farbe',
    note: 'Notiz',
    notePlaceholder: 'Notiz hinzufügen',
    saveNote: 'Notiz speichern',
    remove: 'Markierung entfernen',
    removed: 'Markierung entfernt',
    added: 'Markiert',
    copy: 'Markierung kopieren',
    copyFound: 'Alle gezeigten kopieren',
    copied: (n: number) => `${count(n, 'Markierung', 'Markierungen')} kopiert`,
    editNote: 'Notiz bearbeiten',
    grouping: 'Markierungen ordnen',
    groupings: { article: 'Nach Artikel', feed: 'Nach Feed', color: 'Nach Farbe', date: 'Nach Tag' },
    filter: 'In Markierungen suchen',
    anyColor: 'Jede Farbe',
    export: 'Markierungen ausgeben',
    asMarkdown: 'Als Markdown…',
    asHtml: 'Als HTML…',
    asJson: 'Als JSON…',
    exported: (n: number, file: string) => `${count(n, 'Markierung', 'Markierungen')} in ${file} geschrieben`,
    asFiles: 'Als Markdown, eine Datei je Artikel…',
    exportedEach: (n: number, files: number, folder: string) =>
      `${count(n, 'Markierung', 'Markierungen')} in ${count(files, 'Datei', 'Dateien')} in ${folder} geschrieben`,
    import: 'Aus Markdown oder JSON einlesen…',
    imported: ({ added, changed, known, refused, left = 0 }: HighlightImport, leftOut: number) =>
      [
        `${count(added, 'Markierung', 'Markierungen')} eingelesen`,
        changed > 0 ? `${formatNumber(changed)} wie in der Datei geändert` : '',
        known > 0 ? `${count(known, 'war', 'waren')} schon da` : '',
        leftOut > 0 ? `${count(leftOut, 'blieb', 'blieben')} weg` : '',
        refused.length > 0 ? `${count(refused.length, 'Datei', 'Dateien')} nicht gelesen` : '',
        left > 0 ? `${formatNumber(left)} nicht angesehen, weil du abgebrochen hast` : '',
      ]
        .filter(Boolean)
        .join(', '),
    importTitle: 'Eingelesene Markierungen',
    leftOut: 'Nicht eingelesen: ihre Artikel sind nicht in dieser Bibliothek',
    refusedFiles: 'Nicht gelesen: diese Dateien sind beschädigt oder nicht von Offprint',
    leftOutHint: 'Füge die Feeds dieser Artikel hinzu, gleiche ab und lies die Datei noch einmal ein.',
    leftOutOf: (n: number) => count(n, 'Markierung', 'Markierungen'),
    nothingMatches: 'Keine Markierung passt.',
    list: 'Markierungen',
    count: (n: number, articles: number) =>
      `${count(n, 'Markierung', 'Markierungen')} in ${count(articles, 'Artikel', 'Artikeln')}`,
    failed: 'Deine Markierungen konnten nicht gelesen werden',
  },
}
