/** The same engine without a window: `node dist/cli.cjs <command>`. The commands live in `commands/`. */
import { runCommandLine } from './commands/run-command-line'

void runCommandLine(process.argv.slice(2)).then((code) => {
  process.exitCode = code
})
