// Looks into a packaged app and says what is really in it: the fuses of its program, the files of its archive, the size of its
// parts. `npm run dist` refuses to hand on a package that is not locked or holds what no reader needs.
import { createHash } from 'node:crypto'
import { open, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

import { StepError } from './terminal.mjs'
import { NOTICE_NAME } from './third-party.mjs'

// Electron lays its switches behind this text in the program (docs/tutorial/fuses.md of Electron): version, number, one byte each.
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const FUSES = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
]
const STATES = { 0: false, 1: true, r: null }

/** How each must stand in what is shipped. One that the Electron at hand does not have is not asked for. */
export const LOCKED = Object.freeze({
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  grantFileProtocolExtraPrivileges: false,
})

/**
 * @param {string} executable
 * @returns {Promise<Record<string, boolean | null>>} by electron-builder's names; null for one that was taken out of Electron
 */
export async function readFuses(executable) {
  const bytes = await readFile(executable)
  const at = bytes.indexOf(SENTINEL)
  if (at < 0) throw new StepError(`${executable} has no fuses: it is no Electron.`)
  const start = at + SENTINEL.length
  const wire = bytes.subarray(start + 2, start + 2 + bytes[start + 1]).toString('latin1')
  return Object.fromEntries(
    [...wire].flatMap((state, place) => (FUSES[place] ? [[FUSES[place], STATES[state]]] : [])),
  )
}

/**
 * @param {string} archive an app.asar
 * @returns {Promise<{ path: string, size: number, whole: boolean }[]>} `whole` when its bytes have the hash the archive names
 */
export async function listArchive(archive) {
  const file = await open(archive)
  try {
    const head = Buffer.alloc(16)
    await file.read(head, 0, 16, 0)
    const text = Buffer.alloc(head.readUInt32LE(12))
    await file.read(text, 0, text.length, 16)
    const body = 8 + head.readUInt32LE(4)
    const entries = flat(JSON.parse(text.toString('utf8')).files, '')
    return await Promise.all(
      entries.map(async ({ path, entry }) => {
        const bytes = Buffer.alloc(entry.size)
        if (!entry.unpacked) await file.read(bytes, 0, entry.size, body + Number(entry.offset))
        const hash = createHash('sha256').update(bytes).digest('hex')
        return { path, size: entry.size, whole: hash === entry.integrity?.hash }
      }),
    )
  } finally {
    await file.close()
  }
}

/**
 * @param {Record<string, { files?: object, size?: number, link?: string }>} files
 * @param {string} folder
 * @returns {{ path: string, entry: any }[]}
 */
function flat(files, folder) {
  return Object.entries(files).flatMap(([name, entry]) => {
    const path = `${folder}${name}`
    return entry.files ? flat(entry.files, `${path}/`) : [{ path, entry }]
  })
}

const WANTED = /^(package\.json|dist\/([a-z0-9-]+(-[A-Z0-9]{8})?\.(cjs|wasm)|renderer\/|assets\/))/
const NEEDLESS = /\.(map|ts|tsx|md|tsbuildinfo)$|(^|\/)(node_modules|tests?|fixtures|\.[^/]*)(\/|$)/

/**
 * @param {readonly { path: string, whole: boolean }[]} files
 * @returns {string[]} what should not be there, or is not what it says
 */
export function faultsOfArchive(files) {
  const needless = files.filter(({ path }) => !WANTED.test(path) || NEEDLESS.test(path))
  const broken = files.filter(({ whole }) => !whole)
  return [
    ...needless.map(({ path }) => `${path} is not needed to run the app`),
    ...broken.map(({ path }) => `${path} has not the hash that the archive names`),
  ]
}

/**
 * @param {Record<string, boolean | null>} fuses
 * @returns {string[]} those that stand otherwise than they must
 */
export function faultsOfFuses(fuses) {
  return Object.entries(LOCKED).flatMap(([name, wanted]) =>
    name in fuses && fuses[name] !== wanted
      ? [`fuse ${name} is ${String(fuses[name])}, not ${String(wanted)}`]
      : [],
  )
}

/** @param {string} folder an unpacked app for Linux; throws when it must not be shipped */
export async function requireShippable(folder) {
  const faults = [
    ...faultsOfFuses(await readFuses(join(folder, 'offprint'))),
    ...faultsOfArchive(await listArchive(join(folder, 'resources', 'app.asar'))),
    ...((await readdir(folder)).includes(NOTICE_NAME) ? [] : [`${NOTICE_NAME} is missing`]),
  ]
  if (faults.length === 0) return
  throw new StepError(`The packaged app must not be shipped: ${faults.slice(0, 5).join('; ')}.`, {
    remedy: 'see electron-builder.yml (files, electronFuses) and scripts/steps/inspect-package.mjs.',
  })
}

/**
 * @param {string} folder an unpacked app for Linux
 * @returns {Promise<[part: string, bytes: number][]>} the largest first
 */
export async function sizeByPart(folder) {
  const archive = await listArchive(join(folder, 'resources', 'app.asar'))
  const parts = new Map()
  const add = (part, bytes) => parts.set(part, (parts.get(part) ?? 0) + bytes)
  for (const { path, size } of archive) add(partOfArchive(path), size)
  for (const name of await readdir(folder, { recursive: true })) {
    const info = await stat(join(folder, name))
    if (info.isFile() && name !== 'resources/app.asar') add(partOfElectron(name), info.size)
  }
  return [...parts].sort(([, one], [, other]) => other - one)
}

/** @param {string} path */
function partOfArchive(path) {
  if (path.startsWith('dist/renderer/')) return 'window: script, styles, fonts'
  if (path.startsWith('dist/assets/')) return 'starter edition, icons'
  if (path.endsWith('.wasm')) return 'SQLite'
  return 'main process, workers, command line'
}

/** @param {string} name */
function partOfElectron(name) {
  if (name === 'offprint') return 'Electron: program'
  if (name.startsWith('locales')) return 'Electron: languages'
  return name.startsWith('LICENSE') ? 'Electron: licences' : 'Electron: libraries and data'
}
