// Runs another program and either shows its output or keeps it for the error message.
// A program that outlives its time limit is ended together with everything it started.
import { spawn } from 'node:child_process'

import { StepError } from './terminal.mjs'

/**
 * @typedef {object} CommandOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] added to this process's environment
 * @property {'show' | 'keep'} [output] `keep` (the default) returns the output and shows it only on failure
 * @property {number} [timeoutMs]
 * @property {string} [remedy] what the reader can do when it fails
 * @property {string} [failure] the sentence to fail with; the default names the command
 * @property {RegExp} [noise] lines of the output that say nothing about a failure
 * @property {boolean} [allowFailure] give the exit code back instead of throwing
 *
 * @typedef {{ code: number, stdout: string, stderr: string, timedOut: boolean }} CommandResult
 */

// The end of a log names the reason; a whole one would hide it.
const DETAIL_LINES = 40

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {CommandOptions} [options]
 * @returns {Promise<CommandResult>}
 */
export async function runCommand(command, args, options = {}) {
  const result = await waitFor(command, args, options)
  if (result.code === 0 || options.allowFailure) return result

  const line = [command, ...args].join(' ')
  const why = result.timedOut
    ? `did not end within ${options.timeoutMs} ms`
    : `ended with code ${result.code}`
  throw new StepError(options.failure ?? `\`${line}\` ${why}.`, {
    ...(options.remedy ? { remedy: options.remedy } : {}),
    detail: lastLines(`${result.stdout}\n${result.stderr}`, options.noise),
  })
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {CommandOptions} options
 * @returns {Promise<CommandResult>}
 */
function waitFor(command, args, { cwd, env, output = 'keep', timeoutMs, failure, remedy }) {
  return new Promise((resolve, reject) => {
    // A group of its own lets a time-out end the grandchildren too (Xvfb, Chromium's helpers). Not when the output
    // is shown: there the person at the terminal must be able to end everything with Ctrl-C.
    const ownGroup = output === 'keep' && process.platform !== 'win32'
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: output === 'show' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      detached: ownGroup,
    })
    const result = { code: 1, stdout: '', stderr: '', timedOut: false }
    child.stdout?.setEncoding('utf8').on('data', (text) => (result.stdout += text))
    child.stderr?.setEncoding('utf8').on('data', (text) => (result.stderr += text))

    const end = () => endProcess(child, ownGroup)
    process.once('exit', end)
    const timer = timeoutMs
      ? setTimeout(() => {
          result.timedOut = true
          end()
        }, timeoutMs)
      : undefined

    child.on('error', (cause) => {
      clearTimeout(timer)
      process.removeListener('exit', end)
      reject(
        new StepError(failure ?? `\`${command}\` could not be started.`, {
          remedy,
          cause,
          detail: String(cause),
        }),
      )
    })
    child.on('close', (code) => {
      clearTimeout(timer)
      process.removeListener('exit', end)
      resolve({ ...result, code: code ?? 1 })
    })
  })
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {boolean} wholeGroup
 */
function endProcess(child, wholeGroup) {
  try {
    if (wholeGroup && child.pid) process.kill(-child.pid, 'SIGKILL')
    else child.kill('SIGKILL')
  } catch {
    // It has ended in the meantime, which is what was wanted.
  }
}

/**
 * @param {string} text
 * @param {RegExp} [noise]
 */
function lastLines(text, noise) {
  const lines = text.trim().split('\n')
  const telling = noise ? lines.filter((line) => !noise.test(line)) : lines
  return telling.slice(-DETAIL_LINES).join('\n')
}

/**
 * Runs a program of an npm package with this very Node, which works the same on Windows.
 *
 * @param {string} script path of the package's JavaScript entry
 * @param {readonly string[]} args
 * @param {CommandOptions} [options]
 */
export function runNode(script, args, options) {
  return runCommand(process.execPath, [script, ...args], options)
}
