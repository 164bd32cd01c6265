/** Commands over files, without a library: one JSON object a file, in order; a bad file is that line's error and never ends the run. */
import { appErrorOf } from '../app-failure'
import { charsetFiles } from './charset-files'
import type { Command, CommandContext } from './command'
import { discoverFiles } from './discover-files'
import { extractFiles } from './extract-files'
import type { FileCommand } from './file-command'
import { keypointsFiles } from './keypoints-files'
import { readNamedFile } from './named-file'
import { opmlFiles } from './opml-files'
import { parseFiles } from './parse-files'
import { relatedFiles } from './related-files'
import { sanitiseFiles } from './sanitise-files'

function overFiles(usage: string, summary: string, command: FileCommand): Command {
  return {
    usage,
    summary,
    options: { url: { type: 'string' }, 'content-type': { type: 'string' } },
    operands: [1],
    run: async (context) => {
      let failed = 0
      for (const operand of context.operands) if (!(await runOn(command, operand, context))) failed++
      return failed === context.operands.length ? 1 : 0
    },
  }
}

async function runOn(command: FileCommand, operand: string, context: CommandContext): Promise<boolean> {
  const { file, url } = fileAndUrl(operand)
  try {
    const answers = await command({
      file,
      bytes: await readNamedFile(file),
      url: url ?? context.option('url') ?? null,
      contentType: context.option('content-type') ?? null,
    })
    for (const answer of answers) context.print(answer, JSON.stringify(answer, null, 2))
    return true
  } catch (error) {
    const answer = { file, ok: false, error: appErrorOf(error) }
    context.print(answer, answer.error.message)
    return false
  }
}

/** `FILE#URL` gives a file an address of its own; a `#` that no address follows belongs to the name. */
function fileAndUrl(operand: string): { readonly file: string; readonly url: string | null } {
  const at = operand.search(/#[a-z][a-z0-9+.-]*:/i)
  return at < 0 ? { file: operand, url: null } : { file: operand.slice(0, at), url: operand.slice(at + 1) }
}

export const FILE_COMMANDS = {
  parse: overFiles('FILE... [--content-type T] [--url U]', 'read feeds', parseFiles),
  extract: overFiles('FILE[#URL]... [--url U]', 'extract the article of web pages', extractFiles),
  sanitise: overFiles('FILE...', 'make HTML safe', sanitiseFiles),
  keypoints: overFiles('FILE...', 'find the key points of plain text', keypointsFiles),
  charset: overFiles('FILE... [--content-type T]', 'tell the character encoding', charsetFiles),
  opml: overFiles('FILE...', 'read OPML lists', opmlFiles),
  discover: overFiles('FILE... --url U', 'find the feeds a web page offers', discoverFiles),
  related: overFiles('FILE.jsonl', 'find related articles and stories', relatedFiles),
}
