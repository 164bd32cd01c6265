/** German words of subscribing: finding feeds, their previews, and what is dropped on the window. */
import { count, formatNumber } from '../format-number'
import type { Translation } from '../translation'

export const subscribe: Translation = {
  subscribe: {
    find: 'Feed suchen',
    finding: 'Feeds werden gesucht…',
    found: (title: string) => `${title} gefunden.`,
    foundMany: (n: number) => `${count(n, 'Feed', 'Feeds')} gefunden.`,
    choose: 'Diese Seite bietet mehrere Feeds. Wähle, welche du möchtest.',
    add: (n: number) => (n > 1 ? `${formatNumber(n)} Feeds hinzufügen` : 'Feed hinzufügen'),
    adding: 'Wird hinzugefügt…',
    added: (n: number) => `${count(n, 'Feed wurde', 'Feeds wurden')} hinzugefügt`,
    known: (title: string) => `Diesen Feed hast du schon, als „${title}“.`,
    show: 'Feed zeigen',
    formats: { rss: 'RSS', atom: 'Atom', rdf: 'RSS 1.0', json: 'JSON Feed' },
    perDay: (n: number) => `etwa ${formatNumber(n)} am Tag`,
    perWeek: (n: number) => `etwa ${formatNumber(n)} in der Woche`,
    perMonth: (n: number) => `etwa ${formatNumber(n)} im Monat`,
    seldom: 'weniger als einer im Monat',
    silentSince: (when: string) => `nichts Neues seit ${when}`,
    texts: {
      whole: 'ganze Artikel',
      excerpts: 'Auszüge, der Rest kommt von den Seiten',
      headlines: 'Schlagzeilen, der Text kommt von den Seiten',
    },
    newest: 'Neueste Artikel',
    empty: 'Er enthält gerade keine Artikel.',
    loading: 'Die neuesten Artikel werden geholt…',
    preview: 'Neueste Artikel zeigen',
    drop: 'Ablegen zum Hinzufügen',
    dropHint: 'Die Adresse einer Seite oder eines Feeds, oder eine Liste von Feeds (OPML)',
    dropNoAddress: 'In dem, was du abgelegt hast, steckt keine Webadresse.',
    dropNoList: (name: string) =>
      `${name} ist keine Liste von Feeds. Ablegen kannst du eine Adresse oder eine OPML-Datei.`,
  },
}
