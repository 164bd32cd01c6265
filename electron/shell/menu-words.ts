/** The words of the native menus in German; English is what the template itself says. Pure but for Electron's types. */
import type { MenuItemConstructorOptions } from 'electron'

const GERMAN: Readonly<Record<string, string>> = {
  '&File': '&Datei',
  '&Edit': '&Bearbeiten',
  '&View': '&Ansicht',
  '&Article': 'A&rtikel',
  '&Go': '&Gehe zu',
  '&Help': '&Hilfe',
  Guide: 'Anleitung',
  'Keyboard Shortcuts': 'Tastatur',
  'New Window': 'Neues Fenster',
  'Show Offprint': 'Offprint zeigen',
  Quit: 'Beenden',
  'Save Diagnostics…': 'Diagnose speichern…',
  'Settings…': 'Einstellungen…',
  'Add Feed…': 'Feed hinzufügen…',
  'Import OPML…': 'OPML einlesen…',
  'Export OPML…': 'OPML ausgeben…',
  'Export Highlights': 'Markierungen ausgeben',
  'As Markdown…': 'Als Markdown…',
  'As Markdown, a File an Article…': 'Als Markdown, eine Datei je Artikel…',
  'As HTML…': 'Als HTML…',
  'As JSON…': 'Als JSON…',
  'Import Highlights…': 'Markierungen einlesen…',
  'Back Up Library…': 'Bibliothek sichern…',
  'Restore Backup…': 'Sicherung zurückholen…',
  'Sync Now': 'Jetzt abgleichen',
  'Cancel Sync': 'Abgleich abbrechen',
  'Save Article As': 'Artikel sichern als',
  'Web Page…': 'Webseite…',
  'PDF Document…': 'PDF-Dokument…',
  'Book (EPUB)…': 'Buch (EPUB)…',
  'Markdown Text…': 'Markdown-Text…',
  'Print…': 'Drucken…',
  'Find in Article': 'Im Artikel suchen',
  'Search Articles': 'Artikel durchsuchen',
  'Save This Search…': 'Diese Suche speichern…',
  'Text Style…': 'Schriftbild…',
  'Larger Text': 'Größere Schrift',
  'Smaller Text': 'Kleinere Schrift',
  'Normal Text': 'Normale Schrift',
  'Show or Hide Feeds': 'Feeds zeigen oder ausblenden',
  Activity: 'Was geschah',
  'Next Article': 'Nächster Artikel',
  'Previous Article': 'Voriger Artikel',
  'Mark as Read or Unread': 'Als gelesen oder ungelesen kennzeichnen',
  'Star or Unstar': 'Stern geben oder wegnehmen',
  'Save or Unsave': 'Aufheben oder nicht mehr aufheben',
  'Mark All as Read': 'Alle als gelesen kennzeichnen',
  'Mark All Above as Read': 'Alle darüber als gelesen kennzeichnen',
  'Mark All Below as Read': 'Alle darunter als gelesen kennzeichnen',
  'Remove Article': 'Artikel entfernen',
  'Mute Articles Like This…': 'Solche Artikel stumm schalten…',
  'Show What Is on This Disk': 'Zeigen, was auf dieser Platte ist',
  'Show What Changed': 'Zeigen, was sich geändert hat',
  'Highlight Selection': 'Auswahl markieren',
  'Prepare for Offline': 'Für offline bereitmachen',
  'Open in Browser': 'Im Browser öffnen',
  'Copy Link': 'Adresse kopieren',
  Today: 'Heute',
  Unread: 'Ungelesen',
  'All Articles': 'Alle Artikel',
  Starred: 'Mit Stern',
  Saved: 'Aufgehoben',
  Highlights: 'Markierungen',
  'Ready Offline': 'Offline bereit',
  Edition: 'Ausgabe',
  'New Edition': 'Neue Ausgabe',
  'Go to Anything…': 'Gehe zu…',
}

/** How the menus say something in this language; `locale` is the computer's, for `system`. */
export function menuWords(language: 'system' | 'en' | 'de', locale: string): (english: string) => string {
  const german = language === 'de' || (language === 'system' && locale.toLowerCase().startsWith('de'))
  return german ? (english) => GERMAN[english] ?? english : (english) => english
}

/** The same menus, saying everything as `say` does. */
export function translateMenu(
  menu: readonly MenuItemConstructorOptions[],
  say: (english: string) => string,
): MenuItemConstructorOptions[] {
  return menu.map((item) => ({
    ...item,
    ...(item.label === undefined ? {} : { label: say(item.label) }),
    ...(Array.isArray(item.submenu) ? { submenu: translateMenu(item.submenu, say) } : {}),
  }))
}
