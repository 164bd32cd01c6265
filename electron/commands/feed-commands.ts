/** `add`, `feeds`, `remove`, `import`, `export-opml`: the list of feeds. */
import { appErrorOf } from '../app-failure'
import type { Command } from './command'
import { readNamedFile, writeNamedFile } from './named-file'

const add: Command = {
  usage: 'URL...',
  summary: 'subscribe to feeds, by their address or their site’s',
  operands: [1],
  run: async ({ operands, engine, print }) => {
    const library = await engine()
    let failed = 0
    for (const url of operands) {
      try {
        const added = await library.addFeed(url, [])
        print(added, `${added.title}  ${added.feedUrl}`)
      } catch (error) {
        failed++
        const { code, message } = appErrorOf(error)
        print({ url, error: { code, message } }, `${url}: ${message}`)
      }
    }
    return failed === 0 ? 0 : 1
  },
}

const feeds: Command = {
  usage: '',
  summary: 'list the feeds',
  readsOnly: true,
  operands: [0, 0],
  run: async ({ engine, print }) => {
    for (const feed of (await engine()).feeds()) {
      const { feedId, url, title, folder, unread, total, lastSync, lastResult, nextDue, failures } = feed
      print(
        { feedId, url, title, folder, unread, total, lastSync, lastResult, nextDue, failures },
        `${feedId}  ${title}  ${String(unread)}/${String(total)}  ${feed.problem ?? lastResult ?? ''}`.trimEnd(),
      )
    }
    return 0
  },
}

const remove: Command = {
  usage: 'FEEDID...',
  summary: 'unsubscribe; starred, saved and highlighted articles stay',
  operands: [1],
  run: async ({ operands, engine, print, note }) => {
    const library = await engine()
    let removed = 0
    for (const feedId of operands) {
      try {
        await library.removeFeed(feedId)
        removed++
      } catch (error) {
        note(appErrorOf(error).message)
      }
    }
    print({ removed }, `${String(removed)} removed`)
    return removed === operands.length ? 0 : 1
  },
}

const importOpml: Command = {
  usage: 'FILE.opml',
  summary: 'subscribe to every feed of an OPML list',
  operands: [1, 1],
  run: async ({ operands: [file = ''], engine, print, note }) => {
    const bytes = await readNamedFile(file)
    const report = await (await engine()).importOpml(bytes)
    for (const { url, message } of report.failed) note(`${url}: ${message}`)
    print(
      report,
      `${String(report.added)} added, ${String(report.known)} known, ${String(report.failed.length)} failed`,
    )
    return 0
  },
}

const exportOpml: Command = {
  usage: '[FILE]',
  summary: 'write the feeds and folders as OPML to FILE or standard output',
  readsOnly: true,
  operands: [0, 1],
  run: async ({ operands: [file], engine, print, write, flag }) => {
    const { text, feeds: count } = (await engine()).exportOpml()
    if (file !== undefined) await writeNamedFile(file, text)
    else if (!flag('json')) {
      write(text)
      return 0
    }
    print({ feeds: count }, `${String(count)} feeds written to ${file ?? ''}`)
    return 0
  },
}

export const FEED_COMMANDS = { add, feeds, remove, import: importOpml, 'export-opml': exportOpml }
