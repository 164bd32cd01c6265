/**
 * One text file for whoever helps the reader: versions, numbers, what the library noticed and the log. It holds no article, no
 * address of a feed and no secret, so that it can be sent without a second thought. Pure.
 */
import type { AppInfo, Counts } from '../../contract/bridge'
import type { FeedRow } from '../../contract/feed'
import type { Settings } from '../../contract/settings'
import { redact } from './redact'

export interface DiagnosticFacts {
  readonly at: Date
  readonly home: string
  readonly info: AppInfo
  /** Names of programs with their versions: Electron, Chromium, Node, the system. */
  readonly versions: Readonly<Record<string, string>>
  readonly counts: Counts
  readonly settings: Settings
  readonly feeds: readonly FeedRow[]
  /** What the log holds, oldest line first. */
  readonly log: string
}

/** The newest part of a long log; what went wrong is at its end. */
const MOST_LOG = 200_000

export function diagnosticsText(facts: DiagnosticFacts): string {
  const { at, home, info, versions, counts, settings, feeds, log } = facts
  const parts = [
    `Offprint ${info.version}, ${at.toISOString()}`,
    section('Versions', lines(versions)),
    section('Library', [
      `folder: ${info.libraryFolder}`,
      `network: ${info.online ? 'on' : 'off'}`,
      ...lines(counts),
      ...info.notices.map((notice) => `notice: ${notice}`),
    ]),
    section('Settings', lines(settings)),
    section(`Feeds (${String(feeds.length)})`, resultsOf(feeds)),
    section('Log', [log.slice(-MOST_LOG).trim()]),
  ]
  return redact(parts.join('\n\n'), home) + '\n'
}

function section(title: string, content: readonly string[]): string {
  return [`== ${title}`, ...content].join('\n')
}

function lines(values: object): string[] {
  return Object.entries(values).map(([name, value]) => `${name}: ${String(value)}`)
}

/** How many feeds ended how; a feed's address may be a secret of its own. */
function resultsOf(feeds: readonly FeedRow[]): string[] {
  const numbers = new Map<string, number>()
  for (const { lastResult } of feeds) {
    const name = lastResult ?? 'never synced'
    numbers.set(name, (numbers.get(name) ?? 0) + 1)
  }
  return [...numbers].sort().map(([name, number]) => `${name}: ${String(number)}`)
}
