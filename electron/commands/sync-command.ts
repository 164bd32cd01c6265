/** `sync`: one pass over the feeds. */
import type { Command } from './command'
import { WrongUse } from './command'

export const sync: Command = {
  usage: '[FEEDID...] [--force] [--depth headlines|full]',
  summary: 'fetch what is due, or these feeds',
  options: { force: { type: 'boolean' }, depth: { type: 'string' } },
  operands: [0],
  run: async ({ operands, flag, option, engine, print, note, signal }) => {
    const depth = option('depth') ?? 'full'
    if (depth !== 'headlines' && depth !== 'full')
      throw new WrongUse(`--depth takes headlines or full, not "${depth}"`)
    const library = await engine()
    const summary = await library.sync({ feedIds: operands, force: flag('force'), depth, signal })
    for (const { feedId, message } of summary.results) if (message) note(`${feedId}: ${message}`)
    print(
      summary,
      `${String(summary.ok)} fetched, ${String(summary.notModified)} unchanged, ${String(summary.failed)} failed, ` +
        `${String(summary.skipped)} not due; ${String(summary.newArticles)} new articles in ${String(summary.ms)} ms`,
    )
    // Once a day a sync also lets go of what is over the reader's limits.
    await library.storage.settled()
    // Feeds that fail are part of a sync's answer; only a pass in which nothing else came of it could not do what was asked.
    return summary.failed > 0 && summary.ok + summary.notModified + summary.skipped === 0 ? 1 : 0
  },
}
