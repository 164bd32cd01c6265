/** German words of long work: what runs, how far it came, how it ended. */
import type { WorkName } from '../../../contract/work'
import { count, formatBytes, formatNumber } from '../format-number'

type Progress = (done: number, total: number) => string

const counted: Progress = (done, total) => `${formatNumber(done)} von ${formatNumber(total)}`
const bytes: Progress = (done, total) => `${formatBytes(done)} von ${formatBytes(total)}`

const names: Record<WorkName, string> = {
  'import-feeds': 'Feeds werden eingelesen',
  'import-highlights': 'Markierungen werden eingelesen',
  'export-highlights': 'Markierungen werden ausgegeben',
  'save-articles': 'Artikel werden gespeichert',
  backup: 'Wird gesichert',
  restore: 'Wird zurückgeholt',
  move: 'Die Bibliothek wird kopiert',
  index: 'Das Suchverzeichnis wird angelegt',
}

const progress: Record<WorkName, Progress> = {
  'import-feeds': counted,
  'import-highlights': counted,
  'export-highlights': counted,
  'save-articles': counted,
  backup: bytes,
  restore: bytes,
  move: bytes,
  index: counted,
}

export const works = {
  works: {
    label: 'Laufende Arbeit',
    names,
    progress,
    begun: (name: string) => `${name}…`,
    cancel: (name: string) => `Abbrechen: ${name}`,
    ending: 'Wird beendet…',
    cancelled: {
      'export-highlights': 'Die Ausgabe wurde abgebrochen. Nichts wurde geschrieben.',
      'save-articles': 'Das Speichern wurde abgebrochen. Keine Datei wurde geschrieben.',
      backup: 'Die Sicherung wurde abgebrochen. Keine Datei wurde geschrieben.',
      restore: 'Das Zurückholen wurde abgebrochen. Die Bibliothek ist, wie sie war.',
    },
    indexed: (n: number) =>
      `Das Suchverzeichnis ist vollständig: ${count(n, 'Artikel wurde', 'Artikel wurden')} durchgesehen.`,
    notIndexed:
      'Das Suchverzeichnis konnte nicht angelegt werden; eine Suche findet vielleicht nicht alles. Beim nächsten Start wird es wieder versucht.',
  },
}
