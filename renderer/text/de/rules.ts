/** German words of the rules. */
import { formatNumber } from '../format-number'
import type { Translation } from '../translation'

export const rules: Translation = {
  rules: {
    title: 'Regeln',
    editTitle: 'Regel',
    hint: 'Regeln gelten für Artikel, wenn sie ankommen. Was schon hier ist, bleibt, wie es ist.',
    none: 'Es gibt noch keine Regeln.',
    add: 'Neue Regel',
    edit: (rule: string) => `Bearbeiten: ${rule}`,
    remove: (rule: string) => `Entfernen: ${rule}`,
    when: 'Wenn ein Artikel ankommt und all das zutrifft',
    then: 'Tu das',
    save: 'Regel speichern',
    conditionLabel: 'Bedingung',
    fieldLabel: 'Was angesehen wird',
    testLabel: 'Wie',
    wordsLabel: 'Wörter',
    wordsHint: 'Wörter, oder eine Wendung, …',
    addCondition: 'Bedingung hinzufügen',
    removeCondition: 'Diese Bedingung entfernen',
    chooseFeed: 'Feed wählen',
    unknownFeed: 'ein entfernter Feed',
    contains: 'enthält',
    containsNot: 'enthält nicht',
    is: 'ist',
    isNot: 'ist nicht',
    fields: {
      words: 'Titel oder Zusammenfassung',
      title: 'Titel',
      author: 'Autor',
      category: 'Kategorie',
      feed: 'Feed',
    },
    actions: {
      mute: 'Stumm schalten',
      read: 'Als gelesen kennzeichnen',
      star: 'Stern geben',
      save: 'Aufheben',
      notify: 'Benachrichtigen',
    },
    actionHints: {
      mute: 'Wird behalten und von der Suche gefunden, steht aber in keiner Liste',
      read: 'Kommt als gelesen an',
      star: 'Kommt mit Stern an',
      save: 'Wird für immer behalten',
      notify: 'Auf dem Schreibtisch, wenn Benachrichtigungen an sind',
    },
    and: ' und ',
    sentence: (when: string, what: string) => `Wenn ${when}: ${what}`,
    condition: (field: string, words: string, not: boolean) =>
      `${field} ${not ? 'enthält nicht' : 'enthält'} „${words}“`,
    feedCondition: (title: string, not: boolean) => `Feed ist ${not ? 'nicht ' : ''}„${title}“`,
    unfinished: 'Trenne Möglichkeiten mit Kommas; ein * am Wortende findet alle, die so beginnen.',
    finds: (matching: number, looked: number) =>
      `Hätte für ${formatNumber(matching)} der neuesten ${formatNumber(looked)} Artikel gegolten.`,
  },
}
