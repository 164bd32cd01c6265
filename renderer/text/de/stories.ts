/** German words of stories and of preparing for offline. */
import { count, formatBytes, formatNumber } from '../format-number'

export const stories = {
  stories: {
    also: (feeds: number, articles: number) =>
      feeds > 0 ? `auch in ${count(feeds, 'Feed', 'Feeds')}` : `und ${formatNumber(articles)} weitere`,
    opened: 'darunter gezeigt',
    open: 'Die anderen Fassungen zeigen',
    close: 'Die anderen Fassungen verbergen',
    part: 'Nicht dieselbe Geschichte',
    parted: 'Steht von nun an für sich',
    versions: 'Andere Fassungen dieser Geschichte',
    sameText: 'Derselbe Text',
    otherReport: 'Ein anderer Bericht',
    group: 'Eine Geschichte aus mehreren Feeds nur einmal zeigen',
    groupHint: 'Unter ihrer besten Fassung. Die anderen sind einen Tastendruck entfernt.',
  },
  prepare: {
    command: 'Für offline bereitmachen…',
    title: 'Für offline bereitmachen',
    intro: 'Holt ganze Texte, Bilder und verwandte Artikel, damit ohne Netz nichts fehlt.',
    scope: 'Artikel',
    unread: 'Alle ungelesenen',
    list: 'Diese Liste',
    newest: (n: number) => `Die neuesten ${formatNumber(n)}`,
    selection: (n: number) => `${count(n, 'ausgewählter Artikel', 'ausgewählte Artikel')}`,
    estimating: 'Sehe nach, was fehlt…',
    nothing: 'Alles davon ist schon auf dieser Platte.',
    estimate: (incomplete: number, bytes: number) =>
      `${count(incomplete, 'Artikel ist', 'Artikel sind')} unvollständig: etwa ${formatBytes(bytes)} zu holen.`,
    start: 'Beginnen',
    progress: (done: number, total: number) => `${formatNumber(done)} von ${formatNumber(total)}`,
    progressLabel: 'Fortschritt des Bereitmachens',
    begun: 'Was fehlt, wird geholt…',
    ready: (ready: number, all: number) =>
      `${formatNumber(ready)} von ${count(all, 'Artikel', 'Artikeln')} offline lesbar.`,
    cancelled: 'Angehalten. Was geholt wurde, bleibt.',
    incomplete: 'Unvollständig, und warum',
    problem: (missing: string, why: string) => `${missing}: ${why}`,
  },
}
