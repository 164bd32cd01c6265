// Watches a user's processes while the app runs and tells whether its windows' processes were really in Chromium's
// sandbox: the kernel's own word (seccomp filter, own process namespace), not the absence of a switch.
import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs'

// Short enough to see a window that lives for a second.
const INTERVAL_MS = 50

/**
 * @typedef {{ pid: number, seccomp: boolean, ownNamespace: boolean, unsandboxed: boolean }} WindowProcess
 *
 * @param {number} uid
 * @returns {() => WindowProcess[]} ends the watch and gives each window process as it was last seen
 */
export function watchWindowProcesses(uid) {
  /** @type {Map<number, WindowProcess>} */
  const seen = new Map()
  const timer = setInterval(() => {
    for (const found of windowProcesses(uid)) {
      const before = seen.get(found.pid)
      // The filter is set a moment after the process starts, so the best moment counts.
      seen.set(found.pid, before?.seccomp ? before : found)
    }
  }, INTERVAL_MS)
  return () => {
    clearInterval(timer)
    return [...seen.values()]
  }
}

/**
 * @param {number} uid
 * @returns {WindowProcess[]}
 */
function windowProcesses(uid) {
  return readdirSync('/proc').flatMap((name) => {
    const pid = Number(name)
    if (!Number.isInteger(pid)) return []
    try {
      if (statSync(`/proc/${pid}`).uid !== uid) return []
      const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      if (!commandLine.includes('--type=renderer')) return []
      return [
        {
          pid,
          seccomp: /^Seccomp:\s*2$/m.test(readFileSync(`/proc/${pid}/status`, 'utf8')),
          ownNamespace: readlinkSync(`/proc/${pid}/ns/pid`) !== readlinkSync('/proc/self/ns/pid'),
          unsandboxed: commandLine.includes('--no-sandbox'),
        },
      ]
    } catch {
      // It ended while we looked.
      return []
    }
  })
}
