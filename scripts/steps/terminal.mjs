// What the scripts say on the terminal: steps with their time, plain lines, and the end of a failed run.
// Everything goes to standard error except results, so that a script's output can be piped.

/** A failure whose message is a whole sentence, with the remedy the reader can try. */
export class StepError extends Error {
  /**
   * @param {string} message what failed, as a sentence
   * @param {{ remedy?: string, detail?: string, cause?: unknown }} [more]
   */
  constructor(message, { remedy, detail, cause } = {}) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'StepError'
    this.remedy = remedy
    this.detail = detail
  }
}

/** @param {string} line a line for the person who watches */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/**
 * Runs one named step and says how long it took; a step that returns `false` had nothing to do.
 *
 * @template T
 * @param {string} name
 * @param {() => Promise<T> | T} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const started = Date.now()
  say(`▸ ${name}`)
  try {
    const result = await work()
    const seconds = ((Date.now() - started) / 1000).toFixed(1)
    say(result === false ? `  already done` : `  done in ${seconds} s`)
    return result
  } catch (error) {
    say(`  failed: ${name}`)
    throw error
  }
}

/**
 * Runs a script's main function; on failure prints the sentence, its remedy and its detail, and leaves exit code 1.
 *
 * @param {() => Promise<void>} main
 */
export async function runScript(main) {
  try {
    await main()
  } catch (error) {
    printFailure(error)
    process.exitCode = 1
  }
}

/** @param {unknown} error */
export function printFailure(error) {
  if (!(error instanceof StepError)) {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error))
    return
  }
  if (error.detail) say(`\n${error.detail.trimEnd()}`)
  say(`\n✗ ${error.message}`)
  if (error.remedy) say(`  Remedy: ${error.remedy}`)
}
