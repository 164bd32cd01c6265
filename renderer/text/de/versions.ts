/** German words of an article's versions. */
import { count, formatNumber } from '../format-number'
import type { Translation } from '../translation'

export const versions: Translation = {
  versions: {
    title: 'Was sich geändert hat',
    show: (updated: string) => `${updated}, Änderungen zeigen`,
    list: 'Fassungen, neueste zuerst',
    shown: 'Gezeigt',
    views: { changes: 'Änderungen', earlier: 'Früherer Text' },
    summary: (added: number, removed: number) => {
      if (added + removed === 0) return 'Zeichensetzung geändert'
      const words = [
        added > 0 ? `${count(added, 'Wort', 'Wörter')} hinzugefügt` : '',
        removed > 0 ? `${count(removed, 'Wort', 'Wörter')} entfernt` : '',
      ]
      return words.filter((word) => word !== '').join(', ')
    },
    folded: (n: number) => `${formatNumber(n)} unveränderte Absätze`,
    added: 'Hinzugefügt:',
    removed: 'Entfernt:',
    end: 'Ende der Änderung.',
    loading: 'Die Texte werden verglichen',
    none: 'Der Herausgeber hat diesen Artikel nicht geändert, seit er geholt wurde.',
  },
}
