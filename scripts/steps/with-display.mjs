// Puts a program under a virtual display where there is none, and says which switches root needs.
import { hasDisplay } from '../system-libraries.mjs'

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {[string, string[]]} the command to run instead
 */
export function withDisplay(command, args) {
  if (hasDisplay()) return [command, [...args]]
  // -a finds a free display number; 24 bits because Chromium's screenshots want true colour.
  return ['xvfb-run', ['-a', '-s', '-screen 0 1440x900x24', command, ...args]]
}

/** Chromium refuses to sandbox root, and an app that is tried out as root (in a container, in CI) must still start. */
export function rootSwitches() {
  return process.getuid?.() === 0 && process.platform === 'linux' ? ['--no-sandbox'] : []
}
