/** English words of the window itself: its name, what every part shares, first screen, messages. */

export const window = {
  app: { name: 'Offprint', loading: 'Opening your library' },
  actions: {
    undo: 'Undo',
    close: 'Close',
    cancel: 'Cancel',
    save: 'Save',
    add: 'Add',
    remove: 'Remove',
    retry: 'Try again',
    back: 'Back',
    dismiss: 'Dismiss message',
    showFeeds: 'Show feeds',
    hideFeeds: 'Hide feeds',
    backToList: 'Back to the list',
  },
  messages: 'Messages',
  dateline: (weekday: string, day: string, month: string, year: string) =>
    `${weekday}, ${day} ${month} ${year}`,
  firstRun: {
    title: 'Welcome to Offprint',
    intro:
      'News that is yours to keep. Whole articles, with their pictures, on your own disk: read them anywhere, with or without a network.',
    starterTitle: 'Start with the guide',
    starter: 'Six short articles that came with the app: how to read offline, highlight, and subscribe.',
    starterCheck: 'Starter edition',
    wellKnown: 'Some good places to begin',
    own: 'A site you read',
    opmlTitle: 'Coming from another reader?',
    opml: 'Import an OPML file',
    opmlHint: 'Every reader can export one. Folders are kept.',
    start: 'Start reading',
    starting: 'Adding your feeds…',
    skip: 'Start with an empty library',
    failed: 'These could not be added:',
    privacy:
      'No account. Nothing about you leaves this computer; only the feeds you choose are asked for news.',
  },
}
