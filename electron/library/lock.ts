/** One writer a library: a lock file that names its process. A lock whose process is gone is taken over. */
import { randomUUID } from 'node:crypto'
import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { diskCode } from './disk'
import type { Disk } from './disk'
import { isObject, parseJson } from './file-text'
import { isUnreadable } from './json-file'
import { LibraryInUse } from './library-error'

const FILE = 'lock'
const SIGN_MS = 30_000
const SILENT_MS = 5 * 60_000

interface Holder {
  readonly pid: number
  /** When the process began, as the system counts; null where it does not say. A pid alone may have been given again. */
  readonly began: string | null
  /** Which run of the machine this is; null where the system does not say. */
  readonly boot: string | null
  readonly host: string
  readonly token: string
}

export interface Lock {
  /** The machine (may have) gone down while the library was open: what was written without fsync may be gone. */
  readonly afterPowerCut: boolean
  /** The last holder was killed or crashed. */
  readonly takenOver: boolean
  /** When that one last gave a sign, milliseconds; 0 when there was none. */
  readonly lastSign: number
  release(): Promise<void>
}

/** Takes the lock of a library or throws `LibraryInUse`; file errors pass as they are. */
export async function takeLock(disk: Disk, folder: string): Promise<Lock> {
  const file = path.join(folder, FILE)
  const me: Holder = {
    pid: process.pid,
    began: beganOf(process.pid),
    boot: bootId(),
    host: os.hostname(),
    token: randomUUID(),
  }
  const { stale, lastSign } = await claim(disk, folder, me)
  const sameRun = stale !== null && stale !== 'unreadable' && stale.boot !== null && stale.boot === me.boot
  const stopSigns = giveSigns(disk, file)
  return {
    takenOver: stale !== null,
    lastSign,
    afterPowerCut: stale !== null && !sameRun,
    release: async () => {
      stopSigns()
      const holder = await readHolder(disk, file)
      if (holder !== null && holder !== 'unreadable' && holder.token === me.token) await disk.remove(file)
    },
  }
}

/** Writes our lock; returns the one it had to clear away, null when there was none. */
async function claim(
  disk: Disk,
  folder: string,
  me: Holder,
): Promise<{ readonly stale: Holder | 'unreadable' | null; readonly lastSign: number }> {
  const file = path.join(folder, FILE)
  let stale: Holder | 'unreadable' | null = null
  let lastSign = 0
  for (;;) {
    try {
      await disk.create(file, Buffer.from(JSON.stringify(me)))
      return { stale, lastSign }
    } catch (error) {
      if (diskCode(error) !== 'EEXIST') throw error
    }
    const holder = await readHolder(disk, file)
    if (holder === null) continue
    lastSign = disk.facts(file)?.modified ?? 0
    if (holder !== 'unreadable' && isAlive(holder, lastSign)) throw new LibraryInUse(folder, describe(holder))
    stale = holder
    await removeStale(disk, file, holder)
  }
}

async function readHolder(disk: Disk, file: string): Promise<Holder | 'unreadable' | null> {
  try {
    const value = parseJson(await disk.read(file))
    if (!isObject(value) || typeof value['pid'] !== 'number' || typeof value['token'] !== 'string') {
      // Its writer may be between creating and writing it; a lock that stays so is that of a process that was killed there.
      await new Promise((resolve) => setTimeout(resolve, 200))
      const again = parseJson(await disk.read(file))
      if (!isObject(again) || typeof again['pid'] !== 'number') return 'unreadable'
      return again as unknown as Holder
    }
    return value as unknown as Holder
  } catch (error) {
    if (diskCode(error) === 'ENOENT') return null
    if (isUnreadable(error)) return 'unreadable'
    throw error
  }
}

/** Two processes may find the same stale lock; the slower one must not remove the lock the quicker one has just taken. */
async function removeStale(disk: Disk, file: string, stale: Holder | 'unreadable'): Promise<void> {
  const aside = `${file}.${randomUUID()}.tmp`
  try {
    await disk.rename(file, aside)
  } catch (error) {
    if (diskCode(error) === 'ENOENT') return
    throw error
  }
  const moved = await readHolder(disk, aside)
  const same =
    moved === 'unreadable' || stale === 'unreadable' ? moved === stale : moved?.token === stale.token
  if (!same)
    await disk.link(aside, file).catch((error: unknown) => {
      if (diskCode(error) !== 'EEXIST') throw error
    })
  // Whatever it was: a folder may lie where the lock belongs.
  await disk.removeFolder(aside)
}

/** Touches the lock from time to time, for processes on other machines, which cannot look for ours. */
function giveSigns(disk: Disk, file: string): () => void {
  const timer = setInterval(() => {
    disk.touch(file, new Date()).catch(() => {
      // The folder is away for the moment; the writes that matter will say so.
    })
  }, SIGN_MS)
  timer.unref()
  return () => {
    clearInterval(timer)
  }
}

function isAlive(holder: Holder, lastSign: number): boolean {
  if (holder.host !== os.hostname()) return Math.abs(Date.now() - lastSign) < SILENT_MS
  if (holder.boot !== null && holder.boot !== bootId()) return false
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    // EPERM: it lives and belongs to someone else.
    if (diskCode(error) === 'ESRCH') return false
  }
  return holder.began === null || holder.began === beganOf(holder.pid)
}

function describe(holder: Holder): string {
  const where = holder.host === os.hostname() ? '' : ` on ${holder.host}`
  return `another Offprint (process ${String(holder.pid)}${where})`
}

function bootId(): string | null {
  // Elsewhere it could only be reckoned from the clock, and a clock that is set would free a lock that is held.
  return readText('/proc/sys/kernel/random/boot_id')?.trim() ?? null
}

function beganOf(pid: number): string | null {
  const stat = readText(`/proc/${String(pid)}/stat`)
  // The name in brackets may hold anything; the 22nd field is the 20th after it.
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
}

function readText(file: string): string | null {
  try {
    return fs.readFileSync(file, 'latin1')
  } catch {
    // Not Linux, or the process is gone: there is nothing to know.
    return null
  }
}
