/** Reads the arguments, runs one command and answers with its exit code: 0 done, 1 could not, 2 wrong use. */
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { charsetFiles } from './charset-files'
import { discoverFiles } from './discover-files'
import { extractFiles } from './extract-files'
import type { FileCommand } from './file-command'
import { keypointsFiles } from './keypoints-files'
import { opmlFiles } from './opml-files'
import { parseFiles } from './parse-files'
import { relatedFiles } from './related-files'
import { sanitiseFiles } from './sanitise-files'

const FILE_COMMANDS: Readonly<Record<string, FileCommand>> = {
  parse: parseFiles,
  charset: charsetFiles,
  opml: opmlFiles,
  discover: discoverFiles,
  extract: extractFiles,
  sanitise: sanitiseFiles,
  keypoints: keypointsFiles,
  related: relatedFiles,
}

export async function runCommandLine(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' }, url: { type: 'string' }, 'content-type': { type: 'string' } },
  })
  const [name, ...files] = positionals
  const command = name === undefined ? undefined : FILE_COMMANDS[name]
  if (!command) return 2
  for (const argument of files) {
    const [file = argument, url = values.url ?? null] = argument.includes('#')
      ? [argument.slice(0, argument.indexOf('#')), argument.slice(argument.indexOf('#') + 1)]
      : [argument]
    try {
      const bytes = await readFile(file)
      const lines = await command({ file, bytes, url, contentType: values['content-type'] ?? null })
      for (const line of lines) process.stdout.write(JSON.stringify(line) + '\n')
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      process.stdout.write(JSON.stringify({ file, ok: false, error: { code: 'failed', message } }) + '\n')
    }
  }
  return 0
}
