/** `offprint <command>` in the installed app: the command line's own code, no window, then out with its exit code. */
import { app } from 'electron'
import { runCommandLine, type CommandLinePlaces } from '../commands/run-command-line'

export async function runHiddenCommand(args: readonly string[], places: CommandLinePlaces): Promise<void> {
  // Chromium must not start a process for drawing what will never be shown.
  app.disableHardwareAcceleration()
  app.dock?.hide()
  const code = await runCommandLine(args, places)
  await Promise.all([flushed(process.stdout), flushed(process.stderr)])
  app.exit(code)
}

/** A pipe takes its bytes later; leaving before would cut the answer off. */
function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    stream.write('', () => {
      resolve()
    })
  })
}
