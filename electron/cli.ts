/** The same engine without a window: `node dist/cli.cjs <command>`. The commands live in `commands/`. */
import { defaultLibrary } from './commands/default-library'
import { runCommandLine } from './commands/run-command-line'

declare const __OFFPRINT_VERSION__: string

void runCommandLine(process.argv.slice(2), {
  bundle: __dirname,
  defaultLibrary: defaultLibrary(process.platform, process.env),
  version: __OFFPRINT_VERSION__,
}).then((code) => {
  process.exitCode = code
})
