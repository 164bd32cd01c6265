/** English words of the program itself: newer versions, whom it talks to, its guide. */
import { count, formatNumber } from '../format-number'

export const network = {
  updates: {
    title: 'The program',
    tray: 'Keep Offprint in the tray when its last window is closed',
    trayHint: 'It goes on syncing there. Quit from its menu or the File menu.',
    none: {
      system: 'Your system’s package tools bring new versions of Offprint.',
      build: 'This copy was built without an address for new versions; it does not look for any.',
      folder: 'This copy runs from a folder: a new version is unpacked beside it by hand.',
      network: 'The network is switched off for this run, so no new version is looked for.',
    },
    look: 'Look once a day whether there is a newer Offprint',
    lookHint:
      'Only the version’s description is fetched. Nothing is downloaded or installed before you say so.',
    channel: 'Versions',
    channels: { stable: 'Finished', beta: 'Also trial versions' },
    idle: 'Nothing has been looked for yet.',
    checking: 'Looking for a newer version…',
    newest: 'This is the newest version.',
    offered: (version: string) => `Version ${version} is there.`,
    downloading: (version: string) => `Fetching version ${version}…`,
    ready: (version: string) => `Version ${version} is here and proved unchanged.`,
    progress: 'Progress of the download',
    notes: 'What is new',
    check: 'Look now',
    fetch: (size: string) => (size === '' ? 'Download' : `Download (${size})`),
    cancel: 'Stop',
    install: 'Restart and install',
  },
  privacy: {
    title: 'Contacted hosts',
    open: 'Contacted hosts…',
    explanation:
      'Every host Offprint has asked for anything, and what for. Counted on this disk, told to nobody.',
    find: 'Find a host',
    loading: 'Counting…',
    count: (n: number) => count(n, 'host', 'hosts'),
    host: 'Host',
    why: 'Asked for',
    last: 'Last',
    purposes: {
      feed: 'feeds',
      page: 'articles’ pages',
      picture: 'pictures',
      related: 'related articles',
      comments: 'comments',
      icon: 'feed icons',
      look: 'a feed you typed',
      update: 'newer versions',
    },
    times: (what: string, n: number) => `${what} (${formatNumber(n)})`,
    forget: 'Forget this list',
    forgotten: 'The list of contacted hosts was forgotten.',
  },
  guide: { title: 'Guide', chapters: 'Chapters' },
}
