/** What the reader may send to a stranger holds what helps, and nothing that is theirs. */
import { expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../contract/settings'
import { diagnosticsText } from '../../../electron/shell/diagnostics'
import { FEEDS } from '../renderer/fake-articles'

const text = diagnosticsText({
  at: new Date('2026-11-25T12:00:00Z'),
  home: '/home/ann',
  info: {
    version: '1.2.3',
    platform: 'linux',
    libraryFolder: '/home/ann/.config/Offprint/library',
    online: true,
    notices: ['feeds.json was damaged and restored from its copy.'],
  },
  versions: { electron: '45.4.1', system: 'linux 6.1 x64' },
  counts: { all: 10, today: 1, unread: 3, starred: 0, saved: 0, highlighted: 0, ready: 9, edition: null },
  settings: DEFAULT_SETTINGS,
  feeds: FEEDS.map((feed, at) => ({ ...feed, lastResult: at === 0 ? ('tls' as const) : ('ok' as const) })),
  log: '{"message":"fetch failed","address":"https://ann:hunter2@example.org/f?token=abc"}\n',
})

it('names versions, numbers, notices, results and the log', () => {
  for (const part of [
    'Offprint 1.2.3',
    'electron: 45.4.1',
    'all: 10',
    'restored from its copy',
    'tls: 1',
    'fetch failed',
  ])
    expect(text).toContain(part)
})

it('names no feed, no secret and not the reader', () => {
  for (const { title, url } of FEEDS) {
    expect(text).not.toContain(title)
    expect(text).not.toContain(url)
  }
  for (const secret of ['hunter2', 'abc', '/home/ann']) expect(text).not.toContain(secret)
})
