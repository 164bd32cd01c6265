/** English words of the settings. */
import { formatNumber } from '../format-number'

export const settings = {
  settings: {
    title: 'Settings',
    reading: 'Reading',
    theme: 'Theme',
    themes: { system: 'System', light: 'Light', sepia: 'Sepia', dark: 'Dark' },
    textSize: 'Text size',
    textWidth: 'Column width',
    lineHeight: 'Line spacing',
    pixels: (n: number) => `${formatNumber(n)} px`,
    characters: (n: number) => `${formatNumber(n)} characters`,
    list: 'List',
    density: 'Rows',
    densities: { comfortable: 'Comfortable', compact: 'Compact' },
    markReadOnOpen: 'Mark an article as read when I open it',
    markReadHint: 'Moving through the list never does.',
    syncing: 'Syncing',
    syncOnLaunch: 'Sync when Offprint starts',
    interval: 'While it is open, sync',
    intervals: [
      [0, 'only when I ask'],
      [15, 'every 15 minutes'],
      [30, 'every 30 minutes'],
      [60, 'every hour'],
      [180, 'every 3 hours'],
      [720, 'every 12 hours'],
    ] as readonly (readonly [number, string])[],
    everyMinutes: (n: number) => `every ${formatNumber(n)} minutes`,
    prefetchRelated: 'Fetch the articles that publishers link as related',
    prefetchHint: 'So that they open without a network too. One step, never further.',
    library: 'Library',
    libraryFolder: 'Where your articles are kept',
    showFolder: 'Show folder',
    version: (version: string) => `Offprint ${version}`,
  },
}
